import type { CountedHead } from '../store/counted-changes.ts'
import { JobThread } from './job-thread.ts'
import type { WholeScope } from './read-scopes.ts'

/** What a thread that reads is started with. */
export interface ReadingParts {
  readonly databaseUrl: string
  readonly logLevel: string
}

/** Reads whole scopes, while those before are counted. */
export interface WholeReader {
  read(heads: readonly CountedHead[]): Promise<readonly WholeScope[]>
  close(): void
}

/** By connections of its own: half of what a copy made from nothing costs is reading what it is made from. */
export function openReadingThread(parts: ReadingParts): WholeReader {
  const program = new URL('start-reading-worker.js', import.meta.url)
  const thread = new JobThread<readonly CountedHead[], readonly WholeScope[]>(program, parts)
  return { read: (heads) => thread.do(heads), close: () => thread.close() }
}
