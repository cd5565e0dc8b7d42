import { Worker } from 'node:worker_threads'

import type { EmbeddedWorkerData, FromEmbedded, TextRows, ToEmbedded } from './embedded-protocol.ts'
import { ConnectionLost, SqlError } from './sql-error.ts'
import { StoreError } from './store-error.ts'

/** The embedded database as the server's thread sees it. */
export interface EmbeddedThread {
  /** Throws SqlError, or ConnectionLost when the thread died, as with a connection. */
  run(sql: string, values: (string | null)[]): Promise<TextRows>
  /** Whether it is still there. */
  isAlive(): boolean
  /** Ends it at once, as a crash would; what was acknowledged is on the disk. */
  kill(reason: string): void
  /** Ends it in order. */
  close(): Promise<void>
}

interface Waiting {
  sql: string
  resolve: (answer: TextRows) => void
  reject: (error: Error) => void
}

/** Starts the thread and waits until its database is open and proven durable; throws StoreError when it refuses. */
export async function startEmbeddedThread(folder: string | undefined): Promise<EmbeddedThread> {
  const worker = spawnWorker({ folder })
  const waiting = new Map<number, Waiting>()
  let alive = true
  let lastId = 0

  function lose(reason: unknown): void {
    alive = false
    for (const { reject } of waiting.values()) reject(new ConnectionLost(reason))
    waiting.clear()
    void worker.terminate()
  }

  worker.on('message', (message: FromEmbedded) => {
    if (message.kind === 'rows' || message.kind === 'error') settle(waiting, message)
    else if (message.kind === 'broken') lose(message.reason)
  })
  worker.on('error', lose)
  worker.on('exit', () => lose('the thread of the embedded database ended'))

  await untilReady(worker)
  return {
    isAlive: () => alive,
    kill: lose,
    run(sql, values) {
      if (!alive) return Promise.reject(new ConnectionLost('the thread of the embedded database has ended'))
      const id = (lastId += 1)
      return new Promise((resolve, reject) => {
        waiting.set(id, { sql, resolve, reject })
        post(worker, { kind: 'run', id, sql, values })
      })
    },
    async close() {
      if (alive) await untilClosed(worker)
      await worker.terminate()
    },
  }
}

function spawnWorker(workerData: EmbeddedWorkerData): Worker {
  const program = new URL('./start-embedded-worker.js', import.meta.url)
  return new Worker(program, { workerData, execArgv: [] })
}

function post(worker: Worker, message: ToEmbedded): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin, only a window has
  worker.postMessage(message)
}

function settle(
  waiting: Map<number, Waiting>,
  message: Extract<FromEmbedded, { kind: 'rows' | 'error' }>,
): void {
  const question = waiting.get(message.id)
  if (question === undefined) return
  waiting.delete(message.id)
  if (message.kind === 'rows') question.resolve(message.answer)
  else question.reject(new SqlError(message.error, question.sql))
}

function untilReady(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (cause?: unknown): void => {
      reject(
        new StoreError('engine-failed', 'The thread of the embedded database ended at its start.', cause),
      )
    }
    worker.once('error', fail)
    worker.once('exit', () => fail())
    worker.on('message', (message: FromEmbedded) => {
      if (message.kind === 'ready') resolve()
      if (message.kind !== 'refused') return
      reject(new StoreError(message.code, message.sentence))
      void worker.terminate()
    })
  })
}

function untilClosed(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.once('exit', () => resolve())
    worker.on('message', (message: FromEmbedded) => {
      if (message.kind === 'closed') resolve()
    })
    post(worker, { kind: 'close' })
  })
}
