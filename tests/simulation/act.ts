import { personIdSchema, documentIdSchema, scopeIdSchema } from '../../src/domain/ids.ts'
import type { LocalDocument } from '../../src/app/data/local-document.ts'
import type { JsonObject } from '../../src/domain/json.ts'
import { Broken, canonical, hold } from './broken.ts'
import { castOfScopes } from './cast.ts'
import { count } from './counters.ts'
import type { Disk } from './disk.ts'
import { pickOne } from './random.ts'
import type { Step } from './steps.ts'
import type { Tab } from './tab.ts'
import { newReport, typingOf } from './typed-bodies.ts'
import type { World } from './world.ts'

/* What people do with the app, each by the app's own verbs. */

/** Documents that a tab has open in a form, as they were then. */
const forms = new WeakMap<Tab, LocalDocument>()

export async function file(
  world: World,
  tab: Tab,
  { scope, value }: Extract<Step, { do: 'file' }>,
): Promise<void> {
  const where = pickOne(scopesOf(world, tab), scope)
  if (where === undefined) return
  const word = wordOf(world)
  const id = world.newId()
  const collection = value % 9 === 0 ? 'place' : 'report'
  const body = collection === 'place' ? { name: word, commune: '09261' } : newReport(word)
  await save(world, tab, { scope: where, collection, id, body }, body, word)
}

export async function edit(
  world: World,
  tab: Tab,
  { pick, value }: Extract<Step, { do: 'edit' }>,
): Promise<void> {
  const form = forms.get(tab)
  const row = form ?? pickOne(rowsOf(world.diskOf(tab), 'live'), pick)
  if (!row) return
  forms.delete(tab)
  const word = wordOf(world)
  const isReport = row.collection === 'report'
  const fields = isReport
    ? typingOf(value, word, row.body, world.profileOf(tab).isLater)
    : { name: value % 13 === 0 ? '' : word }
  const body = Object.fromEntries(
    Object.entries({ ...row.body, ...fields }).filter(([, typed]) => typed !== null),
  )
  const name = { scope: row.scope, collection: row.collection, id: row.id }
  // What is the same as before was not typed.
  const typed = Object.fromEntries(
    Object.entries(fields).filter(([field, now]) => canonical(row.body[field]) !== canonical(now)),
  )
  await save(world, tab, { ...name, body, before: row.body }, typed, word)
}

export interface Save {
  scope: string
  collection: string
  id: string
  body: JsonObject
  before?: JsonObject
}

export async function save(
  world: World,
  tab: Tab,
  { before, ...what }: Save,
  typed: JsonObject,
  word: string,
): Promise<void> {
  const { scope, id, collection, body } = what
  const words = world.words.get(id) ?? []
  world.words.set(id, [...words, word])
  const isDone = await attempt(world, tab, () =>
    tab.build.saveDocument(
      tab.db,
      {
        scope: scopeIdSchema.parse(scope),
        // The later version has a collection that this one's type doesn't name.
        collection: collection as 'report',
        id: documentIdSchema.parse(id),
        body,
        ...(before ? { before } : {}),
      },
      world.toolsOf(tab),
    ),
  )
  if (!isDone) return
  count(world.counters, 'saves')
  world.account.typed({ database: tab.databaseName, scope, id, fields: typed }, world.readTab(tab))
}

export function openForm(world: World, tab: Tab, pick: number): void {
  const row = pickOne(rowsOf(world.diskOf(tab), 'live'), pick)
  if (row) forms.set(tab, row)
}

export async function remove(world: World, tab: Tab, pick: number): Promise<void> {
  const row = pickOne(rowsOf(world.diskOf(tab), 'live'), pick)
  if (!row) return
  const isDone = await attempt(world, tab, () =>
    tab.build.deleteDocument(tab.db, handleOf(row), world.toolsOf(tab)),
  )
  if (!isDone) return
  count(world.counters, 'deletes')
  world.account.deleted(tab.databaseName, row.id)
}

export async function undelete(world: World, tab: Tab, pick: number): Promise<void> {
  const row = pickOne(rowsOf(world.diskOf(tab), 'deleted'), pick)
  if (!row) return
  if (await attempt(world, tab, () => tab.build.restoreDocument(tab.db, handleOf(row), world.toolsOf(tab))))
    count(world.counters, 'undeletes')
}

