import Papa from 'papaparse'
import type { ActivityFilter } from '../../domain/access/activity-filter.ts'
import { frenchDayOf } from '../../domain/calendar-day.ts'
import { CodedError } from '../../domain/errors.ts'
import { aboutActivities, activityDefinitions } from '../../domain/exchange/activities-file.ts'
import { safeCell } from '../../domain/exchange/cell-text.ts'
import { permittedCells, permittedHeads } from '../../domain/exchange/permitted-columns.ts'
import type { PersonId, StructureId } from '../../domain/ids.ts'
import { structurePosts, type GroupPost } from '../store/group-posts.ts'
import { heldRoles } from '../store/held-roles.ts'
import { structureActivities, type ActivityPosition } from '../store/structure-activities.ts'
import { structureName } from '../store/structure-name.ts'
import type { Store } from '../store/store.ts'
import type { Db } from '../store/tables.ts'
import { communeNames, type CommuneNames } from '../territory/commune-names.ts'
import { logReading } from './log-reading.ts'
import { namedActivity } from './read-structure-activities.ts'

export interface FileAsked {
  readonly person: PersonId
  readonly structure: StructureId
  readonly filter: ActivityFilter
  readonly now: Date
}

/** Activities read by one statement, hence held in memory: about a megabyte. */
const atOnce = 500

/**
 * A structure's activities as a CSV file, piece by piece: each is read when the one before was taken, so that a million
 * rows take no more memory than a thousand, and whoever closes the connection is read no more for. Advisor after
 * advisor, each read in one go unless they have more than five hundred reports: what arrives meanwhile doubles nothing.
 * Throws `forbidden` as soon as its reader isn't a member any more: a file that was begun is then cut short.
 */
export async function* activitiesCsv(
  store: Store,
  asked: FileAsked,
): AsyncGenerator<string, void, undefined> {
  const { person, structure, filter, now } = asked
  const { db } = store
  const posts = await structurePosts(db, { person, structure })
  const names = await communeNames()
  const about = aboutActivities(
    await structureName(db, structure),
    filter,
    namesOf(posts, names),
    frenchDayOf(now),
  )
  yield `\uFEFF${lines([...about, [], permittedHeads])}`
  for (const post of posts) yield* rowsOf(store, post, asked, names)
  yield lines([[], ['Définitions'], ...activityDefinitions])
}

async function* rowsOf(
  store: Store,
  { scope }: GroupPost,
  { person, structure, filter, now }: FileAsked,
  names: CommuneNames,
): AsyncGenerator<string, void, undefined> {
  let after: ActivityPosition | undefined
  do {
    const question = { person, structure, filter, scope, after, limit: atOnce }
    const { activities } = await structureActivities(store.db, question)
    // Nothing is found for whoever was removed: that is not the end of the file.
    await requireMember(store.db, person, structure)
    await logReading(store, { person, structure, now }, 'export', activities)
    if (activities.length > 0)
      yield lines(activities.map((activity) => permittedCells(namedActivity(activity, names))))
    after = activities.length === atOnce ? activities.at(-1)?.position : undefined
  } while (after !== undefined)
}

async function requireMember(db: Db, person: PersonId, structure: StructureId): Promise<void> {
  const held = await heldRoles(db, person, { over: 'structure', id: structure })
  if (!held.some((role) => role === 'responsable' || role === 'lecteur')) throw new CodedError('forbidden')
}

/** RFC 4180, semicolons, no cell that a spreadsheet runs: as the other files (docs/files.md). */
function lines(rows: readonly (readonly string[])[]): string {
  const safe = rows.map((cells) => cells.map(safeCell))
  return `${Papa.unparse(safe, { delimiter: ';', newline: '\r\n' })}\r\n`
}

function namesOf(posts: readonly GroupPost[], communes: CommuneNames) {
  return {
    advisors: new Map<string, string>(posts.map(({ person, name }) => [person, name])),
    communes: new Map<string, string>([...communes].map(([code, { name }]) => [code, name])),
  }
}
