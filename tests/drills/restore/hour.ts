import type { Random } from '../../simulation/random.ts'
import { inParallel } from '../in-parallel.ts'
import type { DrilledDevice } from './drilled-device.ts'
import { correctReport, deleteReport, fileReport, followPerson, forgetPerson } from './work.ts'

/** The clock of every device: each look at it is a moment later, and an hour passes when the drill says so. */
export class DrillClock {
  #now: number

  constructor(now: number) {
    this.#now = now
  }

  readonly now = (): number => {
    this.#now += 1
    return this.#now
  }

  pass(minutes: number): void {
    this.#now += minutes * 60_000
  }
}

/** What becomes of a device in the hour, by its number: each happens at eight devices already. */
export const fates = {
  /** Lost after the hour: what it alone held can't come back. */
  isLost: (index: number) => index % 25 === 1,
  /** Signs in after the backup, which knows nothing of its session. */
  isLate: (index: number) => index % 9 === 5,
  /** Works on without network from the middle of the hour until after the restore. */
  staysOffline: (index: number) => index % 9 === 4,
  /** Is without network for a while within the hour. */
  isOffline: (index: number, round: number) => index % 9 === 7 && (round === 2 || round === 3),
  /** Erases a person in the hour; the first one on a device that is lost afterwards. */
  erases: (index: number) => index % 8 === 1,
}

/** How many devices are at it at a time: they share this process. */
export const width = 24
const rounds = 6

/** What was there before the backup: reports, and people who are followed. */
export async function morning(devices: readonly DrilledDevice[], random: Random): Promise<void> {
  await inParallel(devices, width, async (device) => {
    await followPerson(device, `Suivie-${device.name}`)
    for (let reports = 0; reports < 4; reports += 1) await fileReport(device, random)
    await device.sync()
  })
  await inParallel(devices, width, (device) => device.sync())
}

/** An hour of work on all devices; answers the names of people who were erased. */
export async function hourOfWork(
  devices: readonly DrilledDevice[],
  clock: DrillClock,
  random: Random,
): Promise<string[]> {
  const erased: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    clock.pass(60 / rounds)
    await inParallel([...devices.entries()], width, async ([index, device]) => {
      if (fates.staysOffline(index) && round >= rounds / 2) device.isOnline = false
      await workALittle(device, random)
      if (round === 3 && fates.erases(index)) erased.push(...[(await forgetPerson(device)) ?? []].flat())
      if (device.isOnline && !fates.isOffline(index, round)) await device.sync()
    })
  }
  return erased
}

async function workALittle(device: DrilledDevice, random: Random): Promise<void> {
  if (random.chance(0.6)) await fileReport(device, random)
  if (random.chance(0.6)) await correctReport(device, random)
  if (random.chance(0.2)) await deleteReport(device, random)
}
