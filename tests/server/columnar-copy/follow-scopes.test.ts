import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { epochSchema, type Epoch } from '../../../src/domain/ids.ts'
import type { Period } from '../../../src/domain/statistics/period.ts'
import { askCopy } from './asked-alone/ask-copy.ts'
import { openCopy, type ColumnarCopy } from '../../../src/server/columnar-copy/columnar-copy.ts'
import { catchUp } from '../../../src/server/columnar-copy/follow-scopes.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId } from '../../builders/an-id.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { plantCast, plantDocument, scopeOf } from '../test-cast.ts'

const epoch = epochSchema.parse('019ab000-0000-7000-8000-0000000000ee')
// The days of the reports below.
const period = { from: '2026-11-01', to: '2026-11-30' } as Period

async function aCopy(folder?: string, of: Epoch = epoch): Promise<ColumnarCopy> {
  return openCopy(folder, of)
}

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'espace-coop-copy-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

function onThe(day: number, more = {}) {
  return aReport({ date: `2026-11-${String(day).padStart(2, '0')}`, minutes: 30, ...more })
}

async function minutesIn(copy: ColumnarCopy): Promise<number> {
  const { minutes } = await askCopy(copy, { period, values: [] })
  return minutes.total
}

describeEachStore('the columnar copy', (given) => {
  test('follows what is filed, corrected and erased, and reads nothing where nothing moved', async () => {
    await plantCast(given())
    const copy = await aCopy()
    onTestFinished(() => copy.close())
    await catchUp(given(), copy)
    const id = aDocumentId()
    await plantDocument(given(), 'awa', { id, body: onThe(3) })
    await plantDocument(given(), 'hugo', { id: aDocumentId(), body: onThe(4) })
    expect(await catchUp(given(), copy)).toBe(2)
    expect(await minutesIn(copy)).toBe(60)
    await plantDocument(given(), 'awa', { id, body: onThe(3, { minutes: 90 }) })
    expect(await catchUp(given(), copy)).toBe(1)
    expect(await minutesIn(copy)).toBe(120)
    expect(await catchUp(given(), copy)).toBe(0)
    await beside(() =>
      given().db.updateTable('doc').set({ state: 'deleted', seq: 3 }).where('id', '=', id).execute(),
    )
    await beside(() =>
      given().db.updateTable('sync_scope').set({ seq: 3 }).where('scope_id', '=', scopeOf('awa')).execute(),
    )
    await catchUp(given(), copy)
    expect(await minutesIn(copy)).toBe(30)
  })

  test('reads a scope whole of which more was purged than it had seen', async () => {
    await plantCast(given())
    const copy = await aCopy()
    onTestFinished(() => copy.close())
    const id = aDocumentId()
    await plantDocument(given(), 'awa', { id, body: onThe(3) })
    await plantDocument(given(), 'awa', { id: aDocumentId(), body: onThe(4) })
    await catchUp(given(), copy)
    expect(await minutesIn(copy)).toBe(60)
    await beside(() => given().db.deleteFrom('doc').where('id', '=', id).execute())
    await beside(() =>
      given()
        .db.updateTable('sync_scope')
        .set({ seq: 4, horizon: 3 })
        .where('scope_id', '=', scopeOf('awa'))
        .execute(),
    )
    await catchUp(given(), copy)
    expect(await minutesIn(copy)).toBe(30)
  })

  test('moves with a structure that moves, which counts what has no place', async () => {
    await plantCast(given())
    const copy = await aCopy()
    onTestFinished(() => copy.close())
    await plantDocument(given(), 'awa', {
      id: aDocumentId(),
      body: onThe(3, { place: { kind: 'a_distance' } }),
    })
    await catchUp(given(), copy)
    const inFoix = { period, values: [], isThere: (commune: string) => commune === '09122' }
    expect((await askCopy(copy, inFoix)).activities).toBe(0)
    await beside(() =>
      given()
        .db.updateTable('structure')
        .set({ commune: '09122' })
        .where('structure_id', '=', townHall.id)
        .execute(),
    )
    await catchUp(given(), copy)
    expect((await askCopy(copy, inFoix)).activities).toBe(1)
  })

  test('goes on where it was, and begins anew for another history of the server', async () => {
    await plantCast(given())
    await plantDocument(given(), 'awa', { id: aDocumentId(), body: onThe(3) })
    const folder = await aFolder()
    const first = await aCopy(folder)
    await catchUp(given(), first)
    first.close()

    const second = await aCopy(folder)
    expect(await minutesIn(second)).toBe(30)
    expect(await catchUp(given(), second)).toBe(0)
    await plantDocument(given(), 'awa', { id: aDocumentId(), body: onThe(4) })
    await catchUp(given(), second)
    expect(await minutesIn(second)).toBe(60)
    second.close()

    const other = epochSchema.parse('019ab000-0000-7000-8000-0000000000ff')
    const third = await aCopy(folder, other)
    onTestFinished(() => third.close())
    expect(await minutesIn(third)).toBe(0)
    await catchUp(given(), third)
    expect(await minutesIn(third)).toBe(60)
  })
})

test('a copy that can’t be read is made anew', async () => {
  const folder = await aFolder()
  await writeFile(join(folder, 'copy.duckdb'), 'not a copy at all '.repeat(1000))
  const copy = await aCopy(folder)
  onTestFinished(() => copy.close())
  expect(await minutesIn(copy)).toBe(0)
})

test('a copy that another server has open leaves it its file', async () => {
  const folder = await aFolder()
  const holder = fork(join(import.meta.dirname, 'hold-copy.ts'), [folder, epoch], {
    execArgv: ['--import', 'tsx'],
  })
  onTestFinished(() => void holder.kill())
  await once(holder, 'message')
  const copy = await aCopy(folder)
  onTestFinished(() => copy.close())
  expect(await minutesIn(copy)).toBe(0)
  expect(await readdir(folder)).toContain('copy.duckdb')
})
