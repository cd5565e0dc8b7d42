import { Dexie } from 'dexie'
import { keepCurrent, takeLost } from '../../src/app/data/conflicts.ts'
import { openDatabase } from '../../src/app/data/database.ts'
import { discardDraft, saveDraft } from '../../src/app/data/drafts.ts'
import { eraseDocument } from '../../src/app/data/erase-document.ts'
import { exportUnsent } from '../../src/app/data/orphans.ts'
import { runCycle } from '../../src/app/data/run-cycle.ts'
import { deleteDocument, restoreDocument, saveDocument } from '../../src/app/data/save-document.ts'
import { readSyncStatus } from '../../src/app/data/sync-status.ts'
import { fetchTransport } from '../../src/app/data/transport.ts'
import { collections } from '../../src/domain/sync/collections.ts'

/** What a device of the simulation runs: the app's own data layer. Bundled by `builds.ts`, as it is or with changes. */
export const app = {
  Dexie,
  collections,
  deleteDocument,
  discardDraft,
  eraseDocument,
  exportUnsent,
  fetchTransport,
  keepCurrent,
  openDatabase,
  readSyncStatus,
  restoreDocument,
  runCycle,
  saveDocument,
  saveDraft,
  takeLost,
}

export type AppBuild = typeof app
