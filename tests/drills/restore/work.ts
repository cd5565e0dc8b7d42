import { saveDocument, deleteDocument } from '../../../src/app/data/save-document.ts'
import { eraseDocument } from '../../../src/app/data/erase-document.ts'
import { newDocumentId } from '../../../src/app/data/new-id.ts'
import type { LocalDocument } from '../../../src/app/data/local-document.ts'
import { aReport } from '../../builders/a-report.ts'
import { pickOne, type Random } from '../../simulation/random.ts'
import type { DrilledDevice } from './drilled-device.ts'

/* What an advisor does in the drill, through the app's own data layer. */

export async function fileReport({ db, parts, tools }: DrilledDevice, random: Random): Promise<void> {
  const scope = pickOne(parts.scopes, random.below(parts.scopes.length))
  if (!scope) return
  const body = aReport({ minutes: 5 * (1 + random.below(40)), notes: `Noté sur ${parts.name}` })
  await saveDocument(db, { scope, collection: 'report', id: newDocumentId(), body }, tools)
}

/** A correction of one of the last reports, so that two devices often correct the same one. */
export async function correctReport(device: DrilledDevice, random: Random): Promise<void> {
  const row = await oneOfTheLast(device, random)
  if (!row) return
  const { scope, id } = row
  const change = random.chance(0.5)
    ? { minutes: 5 * (1 + random.below(40)) }
    : { notes: `Corrigé sur ${device.name} : ${random.below(1_000_000)}` }
  const body = { ...row.body, ...change }
  await saveDocument(device.db, { scope, collection: 'report', id, body }, device.tools)
}

export async function deleteReport(device: DrilledDevice, random: Random): Promise<void> {
  const row = await oneOfTheLast(device, random)
  if (row) await deleteDocument(device.db, { collection: 'report', id: row.id }, device.tools)
}

/** Follows a person whose name stands nowhere else. */
export async function followPerson({ db, parts, tools }: DrilledDevice, name: string): Promise<void> {
  const [scope] = parts.scopes
  if (!scope) return
  const body = { firstName: 'Josiane', name }
  await saveDocument(db, { scope, collection: 'beneficiary', id: newDocumentId(), body }, tools)
}

/** A person asks to be forgotten: the first one whom this device knows, if there is one. */
export async function forgetPerson({ db, tools }: DrilledDevice): Promise<string | undefined> {
  const row = await db.beneficiary.filter(({ state }) => state === 'live').first()
  if (!row) return undefined
  await eraseDocument(db, { collection: 'beneficiary', id: row.id }, tools)
  const name = row.body['name']
  return typeof name === 'string' ? name : undefined
}

async function oneOfTheLast({ db }: DrilledDevice, random: Random): Promise<LocalDocument | undefined> {
  const rows = await db.report.filter(({ state }) => state === 'live').toArray()
  const last = rows.toSorted((a, b) => (a.id < b.id ? 1 : -1)).slice(0, 8)
  return pickOne(last, random.below(8))
}
