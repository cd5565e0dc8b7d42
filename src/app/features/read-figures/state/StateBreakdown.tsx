import type { StateFigures } from '../../../../domain/access/state-figures.ts'
import { BarList } from '../../../ui/BarList.tsx'
import type { Column } from '../../../ui/DataTable.tsx'
import { formatShare } from '../../../ui/format/number.ts'
import type { BlockDefinition } from '../block-definitions.ts'
import { FigureBlock } from '../FigureBlock.tsx'
import { pastedTable } from '../table-text.ts'
import { formatAmount, unitHeads } from '../unit-words.ts'
import { countOrHidden } from './amount-words.ts'
import { PendingBlock } from './PendingBlock.tsx'
import { stateRows, type StateRow } from './state-rows.ts'

/** What a territory's activities or people are made of, by one field; nothing where there is nothing of it. */
export function StateBreakdown({ block, figures }: { block: BlockDefinition; figures: StateFigures }) {
  if (block.unit === 'people' && block.facet !== 'residence' && !figures.isWhole)
    return <PendingBlock block={block} />
  const rows = stateRows(block, figures)
  if (rows.length === 0) return null
  const words = ({ amount }: StateRow) => countOrHidden(amount, (count) => formatAmount(block.unit, count))
  const columns: Column<StateRow>[] = [
    { key: 'label', head: 'Valeur', cell: ({ label }) => label },
    { key: 'amount', head: unitHeads[block.unit], align: 'number', cell: words },
    { key: 'share', head: 'Part', align: 'number', cell: ({ share }) => shareInWords(share) },
  ]
  return (
    <FigureBlock
      title={block.title}
      rule={block.rule}
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      copied={() =>
        pastedTable([
          columns.map(({ head }) => head),
          ...rows.map((row) => [row.label, words(row), shareInWords(row.share)]),
        ])
      }
    >
      <BarList
        rows={rows.map((row) => ({
          key: row.key,
          label: row.label,
          amount: row.amount ?? 0,
          value: row.share === undefined ? words(row) : `${words(row)} · ${formatShare(row.share)}`,
        }))}
      />
    </FigureBlock>
  )
}

function shareInWords(share: number | undefined): string {
  return share === undefined ? '–' : formatShare(share)
}
