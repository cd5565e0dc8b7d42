import type { StateCounts } from '../../../../../domain/commitments/readiness/readiness-tally.ts'
import { readinessWords } from '../../../../../domain/commitments/readiness/readiness-words.ts'
import { DataTable, type Column } from '../../../../ui/DataTable.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { counted, formatNumber, formatShare } from '../../../../ui/format/number.ts'
import type { Sort } from '../../../../ui/SortHead.tsx'
import styles from '../../posts.module.css'
import { boardMeasures, partDone, type NamedLine } from './readiness-lines.ts'

export interface ReadinessTableProps {
  lines: readonly NamedLine[]
  sort: Sort
  onSort: (sort: Sort) => void
}

/** A line for each territory: of how many it is done, of how many that isn't known. */
export function ReadinessTable({ lines, sort, onSort }: ReadinessTableProps) {
  if (lines.length === 0)
    return <EmptyState icon="people" title="Personne n’est en poste dans ce territoire." />
  const departments = lines.filter(({ key }) => key !== 'total').length
  return (
    <DataTable
      caption={counted(departments, 'département', 'départements')}
      columns={columns}
      rows={lines}
      rowKey={({ key }) => key}
      sort={sort}
      onSort={onSort}
    />
  )
}

const columns: readonly Column<NamedLine>[] = [
  {
    key: 'department',
    head: 'Territoire',
    sortable: true,
    cell: ({ code, name }) => (code === '' ? name : `${code} ${name}`),
  },
  {
    key: 'inPost',
    head: 'En poste',
    align: 'number',
    sortable: true,
    cell: ({ line }) => formatNumber(line.inPost),
  },
  ...boardMeasures.map((measure): Column<NamedLine> => ({
    key: measure,
    head: readinessWords[measure].label,
    align: 'number',
    wraps: true,
    sortable: true,
    cell: ({ line }) => <Counted counts={line[measure]} part={partDone(line, measure)} />,
  })),
]

function Counted({ counts, part }: { counts: StateCounts | null; part: number | null }) {
  if (!counts) return <span className={styles.source}>Non montré</span>
  const { done, unknown } = counts
  const notDue = counts['not-due']
  return (
    <span>
      {formatNumber(done)}
      {part !== null && <> ({formatShare(part)})</>}
      {unknown > 0 && <span className={styles.aside}>on ne sait pas&nbsp;: {formatNumber(unknown)}</span>}
      {notDue > 0 && <span className={styles.aside}>rien à suivre&nbsp;: {formatNumber(notDue)}</span>}
    </span>
  )
}
