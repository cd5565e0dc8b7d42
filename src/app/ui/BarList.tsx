import type { ReactNode } from 'react'
import styles from './BarList.module.css'

export interface BarRow {
  key: string
  label: ReactNode
  /** How long the bar is, beside the others: from zero, in any unit. */
  amount: number
  /** What the bar says: « 42 (12 %) ». */
  value: ReactNode
}

export interface BarListProps {
  rows: readonly BarRow[]
  /** What the longest bar could be; the longest of the rows unless said. */
  most?: number
  /** Makes a row a way to what it counts. */
  renderRow?: (row: BarRow, content: ReactNode) => ReactNode
}

/**
 * Bars that lie, one under the other, each with its words on it: a list for whoever hears it. They begin at zero and
 * have one hue; what is told apart by words needs no colours.
 */
export function BarList({
  rows,
  most = Math.max(...rows.map(({ amount }) => amount)),
  renderRow,
}: BarListProps) {
  return (
    <ul className={styles.bars}>
      {rows.map((row) => {
        const content = <Bar row={row} most={most} />
        return (
          <li key={row.key} className={styles.row}>
            {renderRow ? renderRow(row, content) : content}
          </li>
        )
      })}
    </ul>
  )
}

function Bar({ row: { label, amount, value }, most }: { row: BarRow; most: number }) {
  return (
    <span className={styles.content}>
      <span className={styles.words}>
        <span>{label}</span> <span className={styles.value}>{value}</span>
      </span>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.bar} style={{ inlineSize: `${most > 0 ? (100 * amount) / most : 0}%` }} />
      </span>
    </span>
  )
}
