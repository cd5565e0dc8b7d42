import type { StateNeeds } from '../../../../domain/access/state-needs.ts'
import { BarList } from '../../../ui/BarList.tsx'
import type { Column } from '../../../ui/DataTable.tsx'
import { formatNumber, formatShare } from '../../../ui/format/number.ts'
import { changeSentence } from '../change-sentence.ts'
import { FigureBlock } from '../FigureBlock.tsx'
import { pastedTable } from '../table-text.ts'
import { needsLines, type NeedsBlockDefinition, type NeedsLine } from './needs-blocks.ts'
import styles from './needs.module.css'

export interface NeedsBlockProps {
  block: NeedsBlockDefinition
  edition: NonNullable<StateNeeds['edition']>
}

/** What a territory's accompaniments were about, by one field, with how each changed; nothing where nothing is shown. */
export function NeedsBlock({
  block: { facet, title, rule },
  edition: { now, before, year },
}: NeedsBlockProps) {
  const lines = needsLines(facet, now, before)
  if (lines.length === 0) return null
  const changeOf = ({ amount, before: earlier }: NeedsLine) => {
    if (before === null) return undefined
    return earlier === undefined
      ? `Pas montré en ${year - 1}.`
      : changeSentence(amount, earlier, formatNumber)
  }
  const shareOf = ({ share }: NeedsLine) => (share === undefined ? '–' : formatShare(share))
  const beforeOf = ({ before: earlier }: NeedsLine) =>
    earlier === undefined ? 'pas montré' : formatNumber(earlier)
  const columns: Column<NeedsLine>[] = [
    { key: 'label', head: 'Réponse', cell: ({ label }) => label },
    { key: 'amount', head: String(year), align: 'number', cell: ({ amount }) => formatNumber(amount) },
    { key: 'share', head: 'Part', align: 'number', cell: shareOf },
    ...(before === null
      ? []
      : [{ key: 'before', head: String(year - 1), align: 'number' as const, cell: beforeOf }]),
  ]
  return (
    <FigureBlock
      title={title}
      rule={rule}
      columns={columns}
      rows={lines}
      rowKey={({ key }) => key}
      copied={() =>
        pastedTable([
          columns.map(({ head }) => head),
          ...lines.map((line) => [
            line.label,
            formatNumber(line.amount),
            shareOf(line),
            ...(before === null ? [] : [beforeOf(line)]),
          ]),
        ])
      }
    >
      <BarList
        rows={lines.map((line) => ({
          key: line.key,
          label: (
            <>
              {line.label}
              <span className={styles.change}>{changeOf(line)}</span>
            </>
          ),
          amount: line.amount,
          value:
            line.share === undefined
              ? formatNumber(line.amount)
              : `${formatNumber(line.amount)} · ${shareOf(line)}`,
        }))}
      />
    </FigureBlock>
  )
}
