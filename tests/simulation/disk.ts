import type { LocalConflict } from '../../src/app/data/local-conflict.ts'
import type { Draft } from '../../src/app/data/draft.ts'
import type { LocalDocument } from '../../src/app/data/local-document.ts'
import type { ScopeCursor } from '../../src/app/data/scope-cursor.ts'
import type { SentOp } from '../../src/app/data/sent-log.ts'
import type { PendingOp } from '../../src/domain/sync/pending-op.ts'

/** What one person's database holds on one device, read under the app and under its library. */
export interface Disk {
  readonly documents: readonly LocalDocument[]
  readonly outbox: readonly PendingOp[]
  readonly sent: readonly SentOp[]
  readonly orphans: readonly PendingOp[]
  readonly conflicts: readonly LocalConflict[]
  readonly cursors: readonly ScopeCursor[]
  readonly drafts: readonly Draft[]
  readonly meta: Readonly<Record<string, unknown>>
}

/** The parts of fake-indexeddb that hold committed rows: reading them costs nothing and disturbs nobody. */
interface FakeFactory {
  _databases: Map<
    string,
    { rawObjectStores: Map<string, { records: { values(): Iterable<{ value: unknown }> } }> }
  >
}

const tablesOfDocuments = ['report', 'place', 'beneficiary', 'appointment', 'model', 'other']

/** To be called while no transaction is under way. */
export function readDisk(name: string): Disk {
  const rows = rowsOf(name)
  // Each table holds what the app writes into it, as its types say.
  return {
    documents: tablesOfDocuments.flatMap(rows) as LocalDocument[],
    outbox: rows('outbox') as PendingOp[],
    sent: rows('sent') as SentOp[],
    orphans: (rows('orphan') as PendingOp[]).toSorted((a, b) => a.n - b.n),
    conflicts: rows('conflict') as LocalConflict[],
    cursors: rows('cursor') as ScopeCursor[],
    drafts: rows('draft') as Draft[],
    meta: Object.fromEntries(
      (rows('meta') as { k: string; value: unknown }[]).map(({ k, value }) => [k, value]),
    ),
  }
}

function rowsOf(name: string): (table: string) => unknown[] {
  // The simulation installs fake-indexeddb in place of the browser's.
  const factory = indexedDB as unknown as FakeFactory
  const stores = factory._databases.get(name)?.rawObjectStores
  return (table) => [...(stores?.get(table)?.records.values() ?? [])].map(({ value }) => value)
}
