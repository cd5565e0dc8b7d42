import type { StoreLog } from './store/store-log.ts'

const dayMs = 86_400_000
/** Once those who waited for the server to start have been served. */
const soonMs = 600_000

/** Work that is done once a day, by its name in the log. */
export type DailyWork = Readonly<Record<string, () => Promise<unknown>>>

/**
 * Does each work once a day, the first time soon after the start, or at once where that is said: a server that is
 * restarted every day purges all the same. A failure keeps no other from being done, and waits for the next day. Answers
 * what stops it.
 */
export function everyDay(work: DailyWork, log: StoreLog, first: 'soon' | 'at-once' = 'soon'): () => void {
  const doAll = async (): Promise<void> => {
    for (const [name, run] of Object.entries(work)) {
      await run().catch((error: unknown) =>
        log.warn({ work: name, error }, 'Daily work failed; it is tried again tomorrow'),
      )
    }
  }
  const once = setTimeout(() => void doAll(), first === 'soon' ? soonMs : 0)
  const daily = setInterval(() => void doAll(), dayMs)
  once.unref()
  daily.unref()
  return () => {
    clearTimeout(once)
    clearInterval(daily)
  }
}
