import { useState } from 'react'
import { kitFactsOfKind } from '../../../../domain/commitments/kit/kit-fact.ts'
import { standingFacts } from '../../../../domain/commitments/post-fact.ts'
import { Button } from '../../../ui/Button.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { formatInstant } from '../../../ui/format/instant.ts'
import { List } from '../../../ui/List.tsx'
import { ListRow } from '../../../ui/ListRow.tsx'
import { Row } from '../../../ui/Row.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { ofPerson } from '../of-person.ts'
import { isCorrectable } from './kit-opened.ts'
import type { KitPersonSectionProps } from './KitPersonSection.tsx'
import { asideWords, kitFactWords } from './kit-sentences.ts'

/** All that was said of somebody's kit, with who and when; the structure corrects and takes back what it said. */
export function KitHistory({ person, own, kit, said, onOpen }: KitPersonSectionProps) {
  const [isOpen, setOpen] = useState(false)
  const ofThem = said.filter(({ fact }) => fact.scope === person.scope)
  const counting = new Set(standingFacts(ofThem.map(({ fact }) => fact)).map(({ id }) => id))
  const handed = kitFactsOfKind(
    ofThem.map(({ fact }) => fact),
    'handed',
  )
  if (ofThem.length === 0) return null
  return (
    <Disclosure
      summary="Historique"
      detail={
        onOpen
          ? 'Tout ce qui a été noté, par qui et quand\u00A0: une erreur s’y corrige'
          : 'Tout ce qui a été noté, par qui et quand'
      }
      open={isOpen}
      onToggle={setOpen}
    >
      <List label={`Historique ${ofPerson(person.name)}`}>
        {ofThem.toReversed().map(({ fact, byName }) => {
          const words = kitFactWords(fact, handed)
          const later = said.find((one) => one.fact.replaces === fact.id)?.fact
          const hidden = <VisuallyHidden>{words}</VisuallyHidden>
          return (
            <ListRow
              key={fact.id}
              title={fact.kind !== 'withdrawn' && fact.replaces ? `Correction\u00A0: ${words}` : words}
              detail={`${byName}, le ${formatInstant(Date.parse(fact.at))}`}
              end={
                later ? (later.kind === 'withdrawn' ? 'Retiré' : 'Corrigé') : asideWords(kit, fact, handed)
              }
              actions={
                onOpen &&
                fact.party === 'structure' &&
                counting.has(fact.id) && (
                  <Row>
                    {isCorrectable(fact) && (
                      <Button
                        variant="quiet"
                        onClick={() => onOpen({ kind: 'corrected', person, own, fact })}
                      >
                        <span>Corriger {hidden}</span>
                      </Button>
                    )}
                    <Button
                      variant="quiet"
                      onClick={() => onOpen({ kind: 'withdrawn', person, own, fact, words })}
                    >
                      <span>Retirer {hidden}</span>
                    </Button>
                  </Row>
                )
              }
            />
          )
        })}
      </List>
    </Disclosure>
  )
}
