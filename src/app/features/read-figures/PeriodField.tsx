import { memo, useState } from 'react'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import { offeredPeriods, type OfferedPeriod } from '../../../domain/statistics/offered-periods.ts'
import type { Period } from '../../../domain/statistics/period.ts'
import { DateField } from '../../ui/DateField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { periodOf, type FiguresQuestion } from './figures-question.ts'
import { offeredPeriodLabels } from './period-words.ts'
import styles from './read-figures.module.css'

export interface PeriodFieldProps {
  when: FiguresQuestion['when']
  /** The days that are shown: where other days begin. */
  period: Period
  today: CalendarDay
  /** Those that are offered by name; all unless said. */
  offered?: readonly OfferedPeriod[]
  onWhen: (when: FiguresQuestion['when']) => void
}

const otherDays = 'autre'

/** The period first: by a name, or from a day to another. */
export const PeriodField = memo(function PeriodField({
  when,
  period,
  today,
  offered = offeredPeriods,
  onWhen,
}: PeriodFieldProps) {
  const isOther = typeof when !== 'string'
  return (
    <div className={styles.period} data-print="hide">
      <SelectField
        label="Période"
        options={[
          ...offered.map((name) => ({ value: name as string, label: offeredPeriodLabels[name] })),
          { value: otherDays, label: 'D’autres dates' },
        ]}
        value={isOther ? otherDays : when}
        onChange={({ target }) => onWhen(offered.find((name) => name === target.value) ?? period)}
      />
      {isOther && <Days period={period} today={today} onPeriod={onWhen} />}
    </div>
  )
})

interface DaysProps {
  period: Period
  today: CalendarDay
  onPeriod: (period: Period) => void
}

/** Two days as they are typed: what isn't a period yet stays in the fields and changes no figure. */
function Days({ period, today, onPeriod }: DaysProps) {
  const [typed, setTyped] = useState<{ from: string; to: string }>(period)
  const type = (next: { from: string; to: string }) => {
    setTyped(next)
    const known = periodOf(next.from, next.to)
    if (known) onPeriod(known)
  }
  const isBackwards = typed.from !== '' && typed.to !== '' && typed.from > typed.to
  return (
    <>
      <DateField
        label="Du"
        value={typed.from}
        onChange={({ target }) => type({ ...typed, from: target.value })}
      />
      <DateField
        label="Au"
        value={typed.to}
        max={today}
        error={isBackwards ? 'Le dernier jour vient avant le premier.' : undefined}
        onChange={({ target }) => type({ ...typed, to: target.value })}
      />
    </>
  )
}
