import type { StoreLog } from '../store/store-log.ts'

/** Work that nobody waits for: a failure is logged and changes nothing for the request that began it. */
export interface BackgroundWork {
  begin(name: string, work: () => Promise<unknown>): void
  /** Resolves once everything that was begun has ended. */
  settled(): Promise<void>
}

export function backgroundWork(log: StoreLog): BackgroundWork {
  const running = new Set<Promise<unknown>>()
  return {
    begin(name, work) {
      const run = Promise.resolve()
        .then(work)
        .catch((error: unknown) => log.warn({ work: name, error: nameOf(error) }, 'Background work failed'))
        .finally(() => running.delete(run))
      running.add(run)
    },
    async settled() {
      while (running.size > 0) await Promise.all(running)
    },
  }
}

/** Messages of a database quote values, which are personal data. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
