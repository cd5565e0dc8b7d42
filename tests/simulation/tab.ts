import type { CoopDatabase } from '../../src/app/data/database.ts'
import type { DeviceTools } from '../../src/app/data/device-tools.ts'
import type { Fetch } from '../../src/app/data/http-client.ts'
import { personIdSchema } from '../../src/domain/ids.ts'
import { Actor, type Stand } from './actor.ts'
import type { AppBuild } from './app-build.ts'
import { Broken } from './broken.ts'
import { count, type Counters } from './counters.ts'
import type { Answered, Travelling } from './simulated-server.ts'
import { StorageFaults } from './storage-faults.ts'
import { answeredOnTheWay, type Way } from './way.ts'

/** What a tab needs of the world around it. */
export interface TabWorld {
  readonly counters: Counters
  /** The request arrives: the server decides it, and the oracle looks on. */
  arrives(request: Travelling): Promise<Answered>
  /** The request left, and may yet arrive once more. */
  left(request: Travelling): void
  /** Whose session the browser of this tab holds. */
  sessionOf(tab: Tab): string | null
  toolsOf(tab: Tab): DeviceTools
}

/** Points of one cycle, far more than any needs. */
const mostPoints = 400

/** A cycle under way. */
interface Cycle {
  readonly actor: Actor
  readonly watchdog: AbortController
  stand: Stand
}

/** One tab: the app's data layer open on one person's database, and the cycle that it runs. */
export class Tab {
  readonly name: string
  readonly person: string
  readonly databaseName: string
  readonly faults = new StorageFaults()
  /** What happens to its next requests. */
  ways: Way[] = []
  build: AppBuild
  db: CoopDatabase
  readonly #world: TabWorld
  /** Transactions that have begun and not ended. */
  readonly #underWay = new Set<Promise<void>>()
  #cycle: Cycle | undefined

  constructor(
    names: { name: string; person: string; databaseName: string },
    build: AppBuild,
    world: TabWorld,
  ) {
    this.name = names.name
    this.person = names.person
    this.databaseName = names.databaseName
    this.build = build
    this.#world = world
    this.db = this.#open()
  }

  /** Whether a cycle is under way. */
  get isSyncing(): boolean {
    return this.#cycle !== undefined
  }

  /** Goes on with the cycle, or begins one, up to its next point. Answers how the cycle stands. */
  async advance(): Promise<Stand> {
    const cycle = this.#cycle
    if (!cycle) return this.#begin()
    cycle.stand = await this.#atRest(cycle.actor.goOn())
    if (cycle.stand.kind !== 'parked') this.#cycle = undefined
    return cycle.stand
  }

  /** Runs a cycle to its end, the one that is under way if there is one, and looks on at each point. */
  async finish(lookOn: () => void): Promise<Stand> {
    for (let points = 0; points < mostPoints; points += 1) {
      const stand = await this.advance()
      lookOn()
      if (stand.kind !== 'parked') return stand
    }
    throw new Broken('I19', `a cycle of ${this.name} doesn't end`)
  }

  /** The watchdog of a cycle that lasts too long. */
  bark(): void {
    this.#cycle?.watchdog.abort()
  }

  /** The page is gone at once, with whatever it was about to do, and is opened again. */
  crash(build: AppBuild = this.build): void {
    this.#cycle = undefined
    this.faults.arm(undefined)
    this.db.close()
    this.build = build
    this.db = this.#open()
  }

  #begin(): Promise<Stand> {
    const actor = new Actor()
    const watchdog = new AbortController()
    const transport = this.build.fetchTransport(this.#fetch(actor))
    const { db } = this
    const run = () =>
      this.build.runCycle({ db, transport, tools: this.#world.toolsOf(this), signal: watchdog.signal })
    return this.#first({ actor, watchdog, stand: { kind: 'parked', point: 'start' } }, run)
  }

  async #first(cycle: Cycle, run: () => Promise<unknown>): Promise<Stand> {
    this.#cycle = cycle
    cycle.stand = await this.#atRest(cycle.actor.start(run))
    if (cycle.stand.kind !== 'parked') this.#cycle = undefined
    return cycle.stand
  }

  /** A cycle that waits for a page asked ahead may still be writing the one before: nobody looks at half of it. */
  async #atRest(stand: Promise<Stand>): Promise<Stand> {
    const stands = await stand
    while (this.#underWay.size > 0) await Promise.all(this.#underWay)
    return stands
  }

  /** The database, which lets the cycle wait before each of its transactions: a crash falls between two of them. */
  #open(): CoopDatabase {
    const { Dexie } = this.build
    const db = this.build.openDatabase(personIdSchema.parse(this.person), this.databaseName)
    db.use(this.faults.middleware)
    const open = db.transaction.bind(db) as (...parameters: unknown[]) => Promise<unknown>
    const waits = async (...parameters: unknown[]) => {
      const actor = this.#cycle?.actor
      if (!Dexie.currentTransaction && actor?.isRunning) await actor.park('transaction')
      return this.#untilOver(open(...parameters))
    }
    // The library's own type of `transaction` has a dozen forms, and all are passed on as they come.
    Object.assign(db, {
      transaction: (...parameters: unknown[]) =>
        Dexie.currentTransaction ? open(...parameters) : waits(...parameters),
    })
    return db
  }

  #untilOver<T>(transaction: Promise<T>): Promise<T> {
    const over: Promise<void> = transaction.then(
      () => void this.#underWay.delete(over),
      () => void this.#underWay.delete(over),
    )
    this.#underWay.add(over)
    return transaction
  }

  #fetch(actor: Actor): Fetch {
    return async (input, init) => {
      const request: Travelling = {
        path: input instanceof Request ? input.url : input.toString(),
        method: init?.method ?? 'GET',
        body: (init?.body ?? null) as string | ArrayBuffer | null, // the app sends nothing else
        session: this.#world.sessionOf(this),
      }
      const way = this.ways.shift() ?? 'well'
      count(this.#world.counters, `way ${way}`)
      await actor.park(`request ${request.path.split('/').at(-1)?.split('?')[0]}`)
      const answer = answeredOnTheWay(way) ?? (await this.#travel(actor, request, way, init?.signal))
      await actor.park('answer')
      return new Response(way === 'cut' ? answer.body.slice(0, answer.body.length / 2) : answer.body, {
        status: answer.status,
        headers: { 'content-type': answer.type, ...(answer.status === 429 ? { 'retry-after': '60' } : {}) },
      })
    }
  }

  async #travel(
    actor: Actor,
    request: Travelling,
    way: Way,
    signal: AbortSignal | null | undefined,
  ): Promise<Answered> {
    this.#world.left(request)
    if (way === 'lost-request') throw new TypeError('there is no network')
    if (way === 'hang') return hang(actor, signal)
    let answer = await this.#world.arrives(request)
    if (way === 'twice') answer = await this.#world.arrives(request)
    if (way === 'lost-answer') {
      await actor.park('lost')
      throw new TypeError('there is no network any more')
    }
    return answer
  }
}

/** Nobody answers, until the watchdog ends it. */
async function hang(actor: Actor, signal: AbortSignal | null | undefined): Promise<never> {
  for (;;) {
    if (signal?.aborted) throw new DOMException('the watchdog barked', 'AbortError')
    await actor.park('hang')
  }
}
