import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { monthsOf } from '../../../src/domain/statistics/month-number.ts'
import type { Period } from '../../../src/domain/statistics/period.ts'
import { CopyProcess } from '../../../src/server/figures/copy-process.ts'
import { copyInProcess } from '../../../src/server/figures/copy-in-process.ts'
import type { StateQuestion } from '../../../src/server/figures/count-state-months.ts'
import { openStore } from '../../../src/server/store/open-store.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId } from '../../builders/an-id.ts'
import { hasPostgresql, newPostgresqlDatabase, silentLog } from '../databases.ts'
import { aClock } from '../test-app.ts'
import { plantCast, plantDocument } from '../test-cast.ts'

// Each starts a process, which opens a database.
vi.setConfig({ testTimeout: 120_000 })

const november = { from: '2026-11-01', to: '2026-11-30' } as Period
const question: StateQuestion = {
  months: monthsOf(november),
  today: november.to,
  department: undefined,
  values: [],
}

async function aCopy(reports: number) {
  const databaseUrl = await newPostgresqlDatabase()
  const store = await openStore({ databaseUrl, log: silentLog })
  await plantCast(store)
  await plantReports(store, reports)
  const folder = await mkdtemp(join(tmpdir(), 'espace-coop-copy-'))
  const warnings: string[] = []
  const log = { ...silentLog, warn: (_facts: object, message: string) => void warnings.push(message) }
  const copy = new CopyProcess({ databaseUrl, folder, logLevel: 'silent', log })
  onTestFinished(async () => {
    await copy.stop()
    await store.close()
    await rm(folder, { recursive: true, force: true })
  })
  return { copy, store, warnings }
}

async function plantReports(store: Store, reports: number): Promise<void> {
  for (let one = 0; one < reports; one += 1)
    await plantDocument(store, 'awa', {
      id: aDocumentId(),
      body: aReport({ date: '2026-11-03', minutes: 30 }),
    })
}

const activities = async (copy: CopyProcess) =>
  (await copy.ask('state-figures', question)).value.totals.activities

describe.skipIf(!hasPostgresql())('the copy in a process of its own', () => {
  test('answers what it answers in this one', async () => {
    const { copy, store } = await aCopy(7)
    const here = copyInProcess({ store, folder: undefined, clock: aClock(), log: silentLog })
    onTestFinished(() => here.stop())
    const [inProcess, inItsOwn] = [
      await here.ask('state-figures', question),
      await copy.ask('state-figures', question),
    ]
    expect(inItsOwn.value).toEqual(inProcess.value)
    expect(inItsOwn.value.totals.activities).toBe(7)
  })

  test('is started again when it dies: whoever waits reads that it can’t be had, and the next one is answered', async () => {
    const { copy, store, warnings } = await aCopy(7)
    expect(await activities(copy)).toBe(7)
    const died = copy.pid
    process.kill(died ?? 0, 'SIGKILL')
    await expect(activities(copy)).rejects.toMatchObject({ code: 'unavailable' })
    await plantReports(store, 1)
    await vi.waitFor(async () => expect(await activities(copy)).toBe(8), { timeout: 60_000 })
    expect(copy.pid).not.toBe(died)
    expect(warnings).toHaveLength(1)
  })

  test('ends with the server', async () => {
    const { copy } = await aCopy(5)
    await activities(copy)
    const pid = copy.pid ?? 0
    await copy.stop()
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
    await expect(activities(copy)).rejects.toMatchObject({ code: 'unavailable' })
  })
})
