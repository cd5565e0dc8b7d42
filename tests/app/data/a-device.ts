import { afterEach } from 'vitest'
import { openDatabase, type CoopDatabase } from '../../../src/app/data/database.ts'
import type { DeviceTools } from '../../../src/app/data/device-tools.ts'
import { runCycle } from '../../../src/app/data/run-cycle.ts'
import type { CycleOutcome } from '../../../src/app/data/cycle-step.ts'
import { deleteDocument, restoreDocument, saveDocument } from '../../../src/app/data/save-document.ts'
import type { LocalDocument } from '../../../src/app/data/local-document.ts'
import { reportById, type LocalReport } from '../../../src/app/data/reports.ts'
import type { DocumentId, PersonId, ScopeId } from '../../../src/domain/ids.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import type { PendingOp } from '../../../src/domain/sync/pending-op.ts'
import { aDeviceId, aDocumentId, anOpId } from '../../builders/an-id.ts'
import { aReport } from '../../builders/a-report.ts'
import type { FakeServer } from './fake-server.ts'
import { fakeTransport, type FakeTransport } from './fake-transport.ts'

/** One browser profile of one person, with a database of its own and the verbs that tests read by. */
export interface TestDevice {
  readonly db: CoopDatabase
  readonly transport: FakeTransport
  readonly tools: DeviceTools & { clockMs: number }
  readonly scope: ScopeId
  files(fields?: JsonObject, id?: DocumentId, scope?: ScopeId): Promise<DocumentId>
  edits(id: DocumentId, fields: JsonObject, scope?: ScopeId): Promise<void>
  deletes(id: DocumentId): Promise<void>
  restores(id: DocumentId): Promise<void>
  syncs(): Promise<CycleOutcome>
  /** Syncs until there is nothing more to do. */
  settles(): Promise<void>
  row(id: DocumentId): Promise<LocalDocument | undefined>
  report(id: DocumentId): Promise<LocalReport | undefined>
  queue(): Promise<PendingOp[]>
}

const opened: CoopDatabase[] = []
let devices = 0

export function closeDevices(): void {
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((db) => db.delete()))
  })
}

export function aDevice(server: FakeServer, person: PersonId, scope: ScopeId): TestDevice {
  const db = ownDatabase(person)
  const transport = fakeTransport(server, person)
  const tools = testTools(() => server.now)
  const sync = () => runCycle({ db, transport, tools })
  const device: TestDevice = {
    db,
    transport,
    tools,
    scope,
    files: async (fields = {}, id = aDocumentId(), own = scope) => {
      await saveDocument(db, { scope: own, collection: 'report', id, body: aReport(fields) }, tools)
      return id
    },
    edits: async (id, fields, own = scope) => {
      const row = await db.report.get([own, id])
      if (!row) throw new Error('the test edits a report that the device has not')
      await saveDocument(
        db,
        { scope: own, collection: 'report', id, body: withFields(row.body, fields) },
        tools,
      )
    },
    deletes: (id) => deleteDocument(db, { collection: 'report', id }, tools),
    restores: (id) => restoreDocument(db, { collection: 'report', id }, tools),
    syncs: sync,
    settles: async () => {
      for (let cycle = 0; cycle < 30; cycle += 1) {
        const outcome = await sync()
        if (outcome.kind === 'done' && !outcome.more) return
      }
      throw new Error('the device does not settle')
    },
    row: (id) => db.report.get([scope, id]),
    report: (id) => reportById(db, id),
    queue: () => db.outbox.orderBy('n').toArray(),
  }
  return device
}

/** Two devices of one person have two databases of one name in life: in one program each gets its own. */
function ownDatabase(person: PersonId): CoopDatabase {
  devices += 1
  const db = openDatabase(person, `device-${devices}`)
  opened.push(db)
  return db
}

export function testTools(serverNow: () => number): DeviceTools & { clockMs: number } {
  const tools = {
    /** How far the device's clock is off. */
    clockMs: 0,
    now: () => serverNow() + tools.clockMs,
    newOpId: anOpId,
    newDeviceId: aDeviceId,
    random: () => 0.5,
  }
  return tools
}

function withFields(body: JsonObject, fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries({ ...body, ...fields }).filter(([, value]) => value !== null))
}
