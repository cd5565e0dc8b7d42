import { parentPort } from 'node:worker_threads'
import { counters, type FromCounting, type ToCounting } from './counting-protocol.ts'

/* A thread that counts rows (`counting-threads.ts` starts it). */

parentPort?.on('message', ({ id, name, job }: ToCounting) => {
  // A name goes with its job: the sender's types say so.
  const counted = counters[name](job as never)
  const lists = ArrayBuffer.isView(counted) ? [counted] : Object.values(counted)
  // What was counted is given away rather than copied, unless both may have it.
  parentPort?.postMessage(
    { id, counted } satisfies FromCounting,
    lists.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : [])),
  )
})
