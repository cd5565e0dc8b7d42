import { parentPort, workerData } from 'node:worker_threads'

import { openEmbeddedEngine, RefusedStatement } from './embedded-engine.ts'
import type { EmbeddedEngine } from './embedded-engine.ts'
import type { EmbeddedWorkerData, FromEmbedded, ToEmbedded } from './embedded-protocol.ts'
import { StoreError } from './store-error.ts'

/* The thread of the embedded database: it carries statements to the engine and answers back, and decides nothing. */

function say(message: FromEmbedded): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin, only a window has
  parentPort?.postMessage(message)
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

async function hear(engine: EmbeddedEngine, message: ToEmbedded): Promise<void> {
  switch (message.kind) {
    case 'run':
      return say(await answer(engine, message))
    case 'close':
      await engine.close()
      return say({ kind: 'closed' })
  }
}

async function answer(
  engine: EmbeddedEngine,
  { id, sql, values }: Extract<ToEmbedded, { kind: 'run' }>,
): Promise<FromEmbedded> {
  try {
    return { kind: 'rows', id, answer: await engine.run(sql, values) }
  } catch (error) {
    if (error instanceof RefusedStatement) return { kind: 'error', id, error: error.fields }
    return { kind: 'broken', reason: reasonOf(error) }
  }
}

try {
  // The server's thread starts this one with exactly this, in `embedded-thread.ts`.
  const { folder } = workerData as EmbeddedWorkerData
  const engine = await openEmbeddedEngine(folder)
  parentPort?.on('message', (message: ToEmbedded) => {
    hear(engine, message).catch((error: unknown) => say({ kind: 'broken', reason: reasonOf(error) }))
  })
  say({ kind: 'ready' })
} catch (error) {
  const code = error instanceof StoreError ? error.code : 'engine-failed'
  say({ kind: 'refused', code, sentence: reasonOf(error) })
}
