import { frenchDayOf } from '../../../src/domain/calendar-day.ts'
import { readConfiguration, type Configuration } from '../../../src/server/configuration.ts'
import { demonstrationAssignments } from '../../../src/server/demonstration/demonstration-assignments.ts'
import { demonstrationPeople } from '../../../src/server/demonstration/demonstration-people.ts'
import { operatorLog } from '../../../src/server/operator-log.ts'
import { startServer } from '../../../src/server/start-server.ts'
import { writeDemonstrationPeople } from '../../../src/server/store/demonstration-people.ts'
import { openStore } from '../../../src/server/store/open-store.ts'
import { inTransaction } from '../../../src/server/store/transaction.ts'
import { writeServerDocuments } from '../../../src/server/sync/write-server-document.ts'
import { awa, benchReports, bruno, firstSyncReports, storedReports } from './generated-documents.ts'

/* The real server, configured by its environment, with the people of the demonstration and more reports. */

const result = readConfiguration(process.env)
if (!result.ok) throw new Error(result.errors.join('\n'))
await fill(result.configuration)
const server = await startServer(result.configuration, { development: false })
process.once('SIGTERM', () => {
  void server.stop().then(() => process.exit(0))
})
console.log('ready')

/** Before the server starts: it loads the demonstration only where its people aren't there yet. */
async function fill({ databaseUrl, dataFolder, logLevel }: Configuration): Promise<void> {
  const store = await openStore({ databaseUrl, folder: dataFolder, log: operatorLog(logLevel) })
  const now = new Date()
  const people = demonstrationPeople(demonstrationAssignments(frenchDayOf(now)))
  await inTransaction(store, async (tx) => {
    if (!(await writeDemonstrationPeople(tx, people, now.toISOString())))
      throw new Error('not a new database')
    for (const [advisor, count] of [[awa, firstSyncReports] as const, [bruno, storedReports] as const]) {
      const reports = benchReports(advisor, count)
      await writeServerDocuments(
        tx,
        advisor.scope,
        reports.map((report) => ({ ...report, collection: 'report', by: advisor.person.id })),
      )
    }
  })
  await store.close()
}
