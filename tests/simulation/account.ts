import type { JsonObject } from '../../src/domain/json.ts'
import type { PendingOp } from '../../src/domain/sync/pending-op.ts'
import type { Disk } from './disk.ts'
import { canonical, hold } from './broken.ts'
import { groupsOf } from './decision-oracle.ts'
import type { HistoryRow, ScopeTables } from './server-tables.ts'

/** One value that a person typed and was told to be saved. */
interface Typed {
  readonly database: string
  readonly scope: string
  readonly id: string
  readonly field: string
  readonly value: string
  /** The op that held it just after the save. */
  opId: string | undefined
  /** The person typed another value over it, or deleted the document: it must be kept only if it was accepted. */
  isOver: boolean
  /** Its device gave up its own copy, for a reason that the protocol has: it can't bring it back after a restore. */
  isGivenUp?: boolean
}

/** What the account compares with: every device and the server, as they are now. */
export interface Everything {
  readonly disks: ReadonlyMap<string, Disk>
  readonly scopes: ReadonlyMap<string, ScopeTables>
  readonly epoch: string
}

/**
 * Every value that was ever typed, and where it is: in a queue, among the orphans, current, in the history or in a
 * conflict (I1, I8, I23). It knows nothing of how the product decides; it only looks for what must be somewhere.
 */
export class Account {
  #typed: Typed[] = []
  readonly #erased = new Set<string>()
  #hasRestored = false

  /** After a save that resolved: `fields` are what the person changed. */
  typed(save: { database: string; scope: string; id: string; fields: JsonObject }, disk: Disk): void {
    const { database, scope, id, fields } = save
    // Whoever hasn't heard of the erasure yet types for nothing.
    if (this.#erased.has(id)) return
    const waiting = disk.outbox.filter((op) => op.id === id)
    const collection = disk.documents.find((row) => row.id === id)?.collection ?? ''
    const said = withTheirGroups(collection, fields)
    this.#typed = this.#typed.filter((typed) => {
      const isSame = typed.database === database && typed.id === id
      if (!isSame || !said.has(typed.field)) return true
      typed.isOver = true
      // The op that was to carry it carries the new value, or is gone into another: it never left as it was.
      const op = waiting.find(({ opId }) => opId === typed.opId)
      return op ? canonical(op.set[typed.field]) === typed.value : true
    })
    for (const [field, json] of Object.entries(fields)) {
      const value = canonical(json)
      const op = waiting.findLast((candidate) => canonical(candidate.set[field]) === value)
      if (op) this.#typed.push({ database, scope, id, field, value, opId: op.opId, isOver: false })
    }
  }

  /** What a device holds now: what was judged again, or taken in by a correction, goes on under another op. */
  carried(database: string, { outbox, sent, orphans }: Disk): void {
    const there = new Set([...outbox, ...sent, ...orphans].map(({ opId }): string => opId))
    for (const typed of this.#typed) {
      if (typed.database !== database || (typed.opId !== undefined && there.has(typed.opId))) continue
      const op = outbox.find((candidate) => holdsTyped(candidate, typed))
      if (op) typed.opId = op.opId
    }
  }

  deleted(database: string, id: string): void {
    for (const typed of this.#typed) if (typed.database === database && typed.id === id) typed.isOver = true
  }

  erased(id: string): void {
    this.#erased.add(id)
    this.#typed = this.#typed.filter((typed) => typed.id !== id)
  }

  get erasedIds(): ReadonlySet<string> {
    return this.#erased
  }

  /** Tombstones of these ids go with all that is known of them: what was accepted of them is exempt from now on. */
  purged(ids: ReadonlySet<string>, { scopes }: Everything): void {
    this.#typed = this.#typed.filter(
      (typed) => !ids.has(typed.id) || !isOnServer(typed, scopes.get(typed.scope)),
    )
  }

  /** The server has lost what it accepted since a backup. Devices send again what they sent in the last thirty days. */
  restored(): void {
    this.#hasRestored = true
  }

  /** A device dropped its copies of these ops. */
  givenUp(database: string, ops: readonly PendingOp[]): void {
    for (const typed of this.#typed) {
      if (typed.database === database && ops.some((op) => holdsTyped(op, typed))) typed.isGivenUp = true
    }
  }

  /** The data of a device is gone: what nobody else has can't come back. */
  evicted(database: string, { scopes }: Everything): void {
    this.#typed = this.#typed.filter(
      (typed) => typed.database !== database || isOnServer(typed, scopes.get(typed.scope)),
    )
    for (const typed of this.#typed) if (typed.database === database) typed.isGivenUp = true
  }

  /** Requires that nothing is lost, at this very instant. */
  check(now: Everything): void {
    for (const typed of this.#typed) {
      const tables = now.scopes.get(typed.scope)
      if (isOnServer(typed, tables)) continue
      const disk = now.disks.get(typed.database)
      if (disk && isOnDevice(typed, disk, now.epoch)) continue
      const isAccepted = accepted.has(tables?.decisions.get(typed.opId ?? '') ?? '')
      if (typed.isOver && !isAccepted) continue
      if (typed.isGivenUp && this.#hasRestored) continue
      // Members of a set are merged one by one: the oracle of decisions looks after them. An empty set says nothing.
      if (typed.field === 'tags' && (isAccepted || typed.value === '[]')) continue
      const rule = isAccepted ? 'I8' : this.#hasRestored ? 'I23' : 'I1'
      hold(
        rule,
        false,
        () => `${typed.field}=${typed.value} of ${typed.id}, typed on ${typed.database}, is nowhere`,
      )
    }
  }
}

/** Fields, with those that are saved together with them. */
function withTheirGroups(collection: string, fields: JsonObject): Set<string> {
  const names = Object.keys(fields)
  const grouped = groupsOf(collection).filter((group) => group.some((field) => names.includes(field)))
  return new Set([...names, ...grouped.flat()])
}

const accepted = new Set(['applied', 'merged', 'conflict'])

function isOnServer({ id, field, value }: Typed, tables: ScopeTables | undefined): boolean {
  if (!tables) return false
  const holds = (values: JsonObject) => Object.hasOwn(values, field) && canonical(values[field]) === value
  const current = tables.documents.get(id)
  if (current && canonical(current.body[field]) === value) return true
  // A field that was taken away before the first send is absent from the whole document that begins the history.
  const told = (row: HistoryRow) => holds(row.set) || (row.rev === 1 && canonical(row.set[field]) === value)
  if (tables.history.some((row) => row.id === id && told(row))) return true
  return [...tables.conflicts.values()].some((conflict) => conflict.id === id && holds(conflict.lost))
}

function isOnDevice(typed: Typed, disk: Disk, epoch: string): boolean {
  // What was sent counts until the device has heard of the restore: from then on it must be in the queue again.
  const sent = disk.meta['epoch'] === epoch ? [] : disk.sent
  return [...disk.outbox, ...disk.orphans, ...sent].some((op) => holdsTyped(op, typed))
}

function holdsTyped(op: PendingOp, { id, field, value }: Typed): boolean {
  // A field taken away is absent from a whole document.
  const says = op.kind === 'put' || Object.hasOwn(op.set, field)
  return op.id === id && says && canonical(op.set[field]) === value
}
