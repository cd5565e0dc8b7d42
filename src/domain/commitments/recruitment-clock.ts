import { addMonths, daysBetween, type CalendarDay } from '../calendar-day.ts'
import type { StructureId } from '../ids.ts'
import type { PostFactOf } from './post-fact.ts'
import type { PostLife } from './post-life.ts'
import { postStandingAt, waitingOffering } from './post-state.ts'
import { recruitmentWarnings, type RecruitmentWarning } from './recruitment-warnings.ts'
import { versionOn } from './versioned-milestones.ts'

/** How long a structure has been without anybody on a post that it holds. */
export type RecruitmentClock =
  | {
      readonly runs: true
      /** The day of the notification, of the transfer, or the first one after a departure. */
      readonly since: CalendarDay
      readonly why: 'notification' | 'transfer' | 'departure'
      readonly days: number
      /** The last warning whose time has come. */
      readonly warning: RecruitmentWarning | undefined
      /** The day from which it is late; undefined as long as it isn't. */
      readonly lateSince: CalendarDay | undefined
      /** The next one, and its day. */
      readonly next: { readonly warning: RecruitmentWarning; readonly day: CalendarDay } | undefined
    }
  /** A contract is signed: the first day of work is to come, or the person hasn't accepted yet. */
  | {
      readonly runs: false
      readonly starts: CalendarDay
      /** What still waits to be accepted; undefined where the person is known to come. */
      readonly offered: PostFactOf<'offered'> | undefined
    }

/** The clock of a recruitment; undefined where the post isn't vacant, or isn't this structure's. */
export function recruitmentClock(
  life: PostLife,
  structure: StructureId,
  today: CalendarDay,
): RecruitmentClock | undefined {
  const standing = postStandingAt(life, structure, today)
  if (standing?.state !== 'vacant') return undefined
  const coming = life.fillings.find((one) => one.structure === structure && one.from > today)
  if (coming) return { runs: false, starts: coming.from, offered: undefined }
  const offering = waitingOffering(life, structure, today)
  if (offering) return { runs: false, starts: offering.from, offered: offering.offered }
  const { since, holding } = standing
  const begins = holding.from === life.notified?.day ? 'notification' : 'transfer'
  const due = warningsFor(life, since).map((warning) => ({ warning, day: addMonths(since, warning.months) }))
  return {
    runs: true,
    since,
    why: since === holding.from ? begins : 'departure',
    days: daysBetween(since, today),
    warning: due.findLast(({ day }) => day <= today)?.warning,
    lateSince: due.find(({ day, warning }) => warning.tone === 'late' && day <= today)?.day,
    next: due.find(({ day }) => day > today),
  }
}

function warningsFor({ notified }: PostLife, since: CalendarDay): readonly RecruitmentWarning[] {
  const { warnings, additional } = versionOn(recruitmentWarnings, since)
  const those = notified?.isAdditional ? additional : warnings
  return [...those].sort((a, b) => a.months - b.months)
}
