import type { PublicFigures } from '../../../../domain/access/public-figures.ts'
import { BarList } from '../../../ui/BarList.tsx'
import { counted, formatShare } from '../../../ui/format/number.ts'
import styles from '../bilan/bilan.module.css'
import { BlockHead, type HeadLevel } from '../bilan/BlockHead.tsx'
import type { BlockDefinition } from '../block-definitions.ts'
import { countOrHidden } from '../state/amount-words.ts'
import { countedIn, formatAmount } from '../unit-words.ts'
import { publicRows, type PublicRow } from './public-blocks.ts'

export interface PublicBlockProps {
  block: BlockDefinition
  figures: PublicFigures
  /** Said where there are no lines; nothing is shown of the block where it isn't. */
  none: string | undefined
  level: HeadLevel
}

/** A breakdown for anybody: what is hidden says so. */
export function PublicBlock({ block, figures, none, level }: PublicBlockProps) {
  const { rows, left } = publicRows(block, figures)
  if (rows.length === 0 && none === undefined) return null
  const words = ({ amount, share }: PublicRow) => {
    const said = countOrHidden(amount, (count) => formatAmount(block.unit, count))
    return share === undefined ? said : `${said} · ${formatShare(share)}`
  }
  return (
    <section className={styles.block}>
      <BlockHead level={level} title={block.title} unit={countedIn(block)} />
      {rows.length === 0 && <p>{none}</p>}
      <BarList
        rows={rows.map((row) => ({
          key: row.key,
          label: row.label,
          amount: row.amount ?? 0,
          value: words(row),
        }))}
        most={Math.max(...rows.map(({ amount }) => amount ?? 0))}
      />
      {left > 0 && <p className={styles.unit}>et {counted(left, 'autre ligne', 'autres lignes')}</p>}
    </section>
  )
}
