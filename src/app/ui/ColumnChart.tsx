import type { ReactNode } from 'react'
import styles from './ColumnChart.module.css'

export interface ChartColumn {
  key: string
  amount: number
  /** On the column where there is room: « 42 ». */
  value: string
  /** Under the column where there is room: « nov. ». */
  label: string
  /** Whole, for whoever hears it or points at it: « novembre 2026 : 42 accompagnements ». */
  words: string
}

export interface ColumnChartProps {
  columns: readonly ChartColumn[]
  /** All of it in a sentence, where the columns are too many to be told one by one. */
  summary: string
  /** Makes a column a way to what it counts. */
  renderColumn: (column: ChartColumn, content: ReactNode) => ReactNode
}

/** More have no room for words at each column, nor for a finger: they are looked at, and the table has a way to each. */
const mostWithWords = 13

/** Columns of time, every one of the period, from zero. More than the screen has room for are scrolled through. */
export function ColumnChart({ columns, summary, renderColumn }: ColumnChartProps) {
  const most = Math.max(1, ...columns.map(({ amount }) => amount))
  const isMany = columns.length > mostWithWords
  const every = Math.ceil(columns.length / mostWithWords)
  const drawn = columns.map((column, index) => (
    <Column
      key={column.key}
      column={column}
      most={most}
      isLabelled={index % every === 0}
      isValued={every === 1}
    >
      {isMany ? undefined : (content) => renderColumn(column, content)}
    </Column>
  ))
  if (!isMany) {
    return (
      <div className={styles.scroller}>
        <ul className={styles.columns}>{drawn}</ul>
      </div>
    )
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, hence the keyboard must reach it
    <figure className={styles.scroller} data-many aria-label={summary} tabIndex={0}>
      <div className={styles.columns} aria-hidden="true">
        {drawn}
      </div>
    </figure>
  )
}

interface ColumnProps {
  column: ChartColumn
  most: number
  isLabelled: boolean
  isValued: boolean
  children: ((content: ReactNode) => ReactNode) | undefined
}

function Column({ column, most, isLabelled, isValued, children }: ColumnProps) {
  const { amount, value, label, words } = column
  const content = (
    <>
      <span className={styles.words}>{words}</span>
      <span className={styles.room} aria-hidden="true">
        {isValued && <span className={styles.value}>{value}</span>}
        <span
          className={styles.column}
          style={{ blockSize: `calc((100% - var(--said)) * ${amount / most})` }}
        />
      </span>
      <span className={styles.label} aria-hidden="true">
        {isLabelled ? label : ''}
      </span>
    </>
  )
  return children ? (
    <li className={styles.slot} title={words}>
      {children(content)}
    </li>
  ) : (
    <span className={styles.slot} title={words}>
      {content}
    </span>
  )
}
