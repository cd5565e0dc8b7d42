import type { CalendarDay } from '../../domain/calendar-day.ts'
import { groupBy } from '../../domain/group-by.ts'
import type { PersonId, TeamId } from '../../domain/ids.ts'
import type { ReminderReader } from '../../domain/reminders/reminder-readers.ts'
import type { Silence } from '../../domain/reminders/silence.ts'
import { isWrittenTo } from '../../domain/reminders/whom-to-write.ts'
import { coordinatorsOf, responsablesOf, stateReaders } from '../store/reminder-readers.ts'
import type { Db } from '../store/tables.ts'
import { allWatchedPosts, type WatchedPostRow } from '../store/watched-posts.ts'
import { silenceOfPost, silencesOf, watchedOn, type WatchedSilence } from './watched-silences.ts'

/** One silence that one person is to be told of, in one capacity. */
export interface ToTell {
  readonly person: PersonId
  readonly reader: ReminderReader
  readonly post: WatchedPostRow
  readonly silence: Silence
  /** By which who coordinates hears of it. */
  readonly team?: TeamId
}

/** All that is to be told today, by person. */
export async function whomToTell(db: Db, today: CalendarDay): Promise<Map<PersonId, ToTell[]>> {
  const silences = await silencesOf(db, await allWatchedPosts(db, watchedOn(today)), today)
  const turnOf = (reader: ReminderReader) =>
    silences.filter(({ silence, answers }) => isWrittenTo(reader, silence, answers, today))
  const told = [
    ...turnOf('advisor').map(({ post, silence }) => tell('advisor', post.advisorId, post, silence)),
    ...(await toResponsables(db, turnOf('structure'))),
    ...(await toCoordinators(db, silences, today)),
    ...(await toState(db, turnOf('state'))),
  ]
  return groupBy(told, ({ person }) => person)
}

function tell(reader: ReminderReader, person: PersonId, post: WatchedPostRow, silence: Silence): ToTell {
  return { reader, person, post, silence }
}

/** Nobody where nobody answers for the structure: the State is told when its turn comes. */
async function toResponsables(db: Db, silences: readonly WatchedSilence[]): Promise<ToTell[]> {
  const structures = [...new Set(silences.map(({ post }) => post.structureId))]
  const byStructure = groupBy(await responsablesOf(db, structures), ({ structure }) => structure)
  return silences.flatMap(({ post, silence }) =>
    (byStructure.get(post.structureId) ?? []).map(({ person }) => tell('structure', person, post, silence)),
  )
}

/** For days in the team: whoever joined it last week isn't silent there since longer. */
async function toCoordinators(
  db: Db,
  silences: readonly WatchedSilence[],
  today: CalendarDay,
): Promise<ToTell[]> {
  const scopes = silences.map(({ post }) => post.scope)
  const byScope = groupBy(await coordinatorsOf(db, scopes, today), ({ scope }) => scope)
  return silences.flatMap(({ post, absences, answers }) =>
    (byScope.get(post.scope) ?? []).flatMap(({ person, team, stays }): ToTell[] => {
      const silence = silenceOfPost({ ...post, stays }, absences, today)
      const isTold = isWrittenTo('coordinator', silence, answers, today)
      return isTold ? [{ ...tell('coordinator', person, post, silence), team }] : []
    }),
  )
}

async function toState(db: Db, silences: readonly WatchedSilence[]): Promise<ToTell[]> {
  const readers = silences.length === 0 ? [] : await stateReaders(db)
  return readers.flatMap(({ person, department }) =>
    silences
      .filter(({ post }) => department === null || department === post.department)
      .map(({ post, silence }) => tell('state', person, post, silence)),
  )
}
