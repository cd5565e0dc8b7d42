import type { StateFigures } from '../../../../domain/access/state-figures.ts'
import { ColumnChart } from '../../../ui/ColumnChart.tsx'
import type { Column } from '../../../ui/DataTable.tsx'
import { counted } from '../../../ui/format/number.ts'
import { FigureBlock } from '../FigureBlock.tsx'
import { pastedTable } from '../table-text.ts'
import { barLabel, barWords } from '../time-words.ts'
import { countOrHidden } from './amount-words.ts'

type StateBar = StateFigures['bars'][number]

const step = 'mois'

/** A territory's accompaniments month after month; nothing for one month, which the totals tell. */
export function StateTime({ figures: { bars, period } }: { figures: StateFigures }) {
  if (bars.length < 2) return null
  const words = (bar: StateBar) => barWords(bar, step)
  const columns: Column<StateBar>[] = [
    { key: 'when', head: 'Dates', cell: words },
    {
      key: 'accompaniments',
      head: 'Accompagnements',
      align: 'number',
      cell: ({ accompaniments }) => countOrHidden(accompaniments),
    },
    {
      key: 'activities',
      head: 'Activités',
      align: 'number',
      cell: ({ activities }) => countOrHidden(activities),
    },
  ]
  return (
    <FigureBlock
      title="Accompagnements au fil du temps"
      rule="Au jour de l’activité, qu’elle ait été déposée ce jour-là ou plus tard."
      columns={columns}
      rows={bars}
      rowKey={({ from }) => from}
      copied={() =>
        pastedTable([
          columns.map(({ head }) => head),
          ...bars.map((bar) => [
            words(bar),
            countOrHidden(bar.accompaniments),
            countOrHidden(bar.activities),
          ]),
        ])
      }
    >
      <ColumnChart
        columns={bars.map((bar) => ({
          key: bar.from,
          amount: bar.accompaniments ?? 0,
          value: countOrHidden(bar.accompaniments),
          label: barLabel(bar, step, period),
          words: `${words(bar)}\u00A0: ${countOrHidden(bar.accompaniments, (count) => counted(count, 'accompagnement', 'accompagnements'))}`,
        }))}
        summary={`${bars.length} barres. Le tableau les donne toutes.`}
        renderColumn={(_, content) => content}
      />
    </FigureBlock>
  )
}
