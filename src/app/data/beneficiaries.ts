import { Dexie } from 'dexie'
import { beneficiarySchema } from '../../domain/beneficiary/beneficiary.ts'
import type { DocumentId, ScopeId } from '../../domain/ids.ts'
import type { JsonObject } from '../../domain/json.ts'
import type { CoopDatabase } from './database.ts'
import { eraseDocument } from './erase-document.ts'
import { newDocumentId } from './new-id.ts'
import { peopleOfRows, type LocalPerson } from './people-of-rows.ts'
import { reportsByKeys, type LocalReport } from './reports.ts'
import { saveDocument } from './save-document.ts'

/** Everybody whom the advisor follows, each once, by name. */
export async function followedPeople(db: CoopDatabase): Promise<LocalPerson[]> {
  return peopleOfRows(await db.beneficiary.toArray())
}

/** Whom an id means: the person of that page, or of the one that it was merged into. */
export async function followedPerson(db: CoopDatabase, id: DocumentId): Promise<LocalPerson | undefined> {
  const people = await followedPeople(db)
  return people.find(({ pages }) => pages.some((page) => page.id === id))
}

/** Saves a page, new or known; what a newer version knows of it stays. Throws where it isn't valid. */
export async function savePerson(
  db: CoopDatabase,
  { scope, id = newDocumentId(), body }: { scope: ScopeId; id?: DocumentId; body: JsonObject },
): Promise<DocumentId> {
  beneficiarySchema.parse(body)
  await saveDocument(db, { scope, collection: 'beneficiary', id, body })
  return id
}

/**
 * Erases a person for good, with every page that was merged into theirs: reports that named them count an anonymous
 * person from then on (domain.md). The page that stands for them goes last: cut short, it can be asked for again.
 */
export async function erasePerson(db: CoopDatabase, { pages }: Pick<LocalPerson, 'pages'>): Promise<void> {
  for (const { id } of pages.toReversed()) await eraseDocument(db, { collection: 'beneficiary', id })
}

/** Reports that name a person by any of their pages, the newest first. */
export async function reportsOfPerson(
  db: CoopDatabase,
  { pages }: Pick<LocalPerson, 'pages'>,
): Promise<LocalReport[]> {
  const ids = pages.map(({ id }) => id)
  const rows = await db.report.where('people').anyOf(ids).distinct().toArray()
  const keys = rows
    .filter(({ state }) => state === 'live')
    .sort((a, b) => (a.order < b.order ? 1 : -1))
    .map(({ scope, id }): [ScopeId, DocumentId] => [scope, id])
  return reportsByKeys(db, keys)
}

/** Whom the newest reports name, the last seen first; by the ids that they name. */
export async function lastSeenPeople(db: CoopDatabase): Promise<readonly string[]> {
  const rows = await db.report
    .where('[state+order+id]')
    .between(['live', Dexie.minKey], ['live', Dexie.maxKey])
    .reverse()
    .limit(200)
    .toArray()
  return [...new Set(rows.flatMap(({ people }) => people ?? []))]
}
