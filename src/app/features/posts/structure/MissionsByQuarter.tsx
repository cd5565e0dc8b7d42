import { Link } from 'wouter'
import type { QuarterOfMissions } from '../../../../domain/access/structure-missions.ts'
import { usualSort } from '../../../../domain/access/activity-sort.ts'
import type { StructureId } from '../../../../domain/ids.ts'
import { missionLabels, type Mission } from '../../../../domain/report/missions.ts'
import { addresses, structureAddress } from '../../../addresses.ts'
import { queryOfActivities } from '../../../data/activity-address.ts'
import { useServerAnswer } from '../../../data/react/use-server-answer.ts'
import {
  fetchStructureMissions,
  keepStructureMissions,
  readKeptStructureMissions,
} from '../../../data/structure-missions.ts'
import { DataTable, type Column } from '../../../ui/DataTable.tsx'
import { formatNumber } from '../../../ui/format/number.ts'
import { Stack } from '../../../ui/Stack.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'

const missions: readonly Mission[] = [1, 2, 3]
const byServer = {
  fetch: (id: StructureId) => fetchStructureMissions(id),
  keep: keepStructureMissions,
  readKept: readKeptStructureMissions,
}

/**
 * The three missions by quarter: each number leads to what was done, each mission to what it covers. Nothing until the
 * numbers are there: the page says what keeps it from being read.
 */
export function MissionsByQuarter({ structureId }: { structureId: StructureId }) {
  const { answer } = useServerAnswer(structureId, byServer)
  if (!answer) return null
  return (
    <section aria-labelledby="missions-par-trimestre">
      <Stack gap="close">
        <h2 id="missions-par-trimestre">Les trois missions, par trimestre</h2>
        <p>
          Accompagnements déposés, sur les jours de contrat avec vous. Un accompagnement qui touche deux
          missions compte dans les deux. Le dernier trimestre est en cours.
        </p>
        <DataTable
          caption="Accompagnements par mission"
          columns={[missionColumn, ...answer.quarters.map((quarter) => columnOf(quarter, structureId))]}
          rows={missions}
          rowKey={String}
        />
      </Stack>
    </section>
  )
}

const missionColumn: Column<Mission> = {
  key: 'mission',
  head: 'Mission',
  cell: (mission) => (
    <Link href={`${addresses.panorama}#mission-${mission}`}>{`${mission}. ${missionLabels[mission]}`}</Link>
  ),
}

function columnOf(quarter: QuarterOfMissions, structureId: StructureId): Column<Mission> {
  const name = quarterName(quarter)
  return {
    key: quarter.from,
    head: name,
    align: 'number',
    wraps: true,
    onCard: 'shown',
    cell: (mission) => {
      const count = formatNumber(quarter.missions[mission])
      if (quarter.missions[mission] === 0) return count
      const filter = { from: quarter.from, to: quarter.to, values: [`mission:${mission}` as const] }
      return (
        <Link href={`${structureAddress(structureId)}?${queryOfActivities({ filter, sort: usualSort })}`}>
          {count}
          <VisuallyHidden>
            {' '}
            de la mission {mission}, {name}&nbsp;: voir ce qui a été fait
          </VisuallyHidden>
        </Link>
      )
    },
  }
}

/** « 4e trim. 2026 » */
function quarterName({ from }: QuarterOfMissions): string {
  const number = Math.ceil(Number(from.slice(5, 7)) / 3)
  return `${number}${number === 1 ? 'er' : 'e'}\u00A0trim. ${from.slice(0, 4)}`
}
