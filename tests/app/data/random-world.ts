import { deepStrictEqual } from 'node:assert'
import * as fc from 'fast-check'
import { eraseDocument } from '../../../src/app/data/erase-document.ts'
import type { LocalDocument } from '../../../src/app/data/local-document.ts'
import { DocumentErased, saveDocument } from '../../../src/app/data/save-document.ts'
import type { DocumentId, PersonId, ScopeId } from '../../../src/domain/ids.ts'
import { sameJson, type Json, type JsonObject } from '../../../src/domain/json.ts'
import { aPersonId, aScopeId } from '../../builders/an-id.ts'
import { aDevice, type TestDevice } from './a-device.ts'
import { FakeServer } from './fake-server.ts'

type Fault = 'none' | 'lose-request' | 'lose-answer' | 'duplicate'

/** One thing that happens. Numbers pick among what is there when it happens. */
export type Step =
  | { kind: 'file'; device: number; scope: number }
  | { kind: 'edit'; device: number; pick: number; field: number; valid: boolean }
  | { kind: 'delete' | 'restore' | 'erase' | 'open'; device: number; pick: number }
  | { kind: 'sync'; device: number; faults: Fault[]; during: Step[]; twice: boolean }
  | { kind: 'purge' | 'revoke' | 'grant'; scope: number }
  | { kind: 'backup' | 'restore-backup' }
  | { kind: 'clock'; device: number; days: number }

const device = fc.nat({ max: 1 })
const scope = fc.nat({ max: 1 })
const pick = fc.nat({ max: 3 })

const local: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('file' as const), device, scope }) },
  {
    weight: 16,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      device,
      pick,
      field: fc.nat({ max: 4 }),
      valid: fc.nat({ max: 9 }).map((n) => n > 0),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('open' as const), device, pick }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('delete' as const), device, pick }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('restore' as const), device, pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('erase' as const), device, pick }) },
)

const elsewhere: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('purge' as const, 'revoke' as const, 'grant' as const), scope }),
  fc.record({ kind: fc.constantFrom('backup' as const, 'restore-backup' as const) }),
  fc.record({ kind: fc.constant('clock' as const), device, days: fc.integer({ min: -3650, max: 3650 }) }),
)

const fault = fc.constantFrom<Fault>('none', 'none', 'none', 'lose-request', 'lose-answer', 'duplicate')

const sync: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('sync' as const),
  device,
  faults: fc.array(fault, { maxLength: 4 }),
  during: fc.array(fc.oneof({ weight: 5, arbitrary: local }, { weight: 1, arbitrary: elsewhere }), {
    maxLength: 3,
  }),
  twice: fc.boolean(),
})

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 10, arbitrary: local },
    { weight: 8, arbitrary: sync },
    { weight: 2, arbitrary: elsewhere },
  ),
  { minLength: 10, maxLength: 60, size: 'max' },
)

interface Typed {
  device: number
  scope: ScopeId
  id: DocumentId
  fields: JsonObject
  deletedHere?: true
}

const invalidMinutes = 1

/** Two devices of one person and a server, driven by steps, with an account of all that was ever typed. */
export class RandomWorld {
  readonly server = new FakeServer()
  readonly #person: PersonId = aPersonId()
  readonly #scopes: readonly ScopeId[] = [aScopeId(), aScopeId()]
  readonly devices: readonly TestDevice[]
  readonly #typed: Typed[] = []
  readonly #gone = new Set<DocumentId>()
  /** A report that a device has open in its form, as it was then. */
  readonly #forms = new Map<number, LocalDocument>()
  #backup: ReturnType<FakeServer['backup']> | undefined
  #values = 0

