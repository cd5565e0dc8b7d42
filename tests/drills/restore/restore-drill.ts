import 'fake-indexeddb/auto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Store } from '../../../src/server/store/store.ts'
import { Random } from '../../simulation/random.ts'
import type { ThrowAwayCluster } from '../../server/throw-away-cluster.ts'
import { anExternalIssuer } from '../../server/test-configuration.ts'
import { newDatabase } from '../drill-cluster.ts'
import { prepareDrilledServer, type DrilledServer } from '../drilled-server.ts'
import { inParallel } from '../in-parallel.ts'
import { runScript } from '../run-script.ts'
import { signIn } from '../sign-in.ts'
import { readTables } from '../stored-tables.ts'
import { devicesApart } from './devices-apart.ts'
import type { DrilledDatabase } from './drilled-database.ts'
import { DrilledDevice } from './drilled-device.ts'
import { embeddedDatabase } from './embedded-database.ts'
import { erasedValues } from './erased-values.ts'
import { DrillClock, fates, hourOfWork, morning, width } from './hour.ts'
import { Ledger } from './ledger.ts'
import { plantPeople } from './people.ts'
import { postgresqlDatabase } from './postgresql-database.ts'
import { whatCameBack, type CameBack } from './what-came-back.ts'
import { fileReport } from './work.ts'

export interface RestoreDrill {
  readonly devices: number
  /** The PostgreSQL to drill on; the embedded database without one. */
  readonly cluster: ThrowAwayCluster | undefined
  /** A folder with an embedded database to begin with a copy of; without it, it is made. */
  readonly madeDatabase?: string
  /** Without one devices send nothing again: only to see that the drill can fail. */
  readonly newEpoch: boolean
  readonly seed: number
  /** Whether the operator's script is asked for the state at the end. */
  readonly withState?: boolean
}

export interface RestoreOutcome extends CameBack {
  readonly people: number
  /** Devices that were there to come back. */
  readonly returned: number
  /** Devices that had to sign in again, since the backup knew nothing of their sessions. */
  readonly signedInAgain: number
  readonly erasedPeople: number
  readonly erasedValues: number
  /** Devices that don't hold what the server has: must be none (I7). */
  readonly apart: readonly string[]
  /** From the restored server's start until the last device has sent what it had. */
  readonly secondsToSend: number
  /** … and until every device holds what all have sent. */
  readonly secondsToHeal: number
  /** What the operator reads of it: `npm run sync-state`; empty where nobody asked. */
  readonly state: string
}

let drills = 0

/**
 * A backup, an hour of work on many devices, the server killed in the middle of their pushes and its database lost, the
 * backup restored as docs/operations.md says, and everybody back: then what stands is compared with what was ever
 * acknowledged.
 */
export async function drillRestore(drill: RestoreDrill): Promise<RestoreOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'espace-coop-restore-'))
  const databaseUrl = drill.cluster && (await newDatabase(drill.cluster))
  const environment = { ERASED_FOLDER: join(folder, 'erased') }
  const drilled = await prepareDrilledServer(databaseUrl, environment, drill.madeDatabase)
  try {
    const database =
      drill.cluster && databaseUrl !== undefined
        ? postgresqlDatabase(drill.cluster, databaseUrl, folder)
        : embeddedDatabase(drilled, folder)
    return await new Drilling(drill, drilled, database, environment).run()
  } finally {
    await drilled.server.remove()
    await rm(folder, { recursive: true, force: true })
  }
}

/** One drill under way. */
class Drilling {
  readonly #drill: RestoreDrill
  readonly #drilled: DrilledServer
  readonly #database: DrilledDatabase
  readonly #environment: Record<string, string>
  readonly #random: Random
  readonly #clock = new DrillClock(Date.now() - 90 * 60_000)
  readonly #before = new Ledger()
  readonly #after = new Ledger()
  readonly #newCookies = new Map<DrilledDevice, string>()
  #devices: DrilledDevice[] = []
  #people = 0

  constructor(
    drill: RestoreDrill,
    drilled: DrilledServer,
    database: DrilledDatabase,
    environment: Record<string, string>,
  ) {
    this.#drill = drill
    this.#drilled = drilled
    this.#database = database
    this.#environment = environment
    this.#random = new Random(drill.seed)
  }

