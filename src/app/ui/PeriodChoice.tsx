import { calendarDaySchema, type CalendarDay } from '../../domain/calendar-day.ts'
import { ChipRadioGroup } from './ChipRadioGroup.tsx'
import { DateField } from './DateField.tsx'
import styles from './filters.module.css'
import { usualPeriods } from './usual-periods.ts'

/** Days that are looked at; open at an end where there is none. */
export interface ChosenPeriod {
  from: CalendarDay | undefined
  to: CalendarDay | undefined
}

export interface PeriodChoiceProps {
  period: ChosenPeriod
  today: CalendarDay
  onPeriod: (period: ChosenPeriod) => void
}

/** The days that are looked at: a usual period in one tap, or any other. */
export function PeriodChoice({ period: { from, to }, today, onPeriod }: PeriodChoiceProps) {
  const periods = usualPeriods(today)
  const chosen = periods.find((period) => period.from === from && period.to === to)
  return (
    <div>
      <ChipRadioGroup
        label="Période"
        options={periods.map(({ label }) => ({ value: label, label }))}
        value={chosen?.label ?? null}
        onChange={(label) => {
          const period = periods.find((one) => one.label === label)
          if (period) onPeriod({ from: period.from, to: period.to })
        }}
      />
      <div className={styles.period}>
        <DateField
          label="Du"
          value={from ?? ''}
          max={to}
          onChange={({ target }) => onPeriod({ from: dayOf(target.value), to })}
        />
        <DateField
          label="Au"
          value={to ?? ''}
          min={from}
          onChange={({ target }) => onPeriod({ from, to: dayOf(target.value) })}
        />
      </div>
    </div>
  )
}

function dayOf(text: string): CalendarDay | undefined {
  return calendarDaySchema.safeParse(text).data
}
