import type { StoreLog } from './store/store-log.ts'

const dayMs = 86_400_000
/** Once those who waited for the server to start have been served. */
const firstAfterMs = 600_000

/** Work that is done once a day, by its name in the log. */
export type DailyWork = Readonly<Record<string, () => Promise<unknown>>>

/**
 * Does each work once a day, the first time soon after the start: a server that is restarted every day purges all the
 * same. A failure keeps no other from being done, and waits for the next day. Answers what stops it.
 */
export function everyDay(work: DailyWork, log: StoreLog): () => void {
  const doAll = async (): Promise<void> => {
    for (const [name, run] of Object.entries(work)) {
      await run().catch((error: unknown) =>
        log.warn({ work: name, error }, 'Daily work failed; it is tried again tomorrow'),
      )
    }
  }
  const first = setTimeout(() => void doAll(), firstAfterMs)
  const daily = setInterval(() => void doAll(), dayMs)
  first.unref()
  daily.unref()
  return () => {
    clearTimeout(first)
    clearInterval(daily)
  }
}
