import type {
  OwnReminders,
  SentReminder,
  SilentStructure,
  StateReminders,
  StructureReminders,
  TeamReminders,
} from '../../domain/access/reminders.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import { groupBy } from '../../domain/group-by.ts'
import type { PersonId, StructureId, TeamId } from '../../domain/ids.ts'
import { stoppedUntil } from '../../domain/reminders/reminder-answer.ts'
import { isReached, type ReminderReader } from '../../domain/reminders/reminder-readers.ts'
import type { DepartmentCode } from '../../domain/territory/departments.ts'
import { monthsToldTo } from '../store/month-reminders.ts'
import { responsablesOf } from '../store/reminder-readers.ts'
import { stoppedAt } from '../store/reminder-stops.ts'
import { answersAboutPerson, postKey, sentAbout, sentTo } from '../store/reminders.ts'
import type { Db } from '../store/tables.ts'
import {
  structureWatchedPosts,
  teamWatchedPosts,
  territoryWatchedPosts,
  type WatchedPostRow,
} from '../store/watched-posts.ts'
import { silencesOf, watchedOn, type WatchedSilence } from './watched-silences.ts'

/** Who of a structure's advisors is silent, what explains it, and what was sent and answered; for a member of it. */
export async function readStructureReminders(
  db: Db,
  question: { person: PersonId; structure: StructureId },
  today: CalendarDay,
): Promise<StructureReminders> {
  const posts = await structureWatchedPosts(db, watchedOn(today), question)
  const silences = await silencesOf(db, posts, today)
  const sent = await sentOf(db, silences, ['advisor', 'structure'])
  return {
    silences: silences.map(({ post, silence, absences, answers }) => ({
      advisorId: post.advisorId,
      advisorName: post.advisorName,
      lastActivity: silence.lastActivity,
      since: silence.since,
      days: silence.days,
      turn: silence.turn,
      absences: absences
        .filter(({ to }) => to > (silence.lastActivity ?? silence.since))
        .map(({ declaredBy: _declaredBy, ...days }) => days),
      answers: answers
        .filter(({ reader, on }) => (reader === 'advisor' || reader === 'structure') && on > silence.since)
        .map(({ reader, reason, on }) => ({ reader, reason, on })),
      stoppedUntil: stoppedUntil(answers, 'structure', silence),
      sent: sent(post),
    })),
  }
}

/** Who of a team is silent for so long that who coordinates it is told, without why. */
export async function readTeamReminders(
  db: Db,
  question: { person: PersonId; team: TeamId },
  today: CalendarDay,
): Promise<TeamReminders> {
  const posts = await teamWatchedPosts(db, watchedOn(today), question)
  const silences = reached('coordinator', await silencesOf(db, posts, today))
  const sent = await sentOf(db, silences, ['advisor', 'structure', 'coordinator'])
  return {
    silences: silences.map(({ post, silence, answers }) => ({
      advisorId: post.advisorId,
      advisorName: post.advisorName,
      structureId: post.structureId,
      structureName: post.structureName,
      lastActivity: silence.lastActivity,
      since: silence.since,
      days: silence.days,
      sent: sent(post),
      ...saidOf([{ silence, answers }], 'coordinator', question.person),
    })),
  }
}

/** Structures of a territory with posts that have been silent for so long that the State is told, without whose they are. */
export async function readStateReminders(
  db: Db,
  question: { person: PersonId; territory: DepartmentCode | 'nation' },
  today: CalendarDay,
): Promise<StateReminders> {
  const posts = await territoryWatchedPosts(db, watchedOn(today), question)
  const silences = reached('state', await silencesOf(db, posts, today))
  const sent = await sentOf(db, silences, ['structure', 'state'])
  const byStructure = groupBy(silences, ({ post }) => post.structureId)
  const answered = await responsablesOf(
    db,
    silences.map(({ post }) => post.structureId),
  )
  const structures = [...byStructure.values()].flatMap((own): SilentStructure[] => {
    const [first] = own
    if (!first) return []
    const { structureId, structureName, department } = first.post
    return [
      {
        structureId,
        structureName,
        department,
        hasResponsable: answered.some(({ structure }) => structure === structureId),
        posts: own.map(({ silence: { since, days } }) => ({ since, days })).sort((a, b) => b.days - a.days),
        sent: withoutRepeats(own.flatMap(({ post }) => sent(post))),
        ...saidOf(own, 'state', question.person),
      },
    ]
  })
  return { structures: structures.sort(byDepartmentAndName) }
}

/** What was sent to somebody, and what is answered of their own silence. */
export async function readOwnReminders(db: Db, person: PersonId): Promise<OwnReminders> {
  return {
    stoppedAt: await stoppedAt(db, person),
    sent: await sentTo(db, person),
    months: await monthsToldTo(db, person),
    answers: await answersAboutPerson(db, person),
  }
}

function reached(reader: ReminderReader, silences: readonly WatchedSilence[]): WatchedSilence[] {
  return silences.filter(({ silence }) => isReached(reader, silence.turn))
}

/** What was sent of each silence since it began, to those who may be named to the reader. */
async function sentOf(
  db: Db,
  silences: readonly WatchedSilence[],
  readers: readonly ReminderReader[],
): Promise<(post: WatchedPostRow) => SentReminder[]> {
  const structures = [...new Set(silences.map(({ post }) => post.structureId))]
  const all = groupBy(await sentAbout(db, structures), postKey)
  const began = new Map(silences.map(({ post, silence }) => [postKey(post), silence.since]))
  return (post) =>
    (all.get(postKey(post)) ?? [])
      .filter(({ reader, at }) => readers.includes(reader) && at > (began.get(postKey(post)) ?? ''))
      .map(({ reader, at }) => ({ reader, at }))
}

/** That the advisor or the structure answered, and what the reader said themselves of all of these last. */
function saidOf(
  silences: readonly Pick<WatchedSilence, 'silence' | 'answers'>[],
  reader: 'coordinator' | 'state',
  person: PersonId,
): Pick<SilentStructure, 'answeredOn' | 'own'> {
  const answers = silences
    .flatMap(({ silence, answers: said }) => said.filter(({ on }) => on > silence.since))
    .sort((a, b) => a.on.localeCompare(b.on))
  const own = answers.findLast((answer) => answer.reader === reader && answer.by === person)
  // The State isn't told what an advisor said, nor that they did.
  const heard: readonly ReminderReader[] = reader === 'state' ? ['structure'] : ['advisor', 'structure']
  return {
    answeredOn: answers.findLast((answer) => heard.includes(answer.reader))?.on ?? null,
    own: own ? { reason: own.reason, on: own.on } : null,
  }
}

function withoutRepeats(sent: readonly SentReminder[]): SentReminder[] {
  const byDay = new Map(sent.map((one) => [`${one.reader} ${one.at.slice(0, 10)}`, one]))
  return [...byDay.values()].sort((a, b) => a.at.localeCompare(b.at))
}

function byDepartmentAndName(a: SilentStructure, b: SilentStructure): number {
  const order = (a.department ?? '').localeCompare(b.department ?? '')
  return order === 0 ? a.structureName.localeCompare(b.structureName, 'fr') : order
}
