import { epochSchema } from '../domain/ids.ts'
import { randomIds } from './clock-and-ids.ts'
import { readConfiguration, type Configuration } from './configuration.ts'
import { onStore, refuse } from './operations/on-store.ts'
import { StoreError } from './store/store-error.ts'
import { erasedLogIn, isErasedFolder } from './sync/erased-log.ts'
import { openNewEpoch } from './sync/open-new-epoch.ts'

/*
 * `npm run new-epoch`, after the database was restored from a backup or a standby took over that may have missed
 * commits, and before people come back: devices then send again what they sent (sync.md 3.7).
 */

const result = readConfiguration(process.env)
if (result.ok) await run(result.configuration)
else refuse(result.errors)

async function run(configuration: Configuration): Promise<void> {
  const { erasedFolder } = configuration
  if (!(await isErasedFolder(erasedFolder))) {
    return refuse([
      `No server has written to ${erasedFolder}: mount the folder of erased ids, or name it with ERASED_FOLDER. Without it, what was erased for good would come back.`,
    ])
  }
  try {
    await onStore(configuration, async (store) => {
      const epoch = epochSchema.parse(randomIds.newId())
      const log = erasedLogIn(erasedFolder, randomIds.newId())
      const erased = await openNewEpoch(store, log, epoch)
      console.log(`Erased again what the backup brought back, from ${erasedFolder}: ${erased} documents.`)
      console.log(`The epoch is now ${epoch}: every device rebuilds and sends again what it sent.`)
    })
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    refuse([error.message])
  }
}
