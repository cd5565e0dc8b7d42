import '../../../../src/app/data/configure-zod.ts'
import { openDatabase } from '../../../../src/app/data/database.ts'
import { saveDocument } from '../../../../src/app/data/save-document.ts'
import { startSync } from '../../../../src/app/data/sync-engine.ts'

/* What the sync engine takes: the database, a save, the cycle. Put on the window, or the build would leave it out. */
Object.assign(window, { openDatabase, saveDocument, startSync })
