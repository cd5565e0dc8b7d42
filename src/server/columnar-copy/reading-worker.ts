import { workerData } from 'node:worker_threads'
import type { CountedHead } from '../store/counted-changes.ts'
import { operatorLog } from '../operator-log.ts'
import { openStore } from '../store/open-store.ts'
import { doJobs } from './job-thread.ts'
import type { ReadingParts } from './reading-thread.ts'
import { readWhole } from './read-scopes.ts'

/* A thread that reads whole scopes (`reading-thread.ts` starts it). */

// Given by the line that starts it.
const { databaseUrl, logLevel } = workerData as ReadingParts
const store = openStore({ databaseUrl, log: operatorLog(logLevel) })

doJobs(
  async (heads: readonly CountedHead[]) => readWhole(await store, heads),
  (scopes) => scopes.map(({ stored }) => stored.numbers),
)
