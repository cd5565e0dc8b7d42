import 'fake-indexeddb/auto'
import './browser-stand-ins.ts'
import type { DeviceTools } from '../../src/app/data/device-tools.ts'
import type { PendingOp } from '../../src/domain/sync/pending-op.ts'
import { deviceIdSchema, opIdSchema } from '../../src/domain/ids.ts'
import { Account, type Everything } from './account.ts'
import { Broken, hold } from './broken.ts'
import type { Builds } from './builds.ts'
import { castOfScopes, castOfTabs } from './cast.ts'
import { naming } from './contracts.ts'
import { count, type Counters } from './counters.ts'
import { checkCursors, checkDisk, checkNothingSkipped, checkQueue } from './device-oracle.ts'
import { readDisk, type Disk } from './disk.ts'
import { idMaker } from './random.ts'
import { readScopes, type Backup, type ScopeTables } from './server-tables.ts'
import { SimulatedServer, type Answered, type Travelling } from './simulated-server.ts'
import { emptyTables, query } from './simulated-store.ts'
import type { Run } from './steps.ts'
import { Tab, type TabWorld } from './tab.ts'
import { checkExchange, PushOrder, withPage } from './wire-oracle.ts'

/** What a run is made of: this version of the product, and the next one, built when it first takes part. */
export interface Versions {
  readonly today: Builds
  later(): Promise<Builds>
}

/** A browser profile: its tabs share its clock, its session and its version of the app. */
export interface Profile {
  session: string | null
  clockMs: number
  isLater: boolean
}

let worlds = 0

/** People, devices, a server and a network, all driven by one list of steps. */
export class World implements TabWorld {
  readonly counters: Counters = {}
  readonly account = new Account()
  readonly orders = new PushOrder()
  readonly newId: () => string
  readonly mayDiffer: boolean
  readonly versions: Versions
  readonly persons: Readonly<Record<'awa' | 'bruno', string>>
  /** Writes into every scope by use cases of the server, and pulls nothing. */
  readonly employer = '018ce800-0000-7000-8000-00000000e000'
  readonly scopeIds: readonly string[]
  readonly profiles = new Map<string, Profile>()
  readonly tabs: Tab[]
  readonly disks = new Map<string, Disk>()
  /** Databases that have lost part of their sent log, for a reason that the product allows. */
  readonly wiped = new Set<string>()
  /** Ops that were answered without the values of their document, since its scope was closed. */
  readonly withheld = new Set<string>()
  /** Words that were typed nowhere else, by document. */
  readonly words = new Map<string, string[]>()
  /** Drafts that were kept, and in which database. */
  readonly drafts = new Map<string, string>()
  /** How many words were typed. */
  spoken = 0
  readonly copies: Travelling[] = []
  backup: Backup | undefined
  now = Date.parse('2026-11-23T15:00:00.000Z')
  scopes: ReadonlyMap<string, ScopeTables> = new Map()
  epoch = ''
  server!: SimulatedServer // set by `begin`, which is the only way to a world
  isServerLater = false
  readonly #page: number
  #found: unknown

  private constructor({ seed, tabs, page, mayDiffer }: Run, versions: Versions) {
    worlds += 1
    this.newId = idMaker(seed)
    this.versions = versions
    this.#page = page
    this.mayDiffer = mayDiffer
    this.persons = { awa: this.newId(), bruno: this.newId() }
    this.scopeIds = castOfScopes.map(() => this.newId())
    this.tabs = castOfTabs.slice(0, tabs).map(({ name, profile, person }) => {
      const session = this.profiles.get(profile)?.session ?? this.persons[person]
      this.profiles.set(profile, { session, clockMs: 0, isLater: false })
      const databaseName = `simulation-${worlds}-${profile}-${person}`
      return new Tab({ name, person: this.persons[person], databaseName }, versions.today.app, this)
    })
  }

  static async begin(run: Run, versions: Versions): Promise<World> {
    const world = new World(run, versions)
    world.server = await SimulatedServer.start(versions.today.server, () => world.now, world.newId)
    world.epoch = world.newId()
    await emptyTables(world.server.store, world.epoch)
    for (const [index, { persons }] of castOfScopes.entries()) {
      const scope = world.scopeIds[index] ?? ''
      await query(`insert into sync_scope (scope_id, kind) values ($1, 'advisor')`, [scope])
      await query(`insert into contract values ($1, $2, '2025-01-06', null)`, [scope, world.newId()])
      for (const person of persons) await world.grant(scope, world.persons[person], true)
    }
    await world.readServer()
    for (const tab of world.tabs) world.readTab(tab)
    return world
  }

  /** Everything that this world left in the memory of the process. */
  async end(): Promise<void> {
    for (const tab of this.tabs) tab.db.close()
    for (const name of this.disks.keys()) indexedDB.deleteDatabase(name)
  }

  async grant(scope: string, person: string, canWrite: boolean): Promise<void> {
    await query(
      `insert into sync_grant (scope_id, user_id, can_write) values ($1, $2, $3)
      on conflict (user_id, scope_id) do update set can_write = excluded.can_write`,
      [scope, person, String(canWrite)],
    )
  }

  profileOf(tab: Tab): Profile {
    const name = castOfTabs.find((candidate) => candidate.name === tab.name)?.profile ?? ''
    const profile = this.profiles.get(name)
    if (!profile) throw new Error(`${tab.name} has no profile`)
    return profile
  }

