import { openDatabase, type CoopDatabase } from '../../../src/app/data/database.ts'
import { deviceTools, type DeviceTools } from '../../../src/app/data/device-tools.ts'
import type { StopReason } from '../../../src/app/data/cycle-step.ts'
import { runCycle } from '../../../src/app/data/run-cycle.ts'
import { fetchTransport, type Transport } from '../../../src/app/data/transport.ts'
import type { PersonId, ScopeId } from '../../../src/domain/ids.ts'
import type { Ledger } from './ledger.ts'

/** What a device is given when it is made. */
export interface DeviceParts {
  /** Names its database too: no two alike in one process. */
  readonly name: string
  readonly person: PersonId
  readonly scopes: readonly ScopeId[]
  readonly cookie: string
  readonly origin: string
  /** Its clock, which follows the hour of the drill. */
  readonly now: () => number
}

/** Cycles that a device needs at most until it has nothing left to do, and then some. */
const mostCycles = 60

/** One browser profile: the app's own data layer over an IndexedDB of its own, and HTTP to the real server. */
export class DrilledDevice {
  readonly parts: DeviceParts
  readonly db: CoopDatabase
  readonly tools: DeviceTools
  /** Changed by a new sign-in. */
  cookie: string
  isOnline = true
  isGone = false
  /** Where what it is told is noted. */
  ledger: Ledger
  readonly #transport: Transport

  constructor(parts: DeviceParts, ledger: Ledger) {
    this.parts = parts
    this.cookie = parts.cookie
    this.ledger = ledger
    this.db = openDatabase(parts.person, parts.name)
    this.tools = { ...deviceTools, now: parts.now }
    this.#transport = this.#notedTransport()
  }

  get name(): string {
    return this.parts.name
  }

  /** Syncs until there is nothing left to do; answers why it stopped before, where it did. */
  async sync(): Promise<StopReason | undefined> {
    const { db, tools } = this
    for (let cycle = 0; cycle < mostCycles; cycle += 1) {
      const outcome = await runCycle({ db, transport: this.#transport, tools })
      if (outcome.kind === 'stopped') return outcome.reason
      if (!outcome.more) return undefined
    }
    throw new Error(`${this.name} syncs without end`)
  }

  /** The same again, for as long as a busy server doesn't answer in time. */
  async syncPatiently(): Promise<StopReason | undefined> {
    for (let time = 0; time < mostCycles; time += 1) {
      const reason = await this.sync()
      if (reason !== 'offline' && reason !== 'wait') return reason
    }
    throw new Error(`${this.name} gets no answer`)
  }

  /** The browser throws its site's data away, or the phone is lost. */
  async wipe(): Promise<void> {
    this.isGone = true
    await this.db.delete()
  }

  #notedTransport(): Transport {
    const transport = fetchTransport((path, init) =>
      // The app names its routes by their paths alone.
      fetch(`${this.parts.origin}${path as string}`, {
        ...init,
        headers: { ...Object.fromEntries(new Headers(init?.headers)), cookie: this.cookie },
      }),
    )
    return {
      ...transport,
      push: async (request, signal) => {
        const outcome = await transport.push(request, signal)
        if (outcome.ok) this.ledger.note(this.name, request.ops, outcome.answer.results)
        return outcome
      },
    }
  }
}