export async function erase(world: World, tab: Tab, pick: number): Promise<void> {
  const row = pickOne(rowsOf(world.diskOf(tab), 'live'), pick)
  if (!row) return
  if (!(await attempt(world, tab, () => tab.build.eraseDocument(tab.db, handleOf(row), world.toolsOf(tab)))))
    return
  count(world.counters, 'erasures')
  world.account.erased(row.id)
}

export async function settleConflict(
  world: World,
  tab: Tab,
  { pick, take }: Extract<Step, { do: 'settle-conflict' }>,
): Promise<void> {
  const conflict = pickOne(world.diskOf(tab).conflicts, pick)
  if (!conflict) return
  const settle = take ? tab.build.takeLost : tab.build.keepCurrent
  const isDone = await attempt(world, tab, () => settle(tab.db, conflict.id, world.toolsOf(tab)))
  if (isDone) count(world.counters, take ? 'conflicts taken' : 'conflicts kept')
  if (!isDone || !take) return
  // A delete that lost may have been taken; values that lost are as good as typed.
  const { scope, docId: id, lost } = conflict
  if (conflict.kind === 'delete-vs-edit') world.account.deleted(tab.databaseName, id)
  else world.account.typed({ database: tab.databaseName, scope, id, fields: lost }, world.diskOf(tab))
}

/** I26: a draft is on the disk once it was kept, and stays there until its report is filed or it is discarded. */
export async function draft(world: World, tab: Tab): Promise<void> {
  const where = pickOne(scopesOf(world, tab), 0)
  if (where === undefined) return
  const id = documentIdSchema.parse(world.newId())
  const values = { notes: wordOf(world) }
  const kept = {
    id,
    scope: scopeIdSchema.parse(where),
    kind: 'report',
    values,
    editing: false,
    updatedAt: world.now,
  } as const
  tab.faults.arm(undefined)
  await tab.build.saveDraft(tab.db, kept)
  count(world.counters, 'drafts')
  world.drafts.set(id, tab.databaseName)
}

/**
 * Does something that the storage may refuse. Refused, it must have changed nothing.
 *
 * @returns whether it was done
 */
export async function attempt(world: World, tab: Tab, act: () => Promise<void>): Promise<boolean> {
  const struck = tab.faults.struck
  const before = world.diskOf(tab)
  try {
    await act()
  } catch (error) {
    if (error instanceof Error && error.name === 'DocumentErased') return false
    if (tab.faults.struck === struck) throw new Broken('I1', `a save failed for no reason: ${String(error)}`)
    count(world.counters, 'saves refused by the storage')
    const now = world.readTab(tab)
    const isSame = canonical([before.outbox, before.documents]) === canonical([now.outbox, now.documents])
    hold('I1', isSame, () => `a save that ${tab.name} said to have failed left something`)
    return false
  } finally {
    if (tab.faults.struck > struck) noteFault(world, tab)
  }
  world.readTab(tab)
  return true
}

function rowsOf({ documents }: Disk, state: 'live' | 'deleted'): LocalDocument[] {
  return documents
    .filter((row) => row.state === state && (row.collection === 'report' || row.collection === 'place'))
    .filter(({ body }) => Object.keys(body).length > 0)
}

export function handleOf({ collection, id }: LocalDocument): {
  collection: 'report'
  id: LocalDocument['id']
} {
  // Rows of other collections are never picked but by a version that knows them.
  return { collection: collection as 'report', id }
}

/** Where a person may file: what the device was granted, or before it heard of anything what they know to be theirs. */
export function scopesOf(world: World, tab: Tab): string[] {
  const granted = world.diskOf(tab).cursors.filter(({ canWrite }) => canWrite)
  if (granted.length > 0) return granted.map(({ scope }) => scope)
  const person = personIdSchema.parse(tab.person) === world.persons.awa ? 'awa' : 'bruno'
  return world.scopeIds.filter((_, index) => castOfScopes[index]?.persons.includes(person))
}

export function wordOf(world: World): string {
  world.spoken += 1
  return `mot${world.spoken}.`
}

/** Room for a save is made at the cost of the older half of the sent log (P16). */
function noteFault(world: World, tab: Tab): void {
  count(world.counters, `storage ${tab.faults.last} at a save`)
  if (tab.faults.last === 'QuotaExceededError') world.wiped.add(tab.databaseName)
}
