import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { closeDevices } from './a-device.ts'
import { RandomWorld, steps } from './random-world.ts'

closeDevices()

/** More of them by RUNS=2000 before the command that runs this file. */
const numRuns = Number(process.env['RUNS'] ?? 40)

test(
  'I1, I7, I8, I11, I15, I23, I24 and I27: whatever happens between two devices and a server, all end equal and nothing typed is lost',
  { timeout: 60_000 + numRuns * 1_000 },
  async () => {
    const happened = { duplicates: 0, conflicts: 0, rejections: 0, resets: 0 }
    await fc.assert(
      fc.asyncProperty(steps, async (what) => {
        const world = new RandomWorld()
        await world.run(what)
        await world.settle()
        await world.checkEquality()
        await world.checkNothingLost()
        await world.checkErased()
        for (const { db } of world.devices) await db.delete()
        const { counts } = world.server
        happened.duplicates += counts.duplicates
        happened.conflicts += counts.conflicts
        happened.rejections += counts.rejections
        happened.resets += counts.resets
      }),
      { numRuns },
    )
    expect(happened.duplicates).toBeGreaterThan(0)
    expect(happened.conflicts).toBeGreaterThan(0)
    expect(happened.rejections).toBeGreaterThan(0)
  },
)
