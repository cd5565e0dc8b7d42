import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { DocumentId } from '../../domain/ids.ts'
import type { Individuel } from '../../domain/report/individuel.ts'
import type { DemonstrationAdvisor } from './demonstration-advisor.ts'
import { filingOf } from './filing-moment.ts'
import { generateReport } from './generate-report.ts'
import { mondaysOf } from './mondays-of.ts'
import { minutesWeights } from './report-shares.ts'
import { seededRandom, weighted } from './seeded-random.ts'
import { seededDocumentId } from './seeded-uuid.ts'
import { sessionsOfWeek, type Session } from './working-sessions.ts'

/** A report of the demonstration, and when its author filed it. */
export interface GeneratedReport {
  readonly id: DocumentId
  readonly report: Individuel
  readonly filedAt: Date
}

/**
 * Everything that an advisor filed between the start of the first contract and `now`, in the order of filing. Every
 * week is drawn from a stream of its own: the same week is the same whenever the demonstration is loaded, and a later
 * `now` only adds to it.
 */
export function generateReports(
  advisor: DemonstrationAdvisor,
  until: { readonly today: CalendarDay; readonly now: Date },
): GeneratedReport[] {
  return mondaysOf(advisor, until.today)
    .flatMap((monday) => sessionsOfWeek(advisor, monday))
    .filter(({ day }) => day <= until.today && isInContract(advisor, day))
    .flatMap((session) => reportsOfSession(advisor, session))
    .filter(({ filedAt }) => filedAt <= until.now)
    .sort((a, b) => a.filedAt.getTime() - b.filedAt.getTime())
}

/** People follow one another; those who come when the half-day is already full are not seen. */
function reportsOfSession(advisor: DemonstrationAdvisor, session: Session): GeneratedReport[] {
  const random = seededRandom(`${advisor.key}/session/${session.day}/${session.half}`)
  const reports: GeneratedReport[] = []
  let minutesSpent = 0
  for (let person = 0; person < session.people; person += 1) {
    const minutes = Number(weighted(random, minutesWeights))
    minutesSpent += minutes
    if (minutesSpent > minutesOfHalfDay) break
    const { filedOn, filedAt } = filingOf(random, session, minutesSpent)
    const report = generateReport(random, advisor, { session, minutes, filedOn })
    reports.push({ id: seededDocumentId(random, filedAt), report, filedAt })
  }
  return reports
}

const minutesOfHalfDay = 240

function isInContract({ contracts }: DemonstrationAdvisor, day: CalendarDay): boolean {
  return contracts.some(({ starts, ends }) => starts <= day && (ends === null || day <= ends))
}
