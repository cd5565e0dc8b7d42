import { describe, expect, onTestFinished, test } from 'vitest'
import { naiveLog } from '../../drills/ordering/naive-log.ts'
import { race } from '../../drills/ordering/race.ts'
import { syncLog } from '../../drills/ordering/sync-log.ts'
import { hasPostgresql, newPostgresqlDatabase } from '../databases.ts'

const faultless = { missed: 0, doubled: 0, late: 0, disorders: 0 }

describe.skipIf(!hasPostgresql())(
  'writers who pause inside their transactions, and a reader who polls',
  () => {
    test.each([
      { writers: 16, scopes: 3, rounds: 12 },
      { writers: 64, scopes: 3, rounds: 3 },
      { writers: 64, scopes: 1, rounds: 2 },
    ])(
      'I4 I5 $writers of them in $scopes scopes: nothing missed, commits in the order of seq',
      async (size) => {
        const log = await syncLog(await newPostgresqlDatabase(), size)
        onTestFinished(() => log.close())
        const seen = await race(log, size)
        expect(seen).toMatchObject({ ...faultless, written: size.writers * size.rounds })
        expect(seen.reads).toBeGreaterThan(5)
      },
    )

    test.each(['bigserial', 'now()'] as const)(
      'a cursor over %s misses rows in the same race, or the race would prove nothing',
      async (cursor) => {
        const log = await naiveLog(await newPostgresqlDatabase(), cursor, 16)
        onTestFinished(() => log.close())
        const seen = await race(log, { writers: 16, rounds: 12 })
        expect(seen.missed).toBeGreaterThan(0)
        expect(seen.disorders).toBeGreaterThan(0)
      },
    )
  },
)
