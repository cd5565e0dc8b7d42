import { addDays, type CalendarDay } from '../../domain/calendar-day.ts'
import type { JsonObject } from '../../domain/json.ts'
import { reportSchema } from '../../domain/report/report.ts'
import type { DemonstrationAdvisor } from './demonstration-advisor.ts'
import { filingOf } from './filing-moment.ts'
import { isFrenchHoliday } from '../../domain/french-calendar.ts'
import type { GeneratedDocument } from './generated-document.ts'
import { mondaysOf } from './mondays-of.ts'
import * as activities from './other-activities.ts'
import { happens, seededRandom, wholeBetween, type Random } from './seeded-random.ts'
import { seededDocumentId } from './seeded-uuid.ts'
import { isWeekOff } from './working-sessions.ts'

/** One kind of activity, how often a week has one, and what it says. */
interface Habit {
  readonly name: string
  /** Of a week that is worked: a guess of ours, as the shares of the reports are. */
  readonly share: number
  readonly fields: (random: Random, advisor: DemonstrationAdvisor) => JsonObject
}

const habitsOfAdvisor: readonly Habit[] = [
  { name: 'workshop', share: 0.45, fields: activities.workshop },
  { name: 'preparation', share: 0.6, fields: activities.otherTime('preparation') },
  { name: 'meeting', share: 0.3, fields: activities.otherTime('reunion') },
  { name: 'community', share: 0.18, fields: activities.otherTime('vie_de_la_communaute') },
  { name: 'training', share: 0.06, fields: activities.otherTime('formation') },
  { name: 'nobody', share: 0.05, fields: activities.otherTime('permanence_sans_visite') },
  { name: 'event', share: 0.03, fields: activities.event },
]

const habitsOfCoordinator: readonly Habit[] = [
  { name: 'animation', share: 0.9, fields: activities.animation },
  { name: 'second-animation', share: 0.6, fields: activities.animation },
  { name: 'meeting', share: 0.5, fields: activities.otherTime('reunion') },
  { name: 'partnership', share: 0.2, fields: activities.partnership },
  { name: 'event', share: 0.05, fields: activities.event },
]

/**
 * What an advisor or a coordinator filed that is not the accompaniment of one person, in the order of filing. Each
 * week and habit draws from a stream of its own, as `generateReports` does.
 */
export function generateOtherActivities(
  advisor: DemonstrationAdvisor & { readonly role: 'advisor' | 'coordinator' },
  until: { readonly today: CalendarDay; readonly now: Date },
): GeneratedDocument[] {
  const habits = advisor.role === 'coordinator' ? habitsOfCoordinator : habitsOfAdvisor
  return mondaysOf(advisor, until.today)
    .filter((monday) => !isWeekOff(advisor.key, monday))
    .flatMap((monday) => habits.flatMap((habit) => activityOf(advisor, habit, monday)))
    .filter(({ day, filedAt }) => day <= until.today && filedAt <= until.now && isInContract(advisor, day))
    .sort((a, b) => a.filedAt.getTime() - b.filedAt.getTime())
    .map(({ id, body, filedAt }) => ({ id, body, filedAt }))
}

function activityOf(advisor: DemonstrationAdvisor, habit: Habit, monday: CalendarDay) {
  const random = seededRandom(`${advisor.key}/${habit.name}/${monday}`)
  if (!happens(random, habit.share)) return []
  const day = addDays(monday, wholeBetween(random, 0, 4))
  if (isFrenchHoliday(day)) return []
  const { filedOn, filedAt } = filingOf(random, { day, half: 'afternoon' }, 120)
  const body = { ...habit.fields(random, advisor), date: day, notesShared: false, filedOn }
  // The domain's own schema has the last word: an invalid report is a bug here.
  reportSchema.parse(body)
  return [{ day, id: seededDocumentId(random, filedAt), body, filedAt }]
}

function isInContract({ contracts }: DemonstrationAdvisor, day: CalendarDay): boolean {
  return contracts.some(({ starts, ends }) => starts <= day && (ends === null || day <= ends))
}
