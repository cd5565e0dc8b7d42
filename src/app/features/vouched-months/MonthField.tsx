import { addToMonth, daysOfMonth, monthOfDay, type CalendarMonth } from '../../../domain/calendar-month.ts'
import { useToday } from '../../data/react/use-today.ts'
import { formatMonth } from '../../ui/format/date.ts'
import { SelectField } from '../../ui/SelectField.tsx'

export interface MonthFieldProps {
  month: CalendarMonth
  onChange: (month: CalendarMonth) => void
}

/** A month that is over, of the last thirteen. */
export function MonthField({ month, onChange }: MonthFieldProps) {
  const latest = useLatestMonth()
  const months = Array.from({ length: 13 }, (_, back) => addToMonth(latest, -back))
  return (
    <SelectField
      label="Mois"
      options={months.map((value) => ({ value, label: formatMonth(daysOfMonth(value).from) }))}
      value={month}
      onChange={({ target }) => onChange(months.find((one) => one === target.value) ?? month)}
    />
  )
}

/** The last month that is over. */
export function useLatestMonth(): CalendarMonth {
  return addToMonth(monthOfDay(useToday()), -1)
}
