import { useState, type ReactNode } from 'react'
import type { Control } from 'react-hook-form'
import { addDays, addMonths, type CalendarDay } from '../../../domain/calendar-day.ts'
import { formMonthsBack } from '../../../domain/report/filing-window.ts'
import { ChipRadioGroup } from '../../ui/ChipRadioGroup.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Stack } from '../../ui/Stack.tsx'
import type { ReportFormValues } from './form-values.ts'
import { useReportField } from './use-report-field.ts'

export interface WhenFieldProps {
  control: Control<ReportFormValues>
  today: CalendarDay
  /** What is to be said of the day. */
  children?: ReactNode
}

type When = 'today' | 'yesterday' | 'other'

const choices = [
  { value: 'today', label: 'Aujourd’hui' },
  { value: 'yesterday', label: 'Hier' },
  { value: 'other', label: 'Date' },
] as const satisfies readonly { value: When; label: string }[]

/** The day of the activity: two chips for nearly all of them, the device's calendar for the others. */
export function WhenField({ control, today, children }: WhenFieldProps) {
  const field = useReportField(control, 'date')
  const [asksDate, setAsksDate] = useState(false)
  const yesterday = addDays(today, -1)
  const when = whenOf(field.value, today, yesterday, asksDate)
  const { error } = field
  const choose = (next: When) => {
    setAsksDate(next === 'other')
    if (next === 'today') field.onChange(today)
    if (next === 'yesterday') field.onChange(yesterday)
  }
  return (
    <Stack gap="close">
      <ChipRadioGroup
        label="Quand"
        beside
        options={choices}
        value={when}
        onChange={choose}
        error={when === 'other' ? undefined : error}
        {...(when === 'other' ? {} : field.tie)}
      />
      {when === 'other' && (
        <DateField
          label="Jour de l’activité"
          value={field.value}
          min={addMonths(today, -formMonthsBack)}
          max={today}
          onChange={field.onChange}
          error={error}
          {...field.tie}
        />
      )}
      {children}
    </Stack>
  )
}

function whenOf(date: string, today: CalendarDay, yesterday: CalendarDay, asksDate: boolean): When {
  if (asksDate) return 'other'
  if (date === today) return 'today'
  return date === yesterday ? 'yesterday' : 'other'
}
