import { absenceSchema, type AbsenceKind } from '../../domain/absence/absence.ts'
import { addDays, type CalendarDay } from '../../domain/calendar-day.ts'
import type { DemonstrationAdvisor } from './demonstration-advisor.ts'
import type { GeneratedDocument } from './generated-document.ts'
import { seededRandom } from './seeded-random.ts'
import { seededDocumentId } from './seeded-uuid.ts'

/** Why, and from when to when, in days from today. */
type Declared = readonly [kind: AbsenceKind, from: number, to: number]

/** To come only: what was filed before isn't of days off. */
const declared: Readonly<Record<string, readonly Declared[]>> = {
  awa: [['conge', 27, 34]],
  bruno: [
    ['formation', 8, 9],
    ['conge', 30, 34],
  ],
}

/** What an advisor declared of their absences, two days ago. */
export function declaredAbsences(
  { key }: DemonstrationAdvisor,
  { today, now }: { today: CalendarDay; now: Date },
): GeneratedDocument[] {
  const filedAt = new Date(now.getTime() - 2 * 86_400_000)
  return (declared[key] ?? []).map(([kind, from, to]) => {
    const random = seededRandom(`${key}/absence/${today}/${from}`)
    const days = { from: addDays(today, from), to: addDays(today, to) }
    const body = { kind, ...days, declaredBy: 'advisor' }
    absenceSchema.parse(body)
    return { id: seededDocumentId(random, filedAt), body, filedAt }
  })
}
