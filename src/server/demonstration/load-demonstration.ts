import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { JsonObject } from '../../domain/json.ts'
import { writeDemonstrationPeople, writeDemonstrationPosts } from '../store/demonstration-people.ts'
import { insertCommunityFact, lockEvent } from '../store/community-events.ts'
import { insertKitFacts } from '../store/kit-facts.ts'
import { entrust } from '../store/trainees.ts'
import { insertTrainingFacts } from '../store/training-facts.ts'
import { insertPost, insertPostFacts } from '../store/post-facts.ts'
import type { Store } from '../store/store.ts'
import type { Db } from '../store/tables.ts'
import { inTransaction } from '../store/transaction.ts'
import { writeServerDocuments, type ServerDocument } from '../sync/write-server-document.ts'
import { cast } from './cast.ts'
import { declaredAbsences } from './declared-absences.ts'
import { demonstrationAssignments, type DemonstrationAssignment } from './demonstration-assignments.ts'
import {
  demonstrationPeople,
  firstDayOf,
  institute,
  morningOf,
  newcomerPosts,
  silentPosts,
} from './demonstration-people.ts'
import { demonstrationEvents } from './demonstration-events.ts'
import { demonstrationKit } from './demonstration-kit.ts'
import { demonstrationTraining } from './demonstration-training.ts'
import { emptyPosts, filledPosts, type DemonstrationPost } from './demonstration-posts.ts'
import { generateOtherActivities } from './generate-other-activities.ts'
import { newcomerAssignment } from './newcomers.ts'
import { plannedAppointments } from './planned-appointments.ts'
import { lastActiveDay, silentAssignments } from './silent-advisors.ts'
import { generateReports } from './generate-reports.ts'

/** What was loaded; nothing where the demonstration was there already. */
export interface DemonstrationLoaded {
  readonly people: number
  readonly documents: number
}

/**
 * Puts the cast, its two structures and two years of reports into the store, the structure that nobody answers for yet,
 * and the one whose advisors have stopped filing, each all or nothing. Done once: afterwards it
 * changes nothing, whatever people did with the data. The same day and moment give the same ids and bodies.
 */
export async function loadDemonstration(
  store: Store,
  { today, now }: { today: CalendarDay; now: Date },
): Promise<DemonstrationLoaded> {
  const assignments = demonstrationAssignments(today)
  const people = demonstrationPeople(assignments)
  return inTransaction(store, async (tx) => {
    const at = now.toISOString()
    const loaded = { people: 0, documents: 0 }
    const load = async (persons: number, ofThem: readonly DemonstrationAssignment[]) => {
      loaded.people += persons
      for (const one of ofThem)
        loaded.documents += await writeServerDocuments(tx, one.scope, documentsOf(one, { today, now }))
    }
    if (await writeDemonstrationPeople(tx, people, at)) {
      await load(people.persons.length, assignments)
      await writePosts(tx, [...filledPosts(assignments, today), ...emptyPosts(today)])
      for (const { structure, fact, by } of demonstrationKit(assignments, today))
        await insertKitFacts(tx, structure, [fact], by)
      await writeTraining(tx, assignments, { today, at })
      await writeEvents(tx, today)
    }
    const posts = newcomerPosts(today)
    if (await writeDemonstrationPosts(tx, posts, at)) {
      await load(posts.persons.length, [newcomerAssignment(today)])
      await writePosts(tx, filledPosts([newcomerAssignment(today)], today))
    }
    const silent = silentPosts(today)
    if (await writeDemonstrationPosts(tx, silent, at)) {
      await load(silent.persons.length, silentAssignments(today))
      await writePosts(tx, filledPosts(silentAssignments(today), today))
    }
    return loaded
  })
}

async function writeTraining(
  tx: Db,
  assignments: readonly DemonstrationAssignment[],
  { today, at }: { today: CalendarDay; at: string },
): Promise<void> {
  const { trainees, facts } = demonstrationTraining(assignments, today)
  for (const { scope } of trainees)
    await entrust(tx, { scope, body: institute.body, at, by: cast.chantal.id })
  await insertTrainingFacts(tx, facts, cast.gaelle.id)
}

async function writeEvents(tx: Db, today: CalendarDay): Promise<void> {
  for (const { id, audience, facts, by } of demonstrationEvents(today)) {
    const [first] = facts
    if (!first) continue
    await lockEvent(tx, { id, audience, at: first.at })
    for (const fact of facts) await insertCommunityFact(tx, id, fact, by)
  }
}

async function writePosts(tx: Db, posts: readonly DemonstrationPost[]): Promise<void> {
  for (const { facts, ...post } of posts) {
    const [first] = facts
    if (!first || !(await insertPost(tx, { ...post, at: first.fact.at }))) continue
    for (const { fact, by } of facts) await insertPostFacts(tx, post.id, [fact], by)
  }
}

/** An advisor's places, as provisioned on the first day, then the reports and what is planned in the order of saving. */
function documentsOf(
  assignment: DemonstrationAssignment,
  { today, now }: { today: CalendarDay; now: Date },
): ServerDocument[] {
  const by = assignment.person.id
  const until = { today: lastActiveDay(assignment.key, today), now }
  const places = assignment.places.map(({ id, name, commune }) => ({
    collection: 'place' as const,
    id,
    body: { name, commune },
    by,
    at: morningOf(firstDayOf([assignment])),
  }))
  const accompaniments = assignment.role === 'advisor' ? generateReports(assignment, until) : []
  const reports = accompaniments.map(({ id, report, filedAt }) => ({
    collection: 'report' as const,
    id,
    // A report is JSON by its schema; the loose keys that the type also allows are not in what was generated.
    body: report as JsonObject,
    by,
    at: filedAt.toISOString(),
  }))
  const others = generateOtherActivities(assignment, until).map(({ id, body, filedAt }) => ({
    collection: 'report' as const,
    id,
    body,
    by,
    at: filedAt.toISOString(),
  }))
  const filed = [...reports, ...others].sort((a, b) => a.at.localeCompare(b.at))
  const planned = plannedAppointments(assignment, until).map(({ id, body, filedAt }) => ({
    collection: 'appointment' as const,
    id,
    body,
    by,
    at: filedAt.toISOString(),
  }))
  const absences = declaredAbsences(assignment, until).map(({ id, body, filedAt }) => ({
    collection: 'absence' as const,
    id,
    body,
    by,
    at: filedAt.toISOString(),
  }))
  return [...places, ...[...filed, ...planned, ...absences].sort((a, b) => a.at.localeCompare(b.at))]
}
