import { CodedError } from '../../domain/errors.ts'
import { systemClock } from '../clock-and-ids.ts'
import { openReadingThread } from '../columnar-copy/reading-thread.ts'
import { operatorLog } from '../operator-log.ts'
import { openStore } from '../store/open-store.ts'
import { copyInProcess } from './copy-in-process.ts'
import type { FromCopy, ToCopy } from './copy-messages.ts'
import type { AskedCopy } from './copy-questions.ts'

/* The process of the columnar copy (`copy-process.ts` starts it): it ends when the server does, however that ends. */

process.once('disconnect', () => process.exit(0))
// Whoever stops the server stops it through the server.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)

let copy: Promise<AskedCopy> | undefined
let log = operatorLog('warn')

process.on('message', (message: ToCopy) => {
  switch (message.kind) {
    case 'begin':
      copy = begin(message)
      copy.catch(giveUp)
      return
    case 'question':
      // What is asked meanwhile waits until it is open.
      void answer(message)
  }
})

async function begin({ databaseUrl, folder, logLevel }: ToCopy & { kind: 'begin' }): Promise<AskedCopy> {
  log = operatorLog(logLevel)
  const store = await openStore({ databaseUrl, log })
  const openReader = () => openReadingThread({ databaseUrl, logLevel })
  const opened = copyInProcess({ store, folder, openReader, clock: systemClock, log })
  opened.start()
  return opened
}

async function answer({ id, name, question }: ToCopy & { kind: 'question' }): Promise<void> {
  try {
    // A name goes with its question: the sender's types say so.
    const found = await (
      await copy
    )?.ask(name, question as never, (early) => tell({ kind: 'early', id, ...early }))
    if (!found) throw new Error('The first message says how to begin')
    tell({ kind: 'answer', id, ...found })
  } catch (error) {
    if (error instanceof CodedError) return tell({ kind: 'refusal', id, code: error.code })
    log.error({ error }, 'The copy that figures are counted from could not answer')
    tell({ kind: 'refusal', id, code: 'internal' })
  }
}

/** A server that is gone by now waits for nothing. */
function tell(message: FromCopy): void {
  process.send?.(message, () => undefined)
}

/** The server starts another one, later and later. */
function giveUp(error: unknown): void {
  console.error(error)
  process.exit(1)
}
