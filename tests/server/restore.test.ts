import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { durableCluster } from '../drills/drill-cluster.ts'
import { faultsOf } from '../drills/restore/outcome-lines.ts'
import { drillRestore, type RestoreDrill } from '../drills/restore/restore-drill.ts'
import { hasPostgresql } from './databases.ts'
import type { ThrowAwayCluster } from './throw-away-cluster.ts'

/* `npm run drill:restore` does the same with 500 devices. */

const small = { devices: 8, seed: 1, newEpoch: true }
const limit = 240_000

async function expectAllBack(drill: RestoreDrill): Promise<void> {
  const outcome = await drillRestore(drill)
  expect(faultsOf(outcome)).toEqual([])
  expect(outcome.lost.length).toBeGreaterThan(0)
  expect(outcome.sentAgain).toBeGreaterThan(0)
  expect(outcome.erasedPeople).toBeGreaterThan(0)
  expect(outcome.signedInAgain).toBe(1)
}

describe.skipIf(!hasPostgresql())('restored from a backup of PostgreSQL', () => {
  let cluster: ThrowAwayCluster | undefined
  beforeAll(async () => {
    cluster = await durableCluster()
  })
  afterAll(() => cluster?.stop())

  test(
    'I23 I27 what devices hold of an hour that the backup hasn’t is back, once, and erased people stay erased',
    async () => {
      await expectAllBack({ ...small, cluster })
    },
    limit,
  )

  test(
    'without a new epoch the same loses: the drill can fail',
    async () => {
      const outcome = await drillRestore({ ...small, devices: 5, cluster, newEpoch: false })
      expect(outcome.missing.length).toBeGreaterThan(0)
    },
    limit,
  )
})

test(
  'I23 I27 restored from a copy of the embedded store’s folder, it holds again what devices hold',
  async () => {
    await expectAllBack({ ...small, cluster: undefined, madeDatabase: inject('madeDatabase') })
  },
  limit,
)
