import compression from 'compression'
import express from 'express'
import expressPouchDB from 'express-pouchdb'
import memoryAdapter from 'pouchdb-adapter-memory'
import mapReduce from 'pouchdb-mapreduce'
import PouchDB from 'pouchdb-core'
import { awa, benchReports, bruno, firstSyncReports, storedReports } from '../device/generated-documents.ts'

/*
 * PouchDB's own server, over memory: the fastest that it has. The same reports as the real server has, in the same
 * order, and the peer's page, so that everything is of one origin.
 */

const { PORT, PAGE_FOLDER } = process.env
if (!PORT || !PAGE_FOLDER) throw new Error('PORT and PAGE_FOLDER are needed')
PouchDB.plugin(memoryAdapter).plugin(mapReduce)
const MemoryPouch = PouchDB.defaults({ adapter: 'memory' })
await fill('awa', benchReports(awa, firstSyncReports))
await fill('bruno', benchReports(bruno, storedReports))
const app = express()
app.use('/db', expressPouchDB(MemoryPouch, { mode: 'minimumForPouchDB', inMemoryConfig: true }))
app.use(compression(), express.static(PAGE_FOLDER))
app.listen(Number(PORT), '127.0.0.1', () => console.log('ready'))

async function fill(name: string, reports: ReturnType<typeof benchReports>): Promise<void> {
  const db = new MemoryPouch(name)
  for (let start = 0; start < reports.length; start += 500) {
    await db.bulkDocs(reports.slice(start, start + 500).map(({ id, body }) => ({ _id: id, ...body })))
  }
}
