import { useId } from 'react'
import { BarList } from '../../../ui/BarList.tsx'
import type { BlockDefinition } from '../block-definitions.ts'
import styles from '../read-figures.module.css'

/** About as many answers as each breakdown of people has, *Non communiqué* among them. */
const usualRows = 5

/** The place of a breakdown of people who are still being counted: nothing below it moves when it comes. */
export function PendingBlock({ block }: { block: BlockDefinition }) {
  const id = useId()
  const rows = block.order ? block.order.length : usualRows
  return (
    <section className={styles.block} aria-labelledby={id} aria-busy="true">
      <div className={styles.blockHead}>
        <h3 id={id}>{block.title}</h3>
      </div>
      <p className={styles.rule}>{block.rule}</p>
      <div className={styles.pending} aria-hidden="true">
        <BarList
          rows={Array.from({ length: rows }, (_, place) => ({
            key: String(place),
            label: '…',
            amount: 0,
            value: '',
          }))}
        />
      </div>
      <div className={styles.pendingActions} />
    </section>
  )
}
