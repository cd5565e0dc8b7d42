import type { PublicFigures } from '../../../../domain/access/public-figures.ts'
import { BarList } from '../../../ui/BarList.tsx'
import { counted } from '../../../ui/format/number.ts'
import styles from '../bilan/bilan.module.css'
import { BlockHead, type HeadLevel } from '../bilan/BlockHead.tsx'
import type { BlockDefinition } from '../block-definitions.ts'
import { amountWithShare, countedIn } from '../unit-words.ts'
import { publicRows, saysAnything } from './public-blocks.ts'

export interface PublicBlockProps {
  block: BlockDefinition
  figures: PublicFigures
  /** Said where there are no lines; nothing is shown of the block where it isn't. */
  none: string | undefined
  level: HeadLevel
}

/** A breakdown for anybody: what is hidden says so. */
export function PublicBlock({ block, figures, none, level }: PublicBlockProps) {
  const all = publicRows(block, figures)
  const { rows, left, hidden } = all
  if (!saysAnything(all) && none === undefined) return null
  return (
    <section className={styles.block}>
      <BlockHead level={level} title={block.title} unit={countedIn(block)} />
      {!saysAnything(all) && <p>{none}</p>}
      {rows.length > 0 && (
        <BarList
          rows={rows.map((row) => ({
            key: row.key,
            label: row.label,
            amount: row.amount,
            value: amountWithShare(block.unit, row),
          }))}
        />
      )}
      {left > 0 && <p className={styles.unit}>et {counted(left, 'autre ligne', 'autres lignes')}</p>}
      {hidden.length > 0 && <p className={styles.unit}>Masqué&nbsp;: {hidden.join(', ')}</p>}
    </section>
  )
}
