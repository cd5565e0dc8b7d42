import { absenceSchema, type AbsenceKind } from '../../domain/absence/absence.ts'
import { addDays, type CalendarDay } from '../../domain/calendar-day.ts'
import { mondayOf } from '../../domain/statistics/period.ts'
import type { DemonstrationAdvisor } from './demonstration-advisor.ts'
import type { GeneratedDocument } from './generated-document.ts'
import { seededRandom } from './seeded-random.ts'
import { seededDocumentId } from './seeded-uuid.ts'

/** Why, how many weeks after this one, from which of its days, and for how many. */
type Declared = readonly [kind: AbsenceKind, weeks: number, weekday: number, days: number]

/** To come only: what was filed before isn't of days off. */
const declared: Readonly<Record<string, readonly Declared[]>> = {
  awa: [['conge', 4, 0, 5]],
  bruno: [
    ['formation', 2, 1, 2],
    ['conge', 5, 0, 5],
  ],
}

/** What an advisor declared of their absences, two days ago. */
export function declaredAbsences(
  { key }: DemonstrationAdvisor,
  { today, now }: { today: CalendarDay; now: Date },
): GeneratedDocument[] {
  const filedAt = new Date(now.getTime() - 2 * 86_400_000)
  return (declared[key] ?? []).map(([kind, weeks, weekday, days]) => {
    const random = seededRandom(`${key}/absence/${today}/${weeks}`)
    const from = addDays(mondayOf(today), 7 * weeks + weekday)
    const body = { kind, from, to: addDays(from, days - 1), declaredBy: 'advisor' }
    absenceSchema.parse(body)
    return { id: seededDocumentId(random, filedAt), body, filedAt }
  })
}
