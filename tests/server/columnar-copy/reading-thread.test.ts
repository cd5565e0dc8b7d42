import { sql } from 'kysely'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { epochSchema, type ScopeId } from '../../../src/domain/ids.ts'
import { openCopy, rowsOf, type ColumnarCopy } from '../../../src/server/columnar-copy/columnar-copy.ts'
import { catchUp } from '../../../src/server/columnar-copy/follow-scopes.ts'
import { openReadingThread, type WholeReader } from '../../../src/server/columnar-copy/reading-thread.ts'
import { openStore } from '../../../src/server/store/open-store.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId } from '../../builders/an-id.ts'
import { hasPostgresql, newPostgresqlDatabase, silentLog } from '../databases.ts'
import { plantCast, plantDocuments, scopeOf } from '../test-cast.ts'

// Each opens a database, and a thread that does.
vi.setConfig({ testTimeout: 120_000 })

const epoch = epochSchema.parse('019ab000-0000-7000-8000-0000000000ee')
/** Enough for them to be read by a thread. */
const many = 130
const reportsEach = 3

/** Awa's reports, and many advisors with the same. */
async function manyScopes(): Promise<{ store: Store; databaseUrl: string }> {
  const databaseUrl = await newPostgresqlDatabase()
  const store = await openStore({ databaseUrl, log: silentLog })
  onTestFinished(() => store.close())
  await plantCast(store)
  const reports = Array.from({ length: reportsEach }, (_, day) => ({
    id: aDocumentId(),
    body: aReport({ date: `2026-11-0${day + 1}`, minutes: 30 }),
  }))
  await plantDocuments(store, 'awa', reports)
  const scope = sql`('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid`
  const all = sql`generate_series(1, ${many}) n`
  await sql`insert into person (person_id, email, email_key, created_at)
    select ${scope}, 'p' || n || '@exemple.fr', 'p' || n || '@exemple.fr', '2026-11-01' from ${all}`.execute(
    store.db,
  )
  await sql`insert into assignment (scope_id, person_id, structure_id, role)
    select ${scope}, ${scope}, (select min(structure_id::text)::uuid from structure), 'advisor' from ${all}`.execute(
    store.db,
  )
  await sql`insert into sync_scope (scope_id, kind, seq)
    select ${scope}, 'assignment', ${reportsEach} from ${all}`.execute(store.db)
  await sql`insert into doc (scope_id, id, collection, rev, seq, state, day, schema_v, body, edited_at, edited_by, updated_at)
    select ${scope}, id, collection, rev, seq, state, day, schema_v, body, edited_at, edited_by, updated_at
    from doc, ${all} where doc.scope_id = ${scopeOf('awa')}`.execute(store.db)
  return { store, databaseUrl }
}

async function aCopy(): Promise<ColumnarCopy> {
  const copy = await openCopy(undefined, epoch)
  onTestFinished(() => copy.close())
  return copy
}

/** What the copy has of each scope, whatever it numbered it by. */
async function contents(copy: ColumnarCopy) {
  const scopes = await rowsOf(copy.reader, 'select id, seq, commune, texts, numbers from scope order by id')
  const activities = await rowsOf(
    copy.reader,
    `select s.id, a.id, a.day, a.minutes, a.accompaniments from activity a join scope s on s.n = a.scope order by all`,
  )
  return { scopes, activities }
}

describe.skipIf(!hasPostgresql())('a copy made from nothing, read by a thread', () => {
  test('has what it has without one', async () => {
    const { store, databaseUrl } = await manyScopes()
    const [plain, threaded] = [await aCopy(), await aCopy()]
    await catchUp(store, plain)
    const openReader = vi.fn<() => WholeReader>(() => openReadingThread({ databaseUrl, logLevel: 'silent' }))
    await catchUp(store, threaded, openReader)
    expect(openReader).toHaveBeenCalledTimes(1)
    expect(await contents(threaded)).toEqual(await contents(plain))
    expect((await contents(threaded)).activities).toHaveLength((many + 1) * reportsEach)
    expect(await catchUp(store, threaded, openReader)).toBe(0)
  })

  test('that fails keeps what is written by then, and the next look takes the rest, nothing twice', async () => {
    const { store, databaseUrl } = await manyScopes()
    const copy = await aCopy()
    const thread = openReadingThread({ databaseUrl, logLevel: 'silent' })
    let reads = 0
    const failing: WholeReader = {
      read: (heads) => ((reads += 1) > 4 ? Promise.reject(new Error('lost')) : thread.read(heads)),
      close: () => thread.close(),
    }
    await expect(catchUp(store, copy, () => failing)).rejects.toThrow('lost')
    const { scopes } = await contents(copy)
    expect(scopes.length).toBeGreaterThan(0)
    expect(scopes.length).toBeLessThan(many)
    await catchUp(store, copy)
    expect((await contents(copy)).activities).toHaveLength((many + 1) * reportsEach)
  })

  test('that can’t read ends, and says why to whoever waits', async () => {
    const { databaseUrl } = await manyScopes()
    const thread = openReadingThread({ databaseUrl, logLevel: 'silent' })
    onTestFinished(() => thread.close())
    // No head is such: the database refuses the question.
    const broken = [{ scope: 'none' as ScopeId, seq: 0, horizon: 0, commune: null }]
    await expect(thread.read(broken)).rejects.toThrow(/uuid/)
    await expect(thread.read([])).rejects.toThrow('ended')
  })

  test('that is closed is refused, and whatever is asked of it after', async () => {
    const thread = openReadingThread({
      databaseUrl: 'postgresql://nobody@127.0.0.1:1/none',
      logLevel: 'silent',
    })
    const reading = thread.read([])
    thread.close()
    await expect(reading).rejects.toThrow('ended')
    await expect(thread.read([])).rejects.toThrow('ended')
  })
})
