/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   a table drawn as blocks, on a phone, isn't a table any more for some browsers unless its roles are written */
import { useId, type ReactNode } from 'react'
import styles from './DataTable.module.css'
import { SortHead, type Sort } from './SortHead.tsx'

export interface Column<R> {
  key: string
  head: string
  cell: (row: R) => ReactNode
  /** `number` aligns at the end. */
  align?: 'text' | 'number'
  /** Its head may take two lines, where many columns stand side by side. */
  wraps?: boolean
  /** Offers to sort by it; the caller sorts. */
  sortable?: boolean
  /** On a phone each row is a card, that shows the two or three things that matter. The first column is its title. */
  onCard?: 'shown' | 'hidden'
}

export interface DataTableProps<R> {
  /** What the table holds: read first, and by those who print. */
  caption: ReactNode
  /** The first one names the row. */
  columns: readonly Column<R>[]
  rows: readonly R[]
  rowKey: (row: R) => string
  sort?: Sort | undefined
  onSort?: ((sort: Sort) => void) | undefined
}

/**
 * Rows to compare: head and first column stay in sight, sorted from the head; cards on a phone. The roles say again
 * what the elements are, because browsers forget it of a table drawn as blocks.
 */
export function DataTable<R>({ caption, columns, rows, rowKey, sort, onSort }: DataTableProps<R>) {
  const captionId = useId()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, hence the keyboard must reach it
    <section className={styles.scroller} aria-labelledby={captionId} tabIndex={0}>
      <table className={styles.table} role="table" aria-labelledby={captionId}>
        <caption className={styles.caption} id={captionId}>
          {caption}
        </caption>
        <thead className={styles.head} role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <SortHead key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} className={styles.row} role="row">
              {columns.map((column, index) => (
                <Cell key={column.key} column={column} isName={index === 0}>
                  {column.cell(row)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface CellProps {
  column: Omit<Column<never>, 'cell'>
  isName: boolean
  children: ReactNode
}

function Cell({ column: { head, align, onCard }, isName, children }: CellProps) {
  const look = { 'data-align': align, 'data-card': onCard }
  return isName ? (
    <th className={styles.name} scope="row" role="rowheader" {...look}>
      {children}
    </th>
  ) : (
    <td className={styles.cell} role="cell" data-head={head} {...look}>
      {children}
    </td>
  )
}
