import type { AnswerAbout, OwnAnswer } from '../../domain/access/reminders.ts'
import { frenchDayOf, type CalendarDay } from '../../domain/calendar-day.ts'
import { CodedError } from '../../domain/errors.ts'
import type { PersonId, StructureId, TeamId } from '../../domain/ids.ts'
import { nameBasedId } from '../../domain/name-based-id.ts'
import type { ReminderReader } from '../../domain/reminders/reminder-readers.ts'
import { reasonEntry, type ReminderReason } from '../../domain/reminders/reminder-reasons.ts'
import { writeAnswer } from '../store/reminders.ts'
import type { Db } from '../store/tables.ts'
import { inTransaction } from '../store/transaction.ts'
import {
  teamWatchedPosts,
  territoryWatchedPosts,
  watchedPostOf,
  type WatchedPostRow,
} from '../store/watched-posts.ts'
import { requireResponsable } from '../structure/require-responsable.ts'
import type { ReminderDesk } from './reminder-desk.ts'
import { askAdvisor } from './send-reminders.ts'
import { silencesOf, watchedOn } from './watched-silences.ts'

/** An advisor says what their silence is; given without network, it counts from the day on which it was. Throws `not-found`. */
export async function answerForOneself(
  { store, clock }: ReminderDesk,
  person: PersonId,
  { key, structure, reason, on }: OwnAnswer,
): Promise<void> {
  const now = clock()
  const today = frenchDayOf(now)
  await inTransaction(store, async (tx) => {
    const post = await watchedPostOf(tx, today, { advisor: person, structure })
    if (!post) throw new CodedError('not-found')
    const said = { reader: 'advisor' as const, reason, on: on < today ? on : today }
    await write(tx, post, { key, by: person, at: now.toISOString(), ...said })
  })
}

/**
 * A *responsable* says what an advisor's silence is, or has them asked: then they are written to, unless they were this
 * week. Answers whether they were. Throws `forbidden` or `not-found`.
 */
export async function answerForStructure(
  desk: ReminderDesk,
  { person, structure }: { person: PersonId; structure: StructureId },
  { key, advisor, reason }: AnswerAbout,
): Promise<{ isAsked: boolean }> {
  const now = desk.clock()
  const today = frenchDayOf(now)
  const isAsked = await inTransaction(desk.store, async (tx) => {
    await requireResponsable(tx, person, structure)
    const post = await watchedPostOf(tx, today, { advisor, structure })
    if (!post) throw new CodedError('not-found')
    const said = { reader: 'structure' as const, reason, on: today }
    const isNew = await write(tx, post, { key, by: person, at: now.toISOString(), ...said })
    return isNew && reason === 'asked' && (await askAdvisor(tx, desk, post, now))
  })
  if (isAsked) desk.wakePostman()
  return { isAsked }
}

/** Who coordinates a team says what becomes of a silence of it. Throws `not-found` for one that isn't theirs to hear of. */
export async function answerForTeam(
  { store, clock }: ReminderDesk,
  { person, team }: { person: PersonId; team: TeamId },
  { key, advisor, structure, reason }: AnswerAbout,
): Promise<void> {
  const now = clock()
  const today = frenchDayOf(now)
  await inTransaction(store, async (tx) => {
    const posts = await teamWatchedPosts(tx, watchedOn(today), { person, team })
    const post = posts.find((one) => one.advisorId === advisor && one.structureId === structure)
    if (!post) throw new CodedError('not-found')
    const said = { reader: 'coordinator' as const, reason, on: today }
    await write(tx, post, { key, by: person, at: now.toISOString(), ...said })
  })
}

/** The State says what becomes of a structure's silent posts, all of them. Throws `not-found` where none is. */
export async function answerForState(
  { store, clock }: ReminderDesk,
  { person, structure }: { person: PersonId; structure: StructureId },
  { key, reason }: { key: string; reason: ReminderReason },
): Promise<void> {
  const now = clock()
  const today = frenchDayOf(now)
  await inTransaction(store, async (tx) => {
    const question = { person, territory: 'nation' as const, structure }
    const posts = await territoryWatchedPosts(tx, watchedOn(today), question)
    const silences = (await silencesOf(tx, posts, today)).filter(({ silence }) => silence.turn === 'watchers')
    if (silences.length === 0) throw new CodedError('not-found')
    const said = { reader: 'state' as const, reason, on: today }
    for (const { post } of silences)
      await write(tx, post, { key, by: person, at: now.toISOString(), ...said })
  })
}

interface Said {
  readonly key: string
  readonly reader: ReminderReader
  readonly reason: ReminderReason
  readonly on: CalendarDay
  readonly by: PersonId
  readonly at: string
}

/** Says whether it wasn't written before. Throws `invalid-request` for a reason that isn't the reader's to give. */
async function write(tx: Db, post: WatchedPostRow, { key, ...said }: Said): Promise<boolean> {
  if (!reasonEntry(said.reason).by.includes(said.reader)) throw new CodedError('invalid-request')
  const { scope, advisorId, structureId } = post
  // Named by whoever answers: what somebody else's request says can't be this one.
  const id = nameBasedId(scope, `reminder answer ${said.by} ${key}`)
  return writeAnswer(tx, { id, advisorId, structureId, ...said })
}
