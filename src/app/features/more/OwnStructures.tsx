import type { OwnScope } from '../../../domain/access/signed-in-person.ts'
import { formatDayInFigures } from '../../ui/format/date.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'

/** For whom one works, and by which contracts. */
export function OwnStructures({ scopes }: { scopes: readonly OwnScope[] }) {
  return (
    <section aria-labelledby="structures">
      <h2 id="structures">{scopes.length > 1 ? 'Mes structures' : 'Ma structure d’accueil'}</h2>
      <List labelledBy="structures">
        {scopes.map(({ scope, role, structureName, contracts }) => (
          <ListRow
            key={scope}
            icon="building"
            title={structureName}
            detail={`${roles[role]}. ${contracts.map(contractInWords).join(' ') || 'Aucun contrat connu.'}`}
          />
        ))}
      </List>
    </section>
  )
}

const roles = { advisor: 'Conseil numérique', coordinator: 'Coordination' } as const

function contractInWords({ starts, ends }: OwnScope['contracts'][number]): string {
  return ends === null
    ? `Contrat depuis le ${formatDayInFigures(starts)}.`
    : `Contrat du ${formatDayInFigures(starts)} au ${formatDayInFigures(ends)}.`
}
