import { backgroundWork, type BackgroundWork } from '../../../src/server/sync/background-work.ts'
import type { StoreLog } from '../../../src/server/store/store-log.ts'

const begun = new Set<BackgroundWork>()

/** Background work of a test, which `workBehindSettled` waits for. */
export function testBackground(log: StoreLog): BackgroundWork {
  const background = backgroundWork(log)
  begun.add(background)
  return background
}

/** Nobody waits for such work: it would write into the store of the next test. */
export async function workBehindSettled(): Promise<void> {
  await Promise.all([...begun].map((background) => background.settled()))
  begun.clear()
}
