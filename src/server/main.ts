import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readConfiguration, type Configuration } from './configuration.ts'
import { demonstrationAccounts } from './identity/demonstration-accounts.ts'
import { startServer, type RunningServer } from './start-server.ts'
import { StoreError } from './store/store-error.ts'

/* `npm start`, and `npm run dev` with --dev. */

const development = process.argv.includes('--dev')
const result = readConfiguration(process.env)
if (result.ok) await run(result.configuration)
else refuse(result.errors)

async function run(configuration: Configuration): Promise<void> {
  try {
    const server = await startServer(configuration, { development })
    announce(configuration)
    stopOnSignal(server)
  } catch (error) {
    refuse([reasonOf(error, configuration)])
  }
}

/** What a person who runs the server can act upon; anything else is a bug, and keeps its stack. */
function reasonOf(error: unknown, { host, port }: Configuration): string {
  if (error instanceof StoreError) return error.message
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `Port ${port} of ${host} is taken: stop what uses it, or name another one with PORT.`
  }
  throw error
}

function refuse(reasons: readonly string[]): void {
  for (const reason of reasons) console.error(reason)
  process.exit(1)
}

function announce({ publicUrl, issuer, appFolder }: Configuration): void {
  console.log(`\nEspace Coop: ${publicUrl}`)
  if (!development && !existsSync(join(appFolder, 'index.html'))) {
    console.log(`There is no built application in ${appFolder}: npm run build.`)
  }
  if (issuer.kind !== 'demonstration') return
  console.log(
    'Demonstration: the people and their reports are invented, and anybody may sign in as any of them.\n',
  )
  for (const line of accountLines()) console.log(line)
  console.log('')
}

function accountLines(): string[] {
  const rows = demonstrationAccounts.map(({ givenName, familyName, capacity, email }) => [
    `${givenName} ${familyName}`,
    capacity,
    email,
  ])
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`)
}

/** Requests under way are answered; a second signal, or ten seconds, end it all the same. */
function stopOnSignal(server: RunningServer): void {
  const stop = (): void => {
    setTimeout(() => process.exit(1), 10_000).unref()
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1))
      stop()
    })
  }
}
