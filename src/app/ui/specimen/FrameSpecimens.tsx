import { Button } from '../Button.tsx'
import { PageHeader } from '../PageHeader.tsx'
import { StateMark, type MarkedState } from '../StateMark.tsx'
import { Row } from '../Row.tsx'
import { SpecimenSection } from './SpecimenSection.tsx'

const states: readonly MarkedState[] = ['draft', 'on-device', 'sent', 'to-correct', 'two-versions']

export function FrameSpecimens() {
  return (
    <>
      <PageHeader
        title="Pièces d’interface"
        back={{ href: '#contenu' }}
        aside={<Button icon="print">Imprimer</Button>}
        lead="Chaque pièce dans tous ses états."
      />
      <SpecimenSection id="etats" title="États">
        <Row>
          {states.map((state) => (
            <StateMark key={state} state={state} />
          ))}
        </Row>
      </SpecimenSection>
    </>
  )
}
