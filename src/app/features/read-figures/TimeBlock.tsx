import type { TimeBar, TimeStep } from '../../../domain/statistics/timeline.ts'
import { ColumnChart } from '../../ui/ColumnChart.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { formatNumber } from '../../ui/format/number.ts'
import { reportsAddress } from './counted-reports.ts'
import { FigureBlock } from './FigureBlock.tsx'
import { StepSelect } from './StepSelect.tsx'
import { pastedTable } from './table-text.ts'
import { ToReports } from './ToReports.tsx'
import { barWords, chartColumns, summaryOf } from './time-words.ts'
import type { AskedFigures } from './use-figures.ts'

export interface TimeBlockProps {
  asked: AskedFigures
  onStep: (step: TimeStep) => void
}

/** Accompaniments as time goes by: every day, week or month of the period, those without any too. */
export function TimeBlock({ asked, onStep }: TimeBlockProps) {
  const { bars, step, period } = asked
  const addressOf = (bar: TimeBar) => reportsAddress(asked, bar)
  return (
    <FigureBlock
      title="Accompagnements au fil du temps"
      rule="Au jour de l’activité, qu’elle ait été déposée ce jour-là ou plus tard."
      columns={tableColumns(step, addressOf)}
      rows={bars}
      rowKey={({ from }) => from}
      copied={() => copiedText(bars, step)}
      aside={<StepSelect step={step} onStep={onStep} />}
    >
      <ColumnChart
        columns={chartColumns(bars, step, period)}
        summary={`${summaryOf(bars, step)} Le tableau les donne toutes.`}
        renderColumn={({ key }, content) => {
          const bar = bars.find(({ from }) => from === key)
          return <ToReports address={bar && addressOf(bar)}>{content}</ToReports>
        }}
      />
    </FigureBlock>
  )
}

function tableColumns(step: TimeStep, addressOf: (bar: TimeBar) => string | undefined): Column<TimeBar>[] {
  return [
    {
      key: 'when',
      head: 'Dates',
      cell: (bar) => <ToReports address={addressOf(bar)}>{barWords(bar, step)}</ToReports>,
    },
    {
      key: 'accompaniments',
      head: 'Accompagnements',
      align: 'number',
      cell: ({ accompaniments }) => formatNumber(accompaniments),
    },
    {
      key: 'activities',
      head: 'Activités',
      align: 'number',
      cell: ({ activities }) => formatNumber(activities),
    },
  ]
}

function copiedText(bars: readonly TimeBar[], step: TimeStep): string {
  const lines = bars.map((bar) => [barWords(bar, step), bar.accompaniments, bar.activities])
  return pastedTable([['Dates', 'Accompagnements', 'Activités'], ...lines])
}