  sessionOf(tab: Tab): string | null {
    return this.profileOf(tab).session
  }

  toolsOf(tab: Tab): DeviceTools {
    return {
      now: () => this.now + this.profileOf(tab).clockMs,
      newOpId: () => opIdSchema.parse(this.newId()),
      newDeviceId: () => deviceIdSchema.parse(this.newId()),
      random: () => 0.5,
    }
  }

  left(request: Travelling): void {
    this.copies.push(request)
    if (this.copies.length > 12) this.copies.shift()
  }

  async arrives(request: Travelling): Promise<Answered> {
    try {
      return await this.#exchange(request)
    } catch (error) {
      // The app takes whatever fetch throws for a lack of network: what the oracle finds is thrown again in `check`.
      this.#found ??= error
      throw error
    }
  }

  async #exchange(request: Travelling): Promise<Answered> {
    const before = this.scopes
    const answer = await this.server.answer(withPage(request, this.#page))
    if (answer.cause !== undefined) throw new Broken('I19', `the server broke: ${textOfError(answer.cause)}`)
    hold('I19', this.server.failures.length === 0, () => `the server says ${this.server.failures.join()}`)
    count(this.counters, `answered ${answer.code ?? answer.status}`)
    if (request.path.endsWith('/push')) await this.readServer()
    checkExchange({ request, answer, before, after: this.scopes, world: this })
    return answer
  }

  /** What the server holds now. */
  async readServer(): Promise<void> {
    this.scopes = await readScopes(this.scopeIds)
    const [row] = await query('select epoch from sync_meta')
    this.epoch = String(row?.['epoch'])
  }

  /** What the tab's database holds now, once it was compared with what it held before. */
  readTab(tab: Tab, isSync = false): Disk {
    const name = tab.databaseName
    const disk = readDisk(name)
    const before = this.disks.get(name)
    this.disks.set(name, disk)
    for (const { opId, n } of disk.outbox) this.orders.made(name, opId, n)
    this.account.carried(name, disk)
    if (before) {
      checkCursors(name, before, disk)
      if (isSync) checkQueue(name, before, disk, this)
      this.#noteCopies(name, before, disk)
      this.#noteScopes(name, before, disk)
      count(this.counters, 'orphans', Math.max(0, disk.orphans.length - before.orphans.length))
      const rebuilds = disk.cursors.filter(({ scope, generation }) => {
        return generation > (before.cursors.find((cursor) => cursor.scope === scope)?.generation ?? 0)
      })
      count(this.counters, 'rebuilds', rebuilds.length)
    }
    return disk
  }

  /** Copies of what was sent that left a device which may give them up: after a restore they can't be sent again. */
  #noteCopies(name: string, before: Disk, now: Disk): void {
    const kept = new Set([...now.outbox, ...now.orphans, ...now.sent].map(({ opId }) => opId))
    const isClosed = ({ scope, collection }: PendingOp) =>
      naming.has(collection) && now.cursors.some((cursor) => cursor.scope === scope && cursor.closed === true)
    const gone = [
      ...before.sent.filter((op) => this.wiped.has(name) || isClosed(op)),
      ...before.outbox.filter((op) => this.withheld.has(op.opId) && isClosed(op)),
    ]
    this.account.givenUp(
      name,
      gone.filter(({ opId }) => !kept.has(opId)),
    )
  }

  /** I15: a scope that leaves a device is told of, unless its person leaves the device or the device its person. */
  #noteScopes(name: string, before: Disk, now: Disk): void {
    for (const { scope } of before.cursors) {
      const isGone = !now.cursors.some((cursor) => cursor.scope === scope)
      const isLeft = now.meta['deviceId'] !== before.meta['deviceId']
      const isTold = newsIn(now).some((news) => news.scope === scope && news.kind === 'withdrawn')
      hold('I15', !isGone || isLeft || isTold, () => `${name} lost ${scope}, and nobody was told`)
    }
    const wereClosed = new Set(before.cursors.filter(({ closed }) => closed).map(({ scope }) => scope))
    for (const { scope, closed } of now.cursors) {
      if (closed && !wereClosed.has(scope)) {
        count(this.counters, 'scopes closed')
      }
      if (closed === false && wereClosed.has(scope)) count(this.counters, 'scopes opened again')
    }
  }

  diskOf(tab: Tab): Disk {
    return this.disks.get(tab.databaseName) ?? this.readTab(tab)
  }

  get everything(): Everything {
    return { disks: this.disks, scopes: this.scopes, epoch: this.epoch }
  }

  /** What must hold at this very instant. */
  check(): void {
    if (this.#found !== undefined) throw this.#found
    for (const tab of this.tabs) {
      const disk = this.diskOf(tab)
      checkDisk(tab.databaseName, disk)
      if (disk.meta['epoch'] !== this.epoch) continue
      for (const tables of this.scopes.values()) {
        if (tables.grants.has(tab.person)) checkNothingSkipped(tab.databaseName, disk, tables)
      }
    }
    this.account.check(this.everything)
  }
}

function textOfError(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : JSON.stringify(error)
}

/** What a device has told its person of scopes that left, came back or closed. */
export function newsIn({ meta }: Disk): readonly { scope: string; kind: string }[] {
  // As scope-news.ts writes it.
  return (meta['scopeNews'] ?? []) as readonly { scope: string; kind: string }[]
}
