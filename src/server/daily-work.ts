import type { StoreLog } from './store/store-log.ts'

const dayMs = 86_400_000
/** Once those who waited for the server to start have been served. */
const soonMs = 600_000

/** Work that is done once a day, by its name in the log. */
export type DailyWork = Readonly<Record<string, () => Promise<unknown>>>

/**
 * Does each work once a day, the first time soon after the start, or at once where that is said: a server that is
 * restarted every day purges all the same. A failure keeps no other from being done, and waits for the next day. Answers
 * what stops it, which waits for the one that is under way.
 */
export function everyDay(
  work: DailyWork,
  log: StoreLog,
  first: 'soon' | 'at-once' = 'soon',
): () => Promise<void> {
  let isStopped = false
  let underWay = Promise.resolve()
  const doAll = async (): Promise<void> => {
    for (const [name, run] of Object.entries(work)) {
      if (isStopped) return
      await run().catch((error: unknown) =>
        log.warn({ work: name, error }, 'Daily work failed; it is tried again tomorrow'),
      )
    }
  }
  const begin = (): void => {
    underWay = underWay.then(doAll)
  }
  const once = setTimeout(begin, first === 'soon' ? soonMs : 0)
  const daily = setInterval(begin, dayMs)
  once.unref()
  daily.unref()
  return async () => {
    isStopped = true
    clearTimeout(once)
    clearInterval(daily)
    await underWay
  }
}
