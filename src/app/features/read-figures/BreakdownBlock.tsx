import { useState } from 'react'
import type { FacetNames } from '../../../domain/report/search/facet-words.ts'
import { BarList, type BarRow } from '../../ui/BarList.tsx'
import { Button } from '../../ui/Button.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { formatShare } from '../../ui/format/number.ts'
import { blockRows, type BlockRow } from './block-rows.ts'
import type { BlockDefinition } from './block-definitions.ts'
import { countedReportsAddress } from './counted-reports.ts'
import { FigureBlock } from './FigureBlock.tsx'
import { ToReports } from './ToReports.tsx'
import { tableText } from './table-text.ts'
import { amountWithShare, formatAmount, unitHeads } from './unit-words.ts'
import type { AskedFigures } from './use-figures.ts'

export interface BreakdownBlockProps {
  block: BlockDefinition
  asked: AskedFigures
  names: FacetNames
  /** Above the bars, in a sentence. */
  sentence?: string | undefined
}

/** Rows that are shown at first: the rest is in one tap, and in the table. */
const shownAtFirst = 8

/** What activities or people are made of, by one field; nothing where there is nothing of it. */
export function BreakdownBlock({ block, asked, names, sentence }: BreakdownBlockProps) {
  const [isWhole, setWhole] = useState(false)
  const rows = blockRows(block, asked.figures, names)
  if (rows.length === 0) return null
  const addressOf = ({ value }: BlockRow) => value && countedReportsAddress(asked, asked.period, value)
  const shown = isWhole ? rows : rows.slice(0, shownAtFirst)
  return (
    <FigureBlock
      title={block.title}
      rule={sentence ? `${sentence} ${block.rule}` : block.rule}
      columns={columnsOf(block, addressOf)}
      rows={rows}
      rowKey={({ key }) => key}
      copied={() => tableText(block, rows)}
    >
      <BarList
        rows={shown.map((row): BarRow => ({
          key: row.key,
          label: row.label,
          amount: row.amount,
          value: amountWithShare(block.unit, row),
        }))}
        most={Math.max(...rows.map(({ amount }) => amount))}
        renderRow={({ key }, content) => {
          const row = rows.find((other) => other.key === key)
          return <ToReports address={row && addressOf(row)}>{content}</ToReports>
        }}
      />
      {rows.length > shown.length && (
        <div data-print="hide">
          <Button variant="quiet" icon="down" onClick={() => setWhole(true)}>
            Voir les {rows.length - shown.length} autres
          </Button>
        </div>
      )}
    </FigureBlock>
  )
}

function columnsOf(
  { unit }: BlockDefinition,
  addressOf: (row: BlockRow) => string | undefined,
): Column<BlockRow>[] {
  return [
    {
      key: 'label',
      head: 'Valeur',
      cell: (row) => <ToReports address={addressOf(row)}>{row.label}</ToReports>,
    },
    {
      key: 'amount',
      head: unitHeads[unit],
      align: 'number',
      cell: ({ amount }) => formatAmount(unit, amount),
    },
    {
      key: 'share',
      head: 'Part',
      align: 'number',
      cell: ({ share }) => (share === undefined ? '–' : formatShare(share)),
    },
  ]
}
