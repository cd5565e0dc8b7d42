import { calendarDaySchema, type CalendarDay } from '../../../domain/calendar-day.ts'
import { useToday } from '../../data/react/use-today.ts'
import { ChipRadioGroup } from '../../ui/ChipRadioGroup.tsx'
import { DateField } from '../../ui/DateField.tsx'
import type { FilterProps } from './ChosenFilters.tsx'
import { usualPeriods } from './usual-periods.ts'
import styles from './find-report.module.css'

/** The days that are looked at: a usual period in one tap, or any other. */
export function PeriodFilter({ filter, onFilter }: FilterProps) {
  const periods = usualPeriods(useToday())
  const chosen = periods.find(({ from, to }) => from === filter.from && to === filter.to)
  return (
    <div>
      <ChipRadioGroup
        label="Période"
        options={periods.map(({ label }) => ({ value: label, label }))}
        value={chosen?.label ?? null}
        onChange={(label) => {
          const period = periods.find((one) => one.label === label)
          if (period) onFilter({ ...filter, from: period.from, to: period.to })
        }}
      />
      <div className={styles.period}>
        <DateField
          label="Du"
          value={filter.from ?? ''}
          max={filter.to}
          onChange={({ target }) => onFilter({ ...filter, from: dayOf(target.value) })}
        />
        <DateField
          label="Au"
          value={filter.to ?? ''}
          min={filter.from}
          onChange={({ target }) => onFilter({ ...filter, to: dayOf(target.value) })}
        />
      </div>
    </div>
  )
}

function dayOf(text: string): CalendarDay | undefined {
  return calendarDaySchema.safeParse(text).data
}
