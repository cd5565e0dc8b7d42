import { counters, type CountedBy, type CounterName, type CountingJob } from './counting-protocol.ts'
import { doJobs } from './job-thread.ts'

/* A thread that counts rows (`counting-threads.ts` starts it). */

doJobs(
  // A name goes with its job: the sender's types say so.
  ({ name, job }: CountingJob): CountedBy<CounterName> => counters[name](job as never),
  (counted) => (ArrayBuffer.isView(counted) ? [counted] : Object.values(counted)),
)