  async run(): Promise<RestoreOutcome> {
    await this.#begin()
    await this.#database.backUp((store) => this.#signIn(store, this.#late))
    const erasedNames = await hourOfWork(this.#devices, this.#clock, this.#random)
    await this.#killInTheMiddle()
    await this.#loseDevices()
    await this.#database.loseAndRestore()
    const inBackup = await this.#drilled.whileStopped((store) => this.#lookAt(store))
    if (this.#drill.newEpoch) await runScript('new-epoch', this.#settings())
    const healing = await this.#comeBack()
    return { ...(await this.#reckon(inBackup, erasedNames)), ...healing }
  }

  async #begin(): Promise<void> {
    const people = await this.#drilled.whileStopped((store) => plantPeople(store, this.#drill.devices))
    await this.#drilled.server.start()
    this.#people = people.length
    drills += 1
    this.#devices = people.flatMap(({ person, scopes, cookies }, who) =>
      cookies.map((cookie, which) => {
        const name = `drill-${drills}-${who}-${which}`
        const { origin } = this.#drilled.server
        return new DrilledDevice({ name, person, scopes, cookie, origin, now: this.#clock.now }, this.#before)
      }),
    )
    await morning(
      this.#devices.filter((_, index) => !fates.isLate(index)),
      this.#random,
    )
  }

  /** Devices whose sessions the backup knows nothing of. */
  get #late(): DrilledDevice[] {
    return this.#devices.filter((_, index) => fates.isLate(index))
  }

  async #signIn(store: Store, devices: readonly DrilledDevice[]): Promise<void> {
    for (const device of devices) device.cookie = await signIn(store, device.parts.person)
  }

  /** SIGKILL while every device that is online sends what it has just filed. */
  async #killInTheMiddle(): Promise<void> {
    const online = this.#devices.filter(({ isOnline }) => isOnline)
    await inParallel(online, width, (device) => fileReport(device, this.#random))
    const some = this.#before.more(Math.ceil(online.length / 3))
    const sending = inParallel(online, width, (device) => device.sync())
    await some
    await this.#drilled.server.stop('SIGKILL')
    await sending
  }

  async #loseDevices(): Promise<void> {
    await Promise.all(this.#devices.filter((_, index) => fates.isLost(index)).map((device) => device.wipe()))
  }

  /** What the restored database has decided. Those whom it doesn't know sign in too, for when they are refused. */
  async #lookAt(store: Store): Promise<Set<string>> {
    for (const device of this.#late) this.#newCookies.set(device, await signIn(store, device.parts.person))
    const { decisions } = await readTables(store)
    return new Set(decisions.map(({ op_id }) => op_id))
  }

  /** Everybody's devices, all at once; then what each of them sent reaches the others. */
  async #comeBack(): Promise<Pick<RestoreOutcome, 'signedInAgain' | 'secondsToSend' | 'secondsToHeal'>> {
    for (const device of this.#remaining) device.ledger = this.#after
    await this.#drilled.server.start()
    const started = performance.now()
    const seconds = () => (performance.now() - started) / 1000
    const ends = await inParallel(this.#remaining, width, (device) => device.syncPatiently())
    const refused = this.#remaining.filter((_, index) => ends[index] === 'unauthenticated')
    for (const device of refused) device.cookie = this.#newCookies.get(device) ?? device.cookie
    await inParallel(refused, width, (device) => device.syncPatiently())
    const secondsToSend = seconds()
    await inParallel(this.#remaining, width, (device) => device.syncPatiently())
    return { signedInAgain: refused.length, secondsToSend, secondsToHeal: seconds() }
  }

  async #reckon(inBackup: ReadonlySet<string>, erasedNames: readonly string[]) {
    const tables = await this.#drilled.whileStopped(readTables)
    const state = this.#drill.withState ? await runScript('sync-state', this.#settings()) : ''
    const gone = new Set(this.#devices.filter(({ isGone }) => isGone).map(({ name }) => name))
    const erasedIds = this.#erasedIds()
    const lived = { before: this.#before, after: this.#after, inBackup, gone, erasedIds }
    const outcome = {
      ...whatCameBack(tables, lived),
      state,
      people: this.#people,
      returned: this.#remaining.length,
      erasedPeople: erasedIds.size,
      erasedValues: await erasedValues(erasedNames, tables, this.#remaining),
      apart: await devicesApart(this.#remaining, tables),
    }
    for (const { db } of this.#devices) await db.delete()
    return outcome
  }

  /** What the server said it has erased: who asked for it without network is forgotten with them. */
  #erasedIds(): Set<string> {
    const all = [...this.#before.acknowledged.values(), ...this.#after.acknowledged.values()]
    return new Set(all.filter(({ op }) => op.kind === 'erase').map(({ op }) => op.id))
  }

  get #remaining(): DrilledDevice[] {
    return this.#devices.filter(({ isGone }) => !isGone)
  }

  #settings(): Record<string, string> {
    const { url } = this.#database
    const { folder } = this.#drilled.server
    return {
      ...anExternalIssuer,
      ...this.#environment,
      DATA_FOLDER: folder,
      ...(url !== undefined && { DATABASE_URL: url }),
    }
  }
}
