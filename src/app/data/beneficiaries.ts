import { Dexie } from 'dexie'
import { beneficiarySchema, type Beneficiary } from '../../domain/beneficiary/beneficiary.ts'
import type { DocumentId, ScopeId } from '../../domain/ids.ts'
import type { JsonObject } from '../../domain/json.ts'
import type { CoopDatabase } from './database.ts'
import { eraseDocument } from './erase-document.ts'
import { newDocumentId } from './new-id.ts'
import { reportsByKeys, type LocalReport } from './reports.ts'
import { saveDocument } from './save-document.ts'

/** A person whom the advisor follows, as this device knows them. */
export interface LocalPerson {
  id: DocumentId
  scope: ScopeId
  person: Beneficiary
}

/** Everybody whom the advisor follows, by name. */
export async function followedPeople(db: CoopDatabase): Promise<LocalPerson[]> {
  const rows = await db.beneficiary.toArray()
  const people = rows.flatMap((row) => {
    const read = row.state === 'live' ? beneficiarySchema.safeParse(row.body) : undefined
    return read?.success
      ? [{ order: row.order, local: { id: row.id, scope: row.scope, person: read.data } }]
      : []
  })
  return people.sort((a, b) => (a.order < b.order ? -1 : 1)).map(({ local }) => local)
}

export async function followedPerson(db: CoopDatabase, id: DocumentId): Promise<LocalPerson | undefined> {
  const row = await db.beneficiary.where('id').equals(id).first()
  const read = row?.state === 'live' ? beneficiarySchema.safeParse(row.body) : undefined
  return row && read?.success ? { id, scope: row.scope, person: read.data } : undefined
}

/** Saves a person's page, new or known; what a newer version knows of them stays. Throws where it isn't valid. */
export async function savePerson(
  db: CoopDatabase,
  { scope, id = newDocumentId(), body }: { scope: ScopeId; id?: DocumentId; body: JsonObject },
): Promise<DocumentId> {
  beneficiarySchema.parse(body)
  await saveDocument(db, { scope, collection: 'beneficiary', id, body })
  return id
}

/** Erases a person for good: reports that named them count an anonymous person from then on (domain.md). */
export function erasePerson(db: CoopDatabase, id: DocumentId): Promise<void> {
  return eraseDocument(db, { collection: 'beneficiary', id })
}

/** Reports that name a person, the newest first. */
export async function reportsOfPerson(db: CoopDatabase, id: DocumentId): Promise<LocalReport[]> {
  const rows = await db.report.where('people').equals(id).toArray()
  const keys = rows
    .filter(({ state }) => state === 'live')
    .sort((a, b) => (a.order < b.order ? 1 : -1))
    .map(({ scope, id: report }): [ScopeId, DocumentId] => [scope, report])
  return reportsByKeys(db, keys)
}

/** Whom the newest reports name, the last seen first. */
export async function lastSeenPeople(db: CoopDatabase): Promise<readonly string[]> {
  const rows = await db.report
    .where('[state+order+id]')
    .between(['live', Dexie.minKey], ['live', Dexie.maxKey])
    .reverse()
    .limit(200)
    .toArray()
  return [...new Set(rows.flatMap(({ people }) => people ?? []))]
}
