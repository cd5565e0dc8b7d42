import { beneficiarySchema } from '../../domain/beneficiary/beneficiary.ts'
import { unitOf } from '../../domain/beneficiary/person-of-pages.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { DocumentId } from '../../domain/ids.ts'
import type { Json, JsonObject } from '../../domain/json.ts'
import { withFields } from '../../domain/sync/fields.ts'
import type { CoopDatabase } from './database.ts'
import { followedPerson } from './beneficiaries.ts'
import type { LocalPerson, PersonPage } from './people-of-rows.ts'
import { saveDocuments } from './save-document.ts'

/** What is changed on some pages; null takes a field away. */
type Change = readonly [page: PersonPage, set: JsonObject]

/** The way back from what was just done. */
export type TakeBack = () => Promise<void>

/**
 * Changes what is known of a person, and nothing else; null takes a field away. The page that stands for them says it
 * from then on: one merged into it no longer prevails, and doesn't bring back what is taken away.
 */
export async function changePerson(db: CoopDatabase, id: DocumentId, set: JsonObject): Promise<void> {
  const local = await followedPerson(db, id)
  if (!local) throw new Error('the person isn’t on this device any more')
  const [main, ...merged] = local.pages
  // Each page has its own note.
  const gone = Object.fromEntries(
    Object.entries(set).filter(([field, value]) => value === null && field !== 'notes'),
  )
  const fields = Object.keys(set).flatMap(unitOf)
  await saveChanges(db, [
    [main, set],
    ...merged.map((page): Change => [page, { ...gone, ...withoutPrevailing(page, fields) }]),
  ])
}

/** Makes one person of two: nothing but the page that is merged says so, and it keeps all that it said. */
export async function mergePeople(
  db: CoopDatabase,
  { into, from, prevailing }: { into: LocalPerson; from: LocalPerson; prevailing: readonly string[] },
): Promise<TakeBack> {
  const [page] = from.pages
  const chosen = prevailing.length > 0 ? [...prevailing] : null
  return saveChanges(db, [[page, { mergedInto: into.id, prevailing: chosen }]])
}

/** Takes a page out of a person, with what was merged into it: a merge that was a mistake. */
export async function separatePage(
  db: CoopDatabase,
  { pages }: Pick<LocalPerson, 'pages'>,
  id: DocumentId,
): Promise<TakeBack> {
  const [main] = pages
  // The page that stands points somewhere only in a circle, which would hold them together.
  const cut = pages.filter((page) => page.id === id || (page === main && 'mergedInto' in page.body))
  return saveChanges(
    db,
    cut.map((page): Change => [page, { mergedInto: null, prevailing: null }]),
  )
}

/** Says once and for all that two people aren't one. */
export async function sayApart(db: CoopDatabase, one: LocalPerson, other: LocalPerson): Promise<TakeBack> {
  const apart = one.person.notSameAs ?? []
  if (apart.length >= apartMost) return sayApart(db, other, one)
  return saveChanges(db, [[one.pages[0], { notSameAs: [...apart, other.id] }]])
}

/** What one page may say of others (beneficiary.ts). */
const apartMost = 200

/** Keeps people who haven't been seen for long: they are asked about again later. */
export function keepPeople(
  db: CoopDatabase,
  people: readonly LocalPerson[],
  today: CalendarDay,
): Promise<TakeBack> {
  return saveChanges(
    db,
    people.map(({ pages: [main] }): Change => [main, { keptOn: today }]),
  )
}

function withoutPrevailing({ body }: PersonPage, fields: readonly string[]): JsonObject {
  const prevailing: Json | undefined = body['prevailing']
  if (!Array.isArray(prevailing)) return {}
  const left = prevailing.filter((field) => !fields.some((changed) => changed === field))
  return { prevailing: left.length > 0 ? left : null }
}

/** All of the pages or none; returns the way back, which touches only the fields that were changed. */
async function saveChanges(db: CoopDatabase, changes: readonly Change[]): Promise<TakeBack> {
  await write(db, changes)
  const back = changes.map(([page, set]): Change => {
    const before = Object.keys(set).map((field) => [field, page.body[field] ?? null] as const)
    return [{ ...page, body: withFields(page.body, set) }, Object.fromEntries(before)]
  })
  return () => write(db, back)
}

async function write(db: CoopDatabase, changes: readonly Change[]): Promise<void> {
  const ids = changes.map(([{ scope, id }]): [typeof scope, typeof id] => [scope, id])
  const rows = await db.beneficiary.bulkGet(ids)
  const saves = changes.flatMap(([{ scope, id }, set], index) => {
    const row = rows[index]
    // Erased meanwhile: nothing of it may come back.
    if (row?.state !== 'live') return []
    const body = withFields(row.body, set)
    beneficiarySchema.parse(body)
    return [{ scope, collection: 'beneficiary' as const, id, body }]
  })
  await saveDocuments(db, saves)
}
