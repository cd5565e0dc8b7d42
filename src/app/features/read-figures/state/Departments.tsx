import { Link } from 'wouter'
import type { StateFigures } from '../../../../domain/access/state-figures.ts'
import { departmentName, type DepartmentCode } from '../../../../domain/territory/departments.ts'
import { formatNumber } from '../../../ui/format/number.ts'
import type { Column } from '../../../ui/DataTable.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { countOrHidden, hiddenWord } from './amount-words.ts'
import styles from './departments.module.css'
import { departmentTiles, type Tile } from './department-tiles.ts'
import { shadeOf, shadesOf } from './shades.ts'

export interface DepartmentsProps {
  departments: NonNullable<StateFigures['departments']>
  addressOf: (code: DepartmentCode) => string
}

type Count = DepartmentsProps['departments'][string]
const none: Count = { accompaniments: 0, activities: 0 }

/** Every department, on a map of tiles and in a table: those where nothing was done are as telling as the others. */
export function Departments({ departments, addressOf }: DepartmentsProps) {
  const countOf = (code: DepartmentCode) => departments[code] ?? none
  const shades = shadesOf(departmentTiles.map(({ code }) => countOf(code).accompaniments ?? 0))
  return (
    <section aria-labelledby="departements">
      <h2 id="departements">Par département</h2>
      <figure className={styles.figure}>
        <div className={styles.map} aria-hidden="true">
          {departmentTiles.map((tile) => (
            <TileOf key={tile.code} tile={tile} count={countOf(tile.code)} shades={shades} />
          ))}
        </div>
        <figcaption>
          <Legend shades={shades} />
        </figcaption>
      </figure>
      <DataTable
        caption="Accompagnements et activités par département"
        columns={columnsOf(countOf, addressOf)}
        rows={departmentTiles.map(({ code }) => code).toSorted()}
        rowKey={(code) => code}
      />
    </section>
  )
}

function TileOf({ tile, count, shades }: { tile: Tile; count: Count; shades: readonly number[] }) {
  const { code, row, column } = tile
  const shade = count.accompaniments === null ? 'hidden' : shadeOf(count.accompaniments, shades)
  return (
    <span
      className={styles.tile}
      data-shade={shade}
      style={{ gridRow: row, gridColumn: column }}
      title={`${departmentName(code)}\u00A0: ${countOrHidden(count.accompaniments)}`}
    >
      {code}
    </span>
  )
}

function Legend({ shades }: { shades: readonly number[] }) {
  const entries: [shade: string, words: string][] = [
    ['0', 'aucun'],
    ...shades.map((least, index): [string, string] => [String(index + 1), `${formatNumber(least)} et plus`]),
    ['hidden', hiddenWord],
  ]
  return (
    <ul className={styles.legend}>
      {entries.map(([shade, words]) => (
        <li key={shade}>
          <span className={styles.swatch} data-shade={shade} aria-hidden="true" />
          {words}
        </li>
      ))}
    </ul>
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
