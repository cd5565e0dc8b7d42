import { Link } from 'wouter'
import { themesInShort } from '../../../../domain/report/themes-in-short.ts'
import { formAddress } from '../../../addresses.ts'
import { formatDuration } from '../../../ui/format/duration.ts'
import { counted } from '../../../ui/format/number.ts'
import { List } from '../../../ui/List.tsx'
import { ListRow } from '../../../ui/ListRow.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { Status } from '../../../ui/Status.tsx'
import type { FiledInWalkIn } from './use-walk-in.ts'

/** What this session has filed, the last first: each can be opened and completed. */
export function FiledHere({ filed }: { filed: readonly FiledInWalkIn[] }) {
  return (
    <section aria-labelledby="deposes-ici">
      <h2 id="deposes-ici">Cette permanence</h2>
      <Status>
        {filed.length === 0
          ? 'Aucun compte rendu pour l’instant.'
          : counted(filed.length, 'compte rendu enregistré', 'comptes rendus enregistrés')}
      </Status>
      <List labelledBy="deposes-ici">
        {filed.toReversed().map(({ id, themes, minutes }) => (
          <Link key={id} href={formAddress(id)} asChild>
            <ListRow
              icon="person"
              title={themesInShort(themes)}
              end={formatDuration(minutes)}
              state={<StateMark state="on-device" />}
            />
          </Link>
        ))}
      </List>
    </section>
  )
}
