import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import { offeredPeriods } from '../../../../domain/statistics/offered-periods.ts'
import { firstOfMonth, type Period } from '../../../../domain/statistics/period.ts'
import { formatMonth } from '../../../ui/format/date.ts'
import { SelectField } from '../../../ui/SelectField.tsx'
import type { FiguresQuestion } from '../figures-question.ts'
import { offeredPeriodLabels } from '../period-words.ts'
import styles from '../read-figures.module.css'
import { monthsToChoose, withEnd } from './state-months.ts'

export interface StatePeriodFieldProps {
  when: FiguresQuestion['when']
  /** The months that are asked for: where other months begin. */
  months: Period
  today: CalendarDay
  onWhen: (when: FiguresQuestion['when']) => void
}

const otherMonths = 'autre'

/** The period first: by a name, or from a month to another. Days are not offered: two periods would tell of a day. */
export function StatePeriodField({ when, months, today, onWhen }: StatePeriodFieldProps) {
  const isOther = typeof when !== 'string'
  return (
    <div className={styles.period} data-print="hide">
      <SelectField
        label="Période"
        options={[
          ...offeredPeriods.map((name) => ({ value: name as string, label: offeredPeriodLabels[name] })),
          { value: otherMonths, label: 'D’autres mois' },
        ]}
        value={isOther ? otherMonths : when}
        onChange={({ target }) => onWhen(offeredPeriods.find((name) => name === target.value) ?? months)}
      />
      {isOther && (
        <>
          <MonthField label="De" end="from" {...{ months, today, onWhen }} />
          <MonthField label="À" end="to" {...{ months, today, onWhen }} />
        </>
      )}
    </div>
  )
}

interface MonthFieldProps extends Omit<StatePeriodFieldProps, 'when'> {
  label: string
  end: 'from' | 'to'
}

function MonthField({ label, end, months, today, onWhen }: MonthFieldProps) {
  const offered = monthsToChoose(months, today)
  return (
    <SelectField
      label={label}
      options={offered.map((month) => ({ value: month as string, label: formatMonth(month) }))}
      value={firstOfMonth(months[end])}
      onChange={({ target }) => {
        const month = offered.find((one) => one === target.value)
        if (month) onWhen(withEnd(months, end, month))
      }}
    />
  )
}