  constructor() {
    for (const scope of this.#scopes) this.server.grant(this.#person, scope)
    this.devices = [0, 1].map(() => aDevice(this.server, this.#person, this.#scope(0)))
  }

  /** Begins with reports that both devices have: what is interesting happens to the same ones. */
  async run(steps: readonly Step[]): Promise<void> {
    for (const at of [0, 0, 1]) await this.#file(at, this.#scope(at))
    await this.settle()
    for (const step of steps) await this.#do(step)
  }

  /** Everything works again, and each device syncs until nothing moves. */
  async settle(): Promise<void> {
    for (const scope of this.#scopes) this.server.grant(this.#person, scope)
    for (const device of this.devices) device.transport.way = {}
    for (let round = 0; round < 3; round += 1) for (const device of this.devices) await device.settles()
  }

  async #do(step: Step): Promise<void> {
    this.server.now += 60_000
    switch (step.kind) {
      case 'file':
        return this.#file(step.device, this.#scope(step.scope))
      case 'edit':
        return this.#edit(step)
      case 'open': {
        const row = await this.#pick(this.#device(step.device), step.pick, 'live')
        if (row) this.#forms.set(step.device, row)
        return
      }
      case 'delete':
      case 'restore':
      case 'erase':
        return this.#change(step.kind, step.device, step.pick)
      case 'sync':
        return this.#sync(step)
      case 'purge':
        for (const { id, state } of this.server.scope(this.#scope(step.scope)).documents.values())
          if (state === 'deleted') this.#gone.add(id)
        return this.server.purge(this.#scope(step.scope))
      case 'revoke':
        return this.server.revoke(this.#person, this.#scope(step.scope))
      case 'grant':
        return this.server.grant(this.#person, this.#scope(step.scope))
      case 'backup':
        this.#backup ??= this.server.backup()
        return
      case 'restore-backup':
        // One restore: what was sent before an earlier one is only kept until the next.
        if (this.#backup) this.server.restore(this.#backup)
        this.#backup = undefined
        return
      case 'clock':
        this.#device(step.device).tools.clockMs = step.days * 86_400_000
    }
  }

  async #file(at: number, scope: ScopeId): Promise<void> {
    const device = this.#device(at)
    const notes = this.#value()
    const id = await device.files({ notes }, undefined, scope)
    this.#typed.push({ device: at, scope, id, fields: { notes } })
  }

  async #edit({ device: at, pick, field, valid }: Extract<Step, { kind: 'edit' }>): Promise<void> {
    const device = this.#device(at)
    const row = this.#forms.get(at) ?? (await this.#pick(device, pick, 'live'))
    if (!row) return
    this.#forms.delete(at)
    const { scope, id, body: before } = row
    const fields = this.#fields(field, valid)
    const save = { scope, collection: 'report' as const, id, before, body: { ...before, ...fields } }
    const isSaved = await saveDocument(device.db, save, device.tools).then(() => true, unlessErased)
    // A value that the form already showed was typed before: saving it again changes nothing.
    const typed = Object.entries(fields).filter(([field, value]) => !sameJson(before[field], value))
    if (isSaved) this.#typed.push({ device: at, scope, id, fields: Object.fromEntries(typed) })
  }

  async #change(kind: 'delete' | 'restore' | 'erase', at: number, pick: number): Promise<void> {
    const device = this.#device(at)
    const row = await this.#pick(device, pick, kind === 'restore' ? 'deleted' : 'live')
    if (!row) return
    if (kind === 'restore') return device.restores(row.id)
    if (kind === 'erase') {
      this.#gone.add(row.id)
      return eraseDocument(device.db, { collection: 'report', id: row.id }, device.tools)
    }
    // What was never sent, and what is refused, goes with the report that its author deletes.
    if (row.server === null) this.#gone.add(row.id)
    for (const typed of this.#typed) if (typed.device === at && typed.id === row.id) typed.deletedHere = true
    await device.deletes(row.id)
  }

  async #sync({ device: at, faults, during, twice }: Extract<Step, { kind: 'sync' }>): Promise<void> {
    const device = this.#device(at)
    const left = [...faults]
    const meanwhile = [...during]
    let current: Fault = 'none'
    device.transport.way = {
      before: async () => {
        current = left.shift() ?? 'none'
      },
      refuse: () => (current === 'lose-request' ? { ok: false, reason: 'offline' } : undefined),
      duplicate: () => current === 'duplicate',
      loseAnswer: () => current === 'lose-answer',
      after: async () => {
        const step = meanwhile.shift()
        if (step) await this.#do(step)
      },
    }
    await Promise.all(twice ? [device.syncs(), device.syncs()] : [device.syncs()])
    device.transport.way = {}
  }

  async #pick(device: TestDevice, pick: number, state: 'live' | 'deleted') {
    const rows = (await device.db.report.toArray()).filter((row) => row.state === state)
    const known = rows.filter(({ body }) => body['kind'] !== undefined).sort((a, b) => (a.id < b.id ? -1 : 1))
    return known[pick % Math.max(1, known.length)]
  }

  #fields(field: number, valid: boolean): JsonObject {
    if (!valid) return { minutes: invalidMinutes }
    const value = this.#value()
    const choices: JsonObject[] = [
      { notes: value },
      { minutes: 5 + (this.#values % 1400) },
      { procedureName: value, themes: ['aide_aux_demarches_administratives'] },
      { oriented: true, orientation: 'autre' },
      { customField: value },
    ]
    return choices[field] ?? {}
  }

  #value(): string {
    this.#values += 1
    return `v${this.#values}`
  }

  #scope(index: number): ScopeId {
    const scope = this.#scopes[index]
    if (!scope) throw new Error('no such scope')
    return scope
  }

  #device(index: number): TestDevice {
    const device = this.devices[index]
    if (!device) throw new Error('no such device')
    return device
  }

  /** I7: every device holds exactly what the server has; what is left in a queue is what waits for a person. */
  async checkEquality(): Promise<void> {
    for (const device of this.devices) {
      const queue = await device.queue()
      deepStrictEqual(
        queue.filter((op) => !op.rejected),
        [],
      )
      deepStrictEqual(await device.db.orphan.count(), 0)
      const rejected = new Set(queue.map(({ id }) => id))
      for (const scope of this.#scopes) await this.#checkScope(device, scope, rejected)
    }
  }

  async #checkScope(device: TestDevice, scope: ScopeId, rejected: ReadonlySet<DocumentId>): Promise<void> {
    const stored = [...this.server.scope(scope).documents.values()]
    const rows = (await device.db.report.toArray()).filter((row) => row.scope === scope)
    const held = rows.filter(({ server }) => server !== null)
    deepStrictEqual(versions(held.map(({ id, server }) => ({ id, ...server }))), versions(stored))
    for (const { id, state, body } of stored) {
      const row = rows.find((candidate) => candidate.id === id)
      if (!row || rejected.has(id)) continue
      deepStrictEqual(row.state, state)
      if (state !== 'deleted') deepStrictEqual(row.body, body)
    }
    const cursor = await device.db.cursor.get(scope)
    const { rebuild, complete, sum } = cursor ?? {}
    deepStrictEqual(
      { rebuild, complete, sum },
      {
        rebuild: null,
        complete: true,
        sum: this.server.scope(scope).digest.toString(),
      },
    )
    const unheard = rows.filter(
      ({ server, pending, state }) => !server && pending === 0 && state !== 'deleted',
    )
    deepStrictEqual(unheard, [])
  }

  /** I1, I8, I15, I23: every value that was typed is current, in history, in a conflict, in a queue, or typed over. */
  async checkNothingLost(): Promise<void> {
    const queued = (await Promise.all(this.devices.map((device) => device.queue()))).flat()
    for (const [index, typed] of this.#typed.entries()) {
      if (this.#gone.has(typed.id)) continue
      const later = this.#typed
        .slice(index + 1)
        .filter(({ id, device }) => id === typed.id && device === typed.device)
      for (const [field, value] of Object.entries(typed.fields)) {
        if (typed.deletedHere && this.#hadRefusals(typed)) continue
        const isTypedOver = later.some(({ fields }) => Object.hasOwn(fields, field))
        const isQueued = queued.some((op) => op.id === typed.id && sameJson(op.set[field], value))
        if (isTypedOver || isQueued || this.#isOnServer(typed, field, value)) continue
        throw new Error(
          `lost: ${field}=${JSON.stringify(value)} of ${typed.id} typed on device ${typed.device}`,
        )
      }
    }
  }

  /** A save is refused whole: with it goes, when its author deletes the report, whatever was typed in the same save. */
  #hadRefusals({ device, id }: Typed): boolean {
    return this.#typed.some(
      (other) => other.device === device && other.id === id && other.fields['minutes'] === invalidMinutes,
    )
  }

  #isOnServer({ scope, id }: Typed, field: string, value: Json): boolean {
    const { documents, history, conflicts } = this.server.scope(scope)
    return (
      sameJson(documents.get(id)?.body[field], value) ||
      history.some((row) => row.id === id && sameJson(row.setFields[field], value)) ||
      conflicts.some((conflict) => conflict.id === id && sameJson(conflict.lost[field], value))
    )
  }

  /** I27: nothing of an erased report is left anywhere. */
  async checkErased(): Promise<void> {
    for (const [id, scope] of this.server.erased) {
      const { state, body } = this.server.document(scope, id) ?? {}
      deepStrictEqual({ state, body }, { state: 'erased', body: {} })
      for (const { db } of this.devices) {
        deepStrictEqual((await db.report.get([scope, id]))?.body ?? {}, {})
        for (const table of [db.outbox, db.sent, db.orphan]) {
          const ops = await table.filter((op) => op.id === id && Object.keys(op.set).length > 0).count()
          deepStrictEqual(ops, 0)
        }
        deepStrictEqual(await db.conflict.filter(({ docId }) => docId === id).count(), 0)
      }
    }
  }
}

/** Erased by the other device's word between the choice and the save: the save is refused, as it should be. */
function unlessErased(error: unknown): false {
  if (error instanceof DocumentErased) return false
  throw error
}

function versions(documents: readonly { id: string; rev?: number; seq?: number; state?: string }[]) {
  return documents
    .map(({ id, rev, seq, state }) => ({ id, rev, seq, state }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}
