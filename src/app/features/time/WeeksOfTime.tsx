import { useState } from 'react'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import {
  timeUseLabels,
  timeUses,
  type TimeUse,
  type WeekOfTime,
} from '../../../domain/statistics/time-spent.ts'
import { BarList } from '../../ui/BarList.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { formatDayInFigures } from '../../ui/format/date.ts'
import { formatDuration, formatHours } from '../../ui/format/duration.ts'
import { formatShare } from '../../ui/format/number.ts'
import { Stack } from '../../ui/Stack.tsx'

export interface WeeksOfTimeProps {
  /** Whose they are, in the caption of the table. */
  name: string
  weeks: readonly WeekOfTime[]
  today: CalendarDay
}

/** One person's weeks: what their time went to, as bars, and week by week in a table. */
export function WeeksOfTime({ name, weeks, today }: WeeksOfTimeProps) {
  const [isOpen, setOpen] = useState(false)
  const total = weeks.reduce((sum, week) => sum + week.total, 0)
  const minutesOf = (use: TimeUse) => weeks.reduce((sum, { minutes }) => sum + minutes[use], 0)
  return (
    <Stack>
      <p>{sentence(weeks, total, today)}</p>
      {total > 0 && (
        <BarList
          most={total}
          rows={timeUses.map((use) => ({
            key: use,
            label: timeUseLabels[use],
            amount: minutesOf(use),
            value: `${formatHours(minutesOf(use))} (${formatShare(minutesOf(use) / total)})`,
          }))}
        />
      )}
      <Disclosure summary="Voir semaine par semaine" open={isOpen} onToggle={setOpen}>
        <DataTable
          caption={`Temps par semaine, ${name}`}
          columns={columns}
          rows={weeks.toReversed()}
          rowKey={({ monday }) => monday}
        />
      </Disclosure>
    </Stack>
  )
}

/** The running week isn't over: it is left out of what is compared with working time. */
function sentence(weeks: readonly WeekOfTime[], total: number, today: CalendarDay): string {
  const over = weeks.slice(0, -1)
  const all = `${formatHours(total)} dans les comptes rendus sur ${weeks.length} semaines, jusqu’au ${formatDayInFigures(today)}.`
  if (over.some(({ expected }) => expected === null))
    return `${all} Le temps de travail de la semaine n’est pas renseigné.`
  const [told, expected] = [
    over.reduce((sum, week) => sum + week.total, 0),
    over.reduce((sum, week) => sum + (week.expected ?? 0), 0),
  ]
  return `${all} Sur les semaines terminées\u00A0: ${formatHours(told)}, pour ${formatHours(expected)} de travail prévues, congés et absences déduits.`
}

const duration = (minutes: number) => (minutes === 0 ? '–' : formatDuration(minutes))

const columns: readonly Column<WeekOfTime>[] = [
  { key: 'week', head: 'Semaine du', cell: ({ monday }) => formatDayInFigures(monday) },
  ...timeUses.map((use): Column<WeekOfTime> => ({
    key: use,
    head: timeUseLabels[use],
    align: 'number',
    cell: ({ minutes }) => duration(minutes[use]),
  })),
  { key: 'total', head: 'En tout', align: 'number', onCard: 'shown', cell: ({ total }) => duration(total) },
  {
    key: 'expected',
    head: 'Temps de travail',
    align: 'number',
    onCard: 'shown',
    cell: ({ expected }) => (expected === null ? 'Non renseigné' : duration(expected)),
  },
]
