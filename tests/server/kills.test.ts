import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { durableCluster } from '../drills/drill-cluster.ts'
import { kill } from '../drills/kills/kill.ts'
import { hasPostgresql } from './databases.ts'
import type { ThrowAwayCluster } from './throw-away-cluster.ts'

/* `npm run drill:kills` does the same twenty times each, and checks besides that each commit reached the disk. */

const kills = 2
const unharmed = { missing: 0, twice: 0, unheard: 0, stale: 0, holes: 0, numbersReused: 0, wrongDigests: 0 }

describe.skipIf(!hasPostgresql())('killed in the middle of pushes, over PostgreSQL', () => {
  let cluster: ThrowAwayCluster | undefined
  beforeAll(async () => {
    cluster = await durableCluster()
  })
  afterAll(() => cluster?.stop())

  test.each(['server', 'postgresql'] as const)(
    'I2 I3 I10 the %s: what was acknowledged is there, once, and in order',
    async (kind) => {
      if (!cluster) throw new Error('there is no PostgreSQL')
      const left = await kill({ kind, cluster }, kills)
      expect(left).toMatchObject(unharmed)
      expect(left.interrupted).toBeGreaterThanOrEqual(kills)
    },
    120_000,
  )
})

test('I2 I3 I10 killed in the middle of pushes, the server over its embedded store loses nothing', async () => {
  const left = await kill({ kind: 'embedded', madeDatabase: inject('madeDatabase') }, kills)
  expect(left).toMatchObject(unharmed)
  expect(left.interrupted).toBeGreaterThanOrEqual(kills)
}, 120_000)
