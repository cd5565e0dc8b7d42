import * as fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { countRows, type RowsJob } from '../../../src/server/columnar-copy/count-rows.ts'
import { findRows, type RowSetJob } from '../../../src/server/columnar-copy/row-set.ts'
import { CountingThreads } from '../../../src/server/columnar-copy/counting-threads.ts'
import { columnCount, departmentAt, sumsAt } from '../../../src/server/columnar-copy/slice-columns.ts'
import { Random } from '../../simulation/random.ts'

/** A month of that many activities, ten things of each kind, asked by a value of each of some columns. */
function aJob(
  activities: number,
  seed: number,
  there: number | undefined,
  asked: readonly number[] = [0, columnCount - 1],
): RowsJob & { readonly values: readonly RowSetJob[] } {
  const random = new Random(seed)
  const kinds = Array.from({ length: columnCount }, (_, kind) => kind * 10)
  const things = columnCount * 10
  const weights = () => Int32Array.from({ length: things }, () => random.below(9))
  const columns = kinds.map((first) =>
    Uint16Array.from({ length: activities }, () => first + random.below(10)),
  )
  const values = asked.map((column) => ({
    activities,
    column: columns[column] ?? new Uint16Array(),
    has: Uint8Array.from({ length: things }, () => random.below(2)),
  }))
  return {
    activities,
    columns,
    things,
    personsOf: weights(),
    minutesOf: weights(),
    values,
    sets: values.map(findRows),
    blocks: Int32Array.from({ length: 2 ** asked.length }, () => random.below(3) - 1),
    there: there === undefined ? undefined : departmentAt * 10 + there,
  }
}

/** The same one by one, as it reads. */
function countedPlainly(job: ReturnType<typeof aJob>): number[] {
  const { activities, columns, things, personsOf, minutesOf, values, blocks, there } = job
  const many = Math.max(...blocks) + 1
  const sums = Array.from({ length: many * things * 3 }, () => 0)
  for (let row = 0; row < activities; row += 1) {
    const own = columns.map((column) => column[row] ?? 0)
    const mask = values.reduce(
      (bits, { column, has }, bit) => bits + (has[column[row] ?? 0] ?? 0) * 2 ** bit,
      0,
    )
    const block = blocks[mask] ?? -1
    if (block < 0) continue
    const ofSums = own[sumsAt] ?? 0
    const add = (thing = 0) => {
      for (const [place, more] of [1, personsOf[ofSums] ?? 0, minutesOf[ofSums] ?? 0].entries())
        sums[(thing * many + block) * 3 + place] = (sums[(thing * many + block) * 3 + place] ?? 0) + more
    }
    add(own[departmentAt])
    if (there !== undefined && own[departmentAt] !== there) continue
    for (const thing of own.slice(0, departmentAt)) add(thing)
    add(ofSums)
  }
  return sums
}

test('what is counted of the rows of values is what is counted row by row', () => {
  const anyThere = fc.option(fc.nat({ max: 9 }), { nil: undefined })
  const anyColumns = fc.array(fc.nat({ max: columnCount - 1 }), { maxLength: 5 })
  fc.assert(
    fc.property(fc.nat({ max: 200 }), fc.nat(), anyThere, anyColumns, (activities, seed, there, asked) => {
      const job = aJob(activities, seed, there, asked)
      expect([...countRows(job)]).toEqual(countedPlainly(job))
    }),
  )
})

test('threads count what is counted without them, whatever is asked meanwhile, and begin again once closed', async () => {
  const threads = new CountingThreads()
  onTestFinished(() => threads.close())
  const jobs = [1, 2, 3, 4, 5].map((seed) => aJob(20_000, seed, seed === 3 ? 7 : undefined))
  const expected = jobs.map((job) => countRows(job))
  expect(await Promise.all(jobs.map((job) => threads.count('rows', job)))).toEqual(expected)
  threads.close()
  expect(await Promise.all(jobs.map((job) => threads.count('rows', job)))).toEqual(expected)
})

test('whoever waits for a thread that ends is refused, not left waiting', async () => {
  const threads = new CountingThreads()
  // More than any machine's threads begin with.
  const jobs = Array.from({ length: 12 }, (_, seed) => aJob(20_000, seed, undefined))
  await Promise.all(jobs.map((job) => threads.count('rows', job)))
  const asked = jobs.map((job) => threads.count('rows', job))
  // Meanwhile they count the first ones, and nobody hears of it.
  for (const job of jobs) countRows(job)
  threads.close()
  for (const one of await Promise.allSettled(asked))
    expect(one).toMatchObject({
      status: 'rejected',
      reason: { message: 'The thread that worked on it has ended' },
    })
})
