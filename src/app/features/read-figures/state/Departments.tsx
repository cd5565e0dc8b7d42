import { Link } from 'wouter'
import type { StateFigures } from '../../../../domain/access/state-figures.ts'
import { departmentName, type DepartmentCode } from '../../../../domain/territory/departments.ts'
import type { Column } from '../../../ui/DataTable.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { countOrHidden } from './amount-words.ts'
import { departmentTiles } from './department-tiles.ts'
import { TileMap } from './TileMap.tsx'

export interface DepartmentsProps {
  departments: NonNullable<StateFigures['departments']>
  addressOf: (code: DepartmentCode) => string
}

type Count = DepartmentsProps['departments'][string]
const none: Count = { accompaniments: 0, activities: 0 }

/** Every department, on a map of tiles and in a table: those where nothing was done are as telling as the others. */
export function Departments({ departments, addressOf }: DepartmentsProps) {
  const countOf = (code: DepartmentCode) => departments[code] ?? none
  return (
    <section aria-labelledby="departements">
      <h2 id="departements">Par département</h2>
      <TileMap
        amountOf={(code) => countOf(code).accompaniments}
        titleOf={(code) => `${departmentName(code)}\u00A0: ${countOrHidden(countOf(code).accompaniments)}`}
      />
      <DataTable
        caption="Accompagnements et activités par département"
        columns={columnsOf(countOf, addressOf)}
        rows={departmentTiles.map(({ code }) => code).toSorted()}
        rowKey={(code) => code}
      />
    </section>
  )
}

function columnsOf(
  countOf: (code: DepartmentCode) => Count,
  addressOf: (code: DepartmentCode) => string,
): Column<DepartmentCode>[] {
  return [
    {
      key: 'department',
      head: 'Département',
      cell: (code) => (
        <Link href={addressOf(code)}>
          {departmentName(code)} ({code})
        </Link>
      ),
    },
    {
      key: 'accompaniments',
      head: 'Accompagnements',
      align: 'number',
      cell: (code) => countOrHidden(countOf(code).accompaniments),
    },
    {
      key: 'activities',
      head: 'Activités',
      align: 'number',
      cell: (code) => countOrHidden(countOf(code).activities),
    },
  ]
}
