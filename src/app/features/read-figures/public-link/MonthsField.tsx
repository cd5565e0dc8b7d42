import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import { firstOfMonth, lastOfMonth, type Period } from '../../../../domain/statistics/period.ts'
import { formatMonth } from '../../../ui/format/date.ts'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { lastMonthsFrom, monthsOver, withFirst } from './published-months.ts'

export interface MonthsFieldProps {
  period: Period
  today: CalendarDay
  onPeriod: (period: Period) => void
}

/** Whole months that are over: other days could be subtracted from one another. */
export function MonthsField({ period, today, onPeriod }: MonthsFieldProps) {
  const option = (month: CalendarDay) => ({ value: month as string, label: formatMonth(month) })
  const firsts = monthsOver(today)
  const lasts = lastMonthsFrom(period.from, today)
  return (
    <Stack>
      <SelectField
        label="Premier mois"
        hint="Des mois entiers et terminés, douze au plus."
        options={firsts.map(option)}
        value={period.from}
        onChange={({ target }) => {
          const from = firsts.find((month) => month === target.value)
          if (from) onPeriod(withFirst(period, from, today))
        }}
      />
      <SelectField
        label="Dernier mois"
        options={lasts.map(option)}
        value={firstOfMonth(period.to)}
        onChange={({ target }) => {
          const last = lasts.find((month) => month === target.value)
          if (last) onPeriod({ from: period.from, to: lastOfMonth(last) })
        }}
      />
    </Stack>
  )
}
