import { useState } from 'react'
import type { PostFact } from '../../../../domain/commitments/post-fact.ts'
import { standingFacts } from '../../../../domain/commitments/post-fact.ts'
import {
  contractTermsLabels,
  departureReasonLabels,
  recruitmentStepLabels,
} from '../../../../domain/commitments/post-words.ts'
import type { StructureId } from '../../../../domain/ids.ts'
import type { StructurePosts } from '../../../../domain/access/structure-posts.ts'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { formatDayInFigures } from '../../../ui/format/date.ts'
import { formatInstant } from '../../../ui/format/instant.ts'
import { List } from '../../../ui/List.tsx'
import { ListRow } from '../../../ui/ListRow.tsx'
import type { PostSectionProps } from './PostSection.tsx'
import { ofPerson } from '../of-person.ts'
import { nameOf, nameOfOffer } from './read-post.ts'

/** All that was said of a post, with who and when: what was corrected or taken back too. */
export function PostHistory({ post, answer, structureId }: PostSectionProps) {
  const [isOpen, setOpen] = useState(false)
  const counting = new Set(standingFacts(post.said.map(({ fact }) => fact)).map(({ id }) => id))
  return (
    <Disclosure
      summary="Historique"
      detail="Tout ce qui a été dit de ce poste, par qui et quand"
      open={isOpen}
      onToggle={setOpen}
    >
      <List label={`Historique du poste ${post.reference}`}>
        {post.said.toReversed().map(({ fact, byName }) => (
          <ListRow
            key={fact.id}
            title={factWords(fact, structureId, answer)}
            detail={`${byName && `${byName}, `}le ${formatInstant(Date.parse(fact.at))}`}
            end={isWord(fact) || counting.has(fact.id) ? undefined : 'Remplacé'}
          />
        ))}
      </List>
    </Disclosure>
  )
}

/** What says something of another fact, and is never replaced. */
function isWord({ kind }: PostFact): boolean {
  return kind === 'withdrawn' || kind === 'declined'
}

function factWords(fact: PostFact, own: StructureId, answer: StructurePosts): string {
  const day = formatDayInFigures(fact.day)
  switch (fact.kind) {
    case 'notified':
      return fact.structure === own
        ? `Poste notifié le ${day}`
        : `Poste notifié à une autre structure le ${day}`
    case 'convention':
      return `Convention du ${day} au ${formatDayInFigures(fact.ends)}`
    case 'transferred':
      return fact.structure === own
        ? `Poste transféré à votre structure le ${day}`
        : `Poste transféré à une autre structure le ${day}`
    case 'returned':
      return `Poste rendu à l’État le ${day}`
    case 'contract':
      return `${contractTermsLabels[fact.terms]} ${ofPerson(nameOf(fact.scope, answer))}, à partir du ${day}`
    case 'offered':
      return `${contractTermsLabels[fact.terms]} proposé à ${nameOfOffer(fact.offer, answer)}, à partir du ${day}`
    case 'declined':
      return `Contrat à partir du ${day} refusé par la personne invitée`
    case 'departure':
      return `Départ ${ofPerson(nameOf(fact.scope, answer))} le ${day}\u00A0: ${departureReasonLabels[fact.reason].toLowerCase()}`
    case 'step':
      return `${recruitmentStepLabels[fact.step]} le ${day}`
    case 'withdrawn':
      return 'Ce qui était dit a été retiré'
  }
}
