import type { StateFigures } from '../../../../domain/access/state-figures.ts'
import type { TimeStep } from '../../../../domain/statistics/timeline.ts'
import { ColumnChart } from '../../../ui/ColumnChart.tsx'
import type { Column } from '../../../ui/DataTable.tsx'
import { counted } from '../../../ui/format/number.ts'
import { FigureBlock } from '../FigureBlock.tsx'
import { StepSelect } from '../StepSelect.tsx'
import { pastedTable } from '../table-text.ts'
import { barLabel, barWords } from '../time-words.ts'
import { countOrHidden } from './amount-words.ts'

export interface StateTimeProps {
  figures: StateFigures
  onStep: (step: TimeStep) => void
}

type StateBar = StateFigures['bars'][number]

/** A territory's accompaniments as time goes by. */
export function StateTime({ figures: { bars, step, period }, onStep }: StateTimeProps) {
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
      aside={<StepSelect step={step} onStep={onStep} />}
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
