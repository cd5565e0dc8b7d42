import { readConfiguration, type Configuration } from './configuration.ts'
import { resetEmbedded } from './store/reset-embedded.ts'
import { StoreError } from './store/store-error.ts'

/* `npm run db:reset`: the next start finds an empty store, and loads the demonstration anew. */

const result = readConfiguration(process.env)
if (result.ok) await reset(result.configuration)
else refuse(result.errors)

async function reset({ production, databaseUrl, dataFolder }: Configuration): Promise<void> {
  if (databaseUrl !== undefined)
    return refuse(['DATABASE_URL names a PostgreSQL: only the embedded store is reset.'])
  if (production) return refuse(['Nothing is reset in production.'])
  try {
    const found = await resetEmbedded(dataFolder)
    console.log(found ? `The store of ${dataFolder} is gone.` : `There was no store in ${dataFolder}.`)
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    refuse([error.message])
  }
}

function refuse(reasons: readonly string[]): void {
  for (const reason of reasons) console.error(reason)
  process.exitCode = 1
}
