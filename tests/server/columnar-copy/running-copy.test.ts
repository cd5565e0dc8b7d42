import { expect, onTestFinished, test } from 'vitest'
import { CodedError } from '../../../src/domain/errors.ts'
import type { Period } from '../../../src/domain/statistics/period.ts'
import { askCopy } from './asked-alone/ask-copy.ts'
import type { ColumnarCopy } from '../../../src/server/columnar-copy/columnar-copy.ts'
import { catchUp } from '../../../src/server/columnar-copy/follow-scopes.ts'
import { RunningCopy } from '../../../src/server/columnar-copy/running-copy.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId } from '../../builders/an-id.ts'
import { describeEachStore } from '../each-store.ts'
import { aClock } from '../test-app.ts'
import { plantCast, plantDocument } from '../test-cast.ts'

// The days of the reports below.
const period = { from: '2026-11-01', to: '2026-11-30' } as Period
const minutes = async (copy: ColumnarCopy) => (await askCopy(copy, { period, values: [] })).minutes.total

function aRunningCopy(store: Store) {
  const warnings: string[] = []
  const log = { warn: (_facts: object, message: string) => void warnings.push(message) }
  const running = new RunningCopy({ store, folder: undefined, clock: aClock(), log: log as never })
  onTestFinished(() => running.stop())
  return { running, warnings }
}

describeEachStore('the copy of a running server', (given) => {
  test('answers several at once, each of one state, and says of when', async () => {
    await plantCast(given())
    await plantDocument(given(), 'awa', {
      id: aDocumentId(),
      body: aReport({ date: '2026-11-03', minutes: 30 }),
    })
    const { running } = aRunningCopy(given())
    const [one, other] = await Promise.all([running.answer(minutes), running.answer(minutes)])
    expect([one, other]).toEqual([
      { value: 30, countedAt: '2026-11-23T10:00:00.000Z' },
      { value: 30, countedAt: '2026-11-23T10:00:00.000Z' },
    ])
    const { value } = await running.answer(async (copy) => {
      const before = await minutes(copy)
      await plantDocument(given(), 'awa', {
        id: aDocumentId(),
        body: aReport({ date: '2026-11-04', minutes: 60 }),
      })
      await catchUp(given(), copy)
      return [before, await minutes(copy)]
    })
    expect(value).toEqual([30, 30])
    expect((await running.answer(minutes)).value).toBe(90)
  })

  test('says that it can’t be had where the store can’t be read', async () => {
    const broken = { ...given(), db: undefined } as unknown as Store
    const { running, warnings } = aRunningCopy(broken)
    await expect(running.answer(minutes)).rejects.toThrow(CodedError)
    expect(warnings).toHaveLength(1)
  })
})
