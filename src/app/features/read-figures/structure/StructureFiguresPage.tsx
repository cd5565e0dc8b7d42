import { useCallback, useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { Membership } from '../../../../domain/access/signed-in-person.ts'
import type { StructureFigures } from '../../../../domain/access/structure-figures.ts'
import type { PersonId } from '../../../../domain/ids.ts'
import type { TimeStep } from '../../../../domain/statistics/timeline.ts'
import { structureAddress } from '../../../addresses.ts'
import { useToday } from '../../../data/react/use-today.ts'
import { Button } from '../../../ui/Button.tsx'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Row } from '../../../ui/Row.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { Definitions } from '../Definitions.tsx'
import { DownloadFigures } from '../DownloadFigures.tsx'
import { structureBilanAddress } from '../bilan/bilan-address.ts'
import { daysAsked, queryOfQuestion } from '../figures-question.ts'
import { FiguresShown } from '../FiguresShown.tsx'
import { PeriodField } from '../PeriodField.tsx'
import { periodTitle } from '../period-words.ts'
import styles from '../read-figures.module.css'
import { Totals } from '../Totals.tsx'
import { useFiguresQuestion } from '../use-figures-question.ts'
import { Advisors } from './Advisors.tsx'
import { askedIn, namesIn } from './answered-figures.ts'
import { CountingState } from './CountingState.tsx'
import { useStructureFigures } from './use-structure-figures.ts'

export interface StructureFiguresPageProps {
  membership: Membership
}

/** What a structure's advisors did, counted by the server: the same blocks, by the same rules, as on their own devices. */
export function StructureFiguresPage({
  membership: { structureId, structureName },
}: StructureFiguresPageProps) {
  const today = useToday()
  const [question, setQuestion] = useFiguresQuestion()
  const [advisor, setAdvisor] = useState<PersonId>()
  const days = useMemo(() => daysAsked(question, today), [question, today])
  const view = useStructureFigures(
    useMemo(() => ({ structureId, ...days, advisor }), [structureId, days, advisor]),
  )
  const { figures } = view
  const asked = useMemo(() => figures && askedIn(figures, question), [figures, question])
  const names = useMemo(() => namesIn(figures), [figures])
  const onStep = useCallback(
    (step: TimeStep) => setQuestion((before) => ({ ...before, step })),
    [setQuestion],
  )
  return (
    <Page
      title={structureName}
      documentTitle={`Chiffres, ${structureName}`}
      wide
      lead={`${periodTitle((figures ?? days).period)}, par les comptes rendus de vos conseillers et conseillères.`}
      back={{ href: structureAddress(structureId) }}
    >
      <Stack gap="section">
        <div className={styles.period} data-print="hide">
          <PeriodField
            when={question.when}
            period={days.period}
            today={today}
            onWhen={(when) => setQuestion({ ...question, when, step: undefined })}
          />
          {figures && figures.advisors.length > 1 && (
            <WhoField figures={figures} advisor={advisor} onAdvisor={setAdvisor} />
          )}
        </div>
        <CountingState view={view} />
        {asked && (
          <>
            <section>
              <h2>
                <VisuallyHidden>Totaux</VisuallyHidden>
              </h2>
              <Totals asked={asked} />
            </section>
            <Advisors advisors={figures?.advisors ?? []} today={today} />
            <FiguresShown asked={asked} names={names} onStep={onStep} />
            <div data-print="hide">
              <Row>
                <Link href={structureBilanAddress(structureId, 'bilan', queryOfQuestion(question))} asChild>
                  <ButtonLink icon="pencil">Préparer un bilan</ButtonLink>
                </Link>
                <Button icon="print" onClick={() => window.print()}>
                  Imprimer
                </Button>
                <DownloadFigures asked={asked} names={names} />
              </Row>
            </div>
          </>
        )}
        <p>
          Sont comptés les comptes rendus envoyés, pour les jours où un contrat vous lie. Le profil des
          personnes accompagnées n’est pas montré.
        </p>
        <Definitions />
      </Stack>
    </Page>
  )
}

interface WhoFieldProps {
  figures: StructureFigures
  advisor: PersonId | undefined
  onAdvisor: (advisor: PersonId | undefined) => void
}

const everybody = ''

function WhoField({ figures: { advisors }, advisor, onAdvisor }: WhoFieldProps) {
  return (
    <SelectField
      label="Qui"
      options={[
        { value: everybody, label: 'Tout le monde' },
        ...advisors.map(({ id, name }) => ({ value: id as string, label: name })),
      ]}
      value={advisor ?? everybody}
      onChange={({ target }) => onAdvisor(advisors.find(({ id }) => id === target.value)?.id)}
    />
  )
}
