import type { Store } from '../../../src/server/store/store.ts'

/** The database of a drilled server, which is backed up, lost and restored as its operator would. */
export interface DrilledDatabase {
  /** Connection string; undefined where it is embedded in the server's folder. */
  readonly url: string | undefined
  /** Takes the one backup of it, and then does in it what the backup is not to know of. */
  backUp(andThen: (store: Store) => Promise<void>): Promise<void>
  /** Nothing is left of it, and it stands again as it was at the backup. No server runs meanwhile. */
  loseAndRestore(): Promise<void>
}
