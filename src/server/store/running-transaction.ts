import { AsyncLocalStorage } from 'node:async_hooks'

/*
 * Inside a transaction, a query asked of the store instead of the transaction would wait for the very connection that
 * the transaction holds: for ever on the embedded engine, and on PostgreSQL under load only. This makes it the same
 * loud mistake everywhere, at the first test.
 */
const running = new AsyncLocalStorage<{ ended: boolean }>()

/** Runs the work of a transaction, known as such to whatever it calls. */
export async function asTransaction<T>(work: () => Promise<T>): Promise<T> {
  const mark = { ended: false }
  try {
    return await running.run(mark, work)
  } finally {
    mark.ended = true
  }
}

export function refuseInsideTransaction(): void {
  if (running.getStore()?.ended === false) {
    throw new Error(
      'Inside a transaction, ask the transaction and not the store: they would wait for each other',
    )
  }
}
