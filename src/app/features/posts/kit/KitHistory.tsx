import { useState } from 'react'
import { standingFacts } from '../../../../domain/commitments/post-fact.ts'
import { Button } from '../../../ui/Button.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { formatInstant } from '../../../ui/format/instant.ts'
import { List } from '../../../ui/List.tsx'
import { ListRow } from '../../../ui/ListRow.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { ofPerson } from '../of-person.ts'
import type { KitPersonSectionProps } from './KitPersonSection.tsx'
import { asideWords, kitFactWords } from './kit-sentences.ts'

/** All that was said of somebody's kit, with who and when; who said it may take it back. */
export function KitHistory({ person, own, kit, said, onOpen }: KitPersonSectionProps) {
  const [isOpen, setOpen] = useState(false)
  const ofThem = said.filter(({ fact }) => fact.scope === person.scope)
  const counting = new Set(standingFacts(ofThem.map(({ fact }) => fact)).map(({ id }) => id))
  if (ofThem.length === 0) return null
  return (
    <Disclosure
      summary="Historique"
      detail="Tout ce qui a été noté, par qui et quand"
      open={isOpen}
      onToggle={setOpen}
    >
      <List label={`Historique ${ofPerson(person.name)}`}>
        {ofThem.toReversed().map(({ fact, byName }) => {
          const words = kitFactWords(fact, kit.loans)
          return (
            <ListRow
              key={fact.id}
              title={words}
              detail={`${byName}, le ${formatInstant(Date.parse(fact.at))}`}
              end={fact.kind === 'withdrawn' || counting.has(fact.id) ? asideWords(kit, fact) : 'Retiré'}
              actions={
                onOpen &&
                fact.party === 'structure' &&
                counting.has(fact.id) && (
                  <Button
                    variant="quiet"
                    onClick={() => onOpen({ kind: 'withdrawn', person, own, fact, words })}
                  >
                    <span>
                      Retirer <VisuallyHidden>{words}</VisuallyHidden>
                    </span>
                  </Button>
                )
              }
            />
          )
        })}
      </List>
    </Disclosure>
  )
}
