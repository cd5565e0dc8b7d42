import type { StoredAbsence } from '../../domain/absence/stored-absence.ts'
import { addDays, type CalendarDay } from '../../domain/calendar-day.ts'
import { groupBy } from '../../domain/group-by.ts'
import { rulesOn } from '../../domain/reminders/reminder-rules.ts'
import { silenceOn, type Silence } from '../../domain/reminders/silence.ts'
import { absencesOfScopes } from '../store/absences.ts'
import { answersAbout, postKey, type StoredAnswer } from '../store/reminders.ts'
import type { Db } from '../store/tables.ts'
import type { WatchedPostRow } from '../store/watched-posts.ts'

/** A post with its silence, what explains part of it, and what was answered. */
export interface WatchedSilence {
  readonly post: WatchedPostRow
  readonly silence: Silence
  readonly absences: readonly StoredAbsence[]
  readonly answers: readonly StoredAnswer[]
}

/** Posts with an activity after this day are nobody's to be reminded of. */
export function watchedOn(today: CalendarDay): { today: CalendarDay; quietBefore: CalendarDay } {
  return { today, quietBefore: addDays(today, -rulesOn(today).turns.advisor.days) }
}

/** Which of these posts are silent, by their absences too. */
export async function silencesOf(
  db: Db,
  posts: readonly WatchedPostRow[],
  today: CalendarDay,
): Promise<WatchedSilence[]> {
  const absences = await absencesOfScopes(
    db,
    posts.map(({ scope }) => scope),
  )
  const structures = [...new Set(posts.map(({ structureId }) => structureId))]
  const answers = groupBy(await answersAbout(db, structures), postKey)
  return posts.flatMap((post) => {
    const own = absences.get(post.scope) ?? []
    const silence = silenceOfPost(post, own, today)
    const said = answers.get(postKey(post)) ?? []
    return silence.turn === 'nobody' ? [] : [{ post, silence, absences: own, answers: said }]
  })
}

export function silenceOfPost(
  { contracts, stays, lastActivity }: Pick<WatchedPostRow, 'contracts' | 'stays' | 'lastActivity'>,
  absences: readonly StoredAbsence[],
  today: CalendarDay,
): Silence {
  const activityDays = lastActivity === null ? [] : [lastActivity]
  return silenceOn({ posts: [{ contracts, stays, absences }], activityDays }, today)
}
