import { gunzipSync } from 'node:zlib'
import {
  deviceIdSchema,
  documentIdSchema,
  epochSchema,
  personIdSchema,
  scopeIdSchema,
  type DeviceId,
  type PersonId,
} from '../../src/domain/ids.ts'
import type { JsonObject } from '../../src/domain/json.ts'
import type { CollectionName } from '../../src/domain/sync/op.ts'
import type { Store } from '../../src/server/store/store.ts'
import type { ErasedEntry } from '../../src/server/sync/erased-log.ts'
import type { SyncService } from '../../src/server/sync/sync-service.ts'
import type { ServerBuild } from './server-build.ts'
import { restoreBackup, type Backup } from './server-tables.ts'
import { storeFor } from './simulated-store.ts'

/** A request as it travels. A copy of it may arrive twice, or long after its sender gave up. */
export interface Travelling {
  readonly path: string
  readonly method: string
  readonly body: string | ArrayBuffer | null
  /** Whose session the browser held when it left. */
  readonly session: string | null
}

export interface Answered {
  readonly status: number
  readonly type: string
  readonly body: string
  /** Stable code of a refusal of the whole request. */
  readonly code?: string
  /** What the server's own program broke on, where it did. */
  readonly cause?: unknown
}

/** A document of a collection in which others than the author write. */
export interface WrittenDocument {
  readonly id: string
  readonly collection: CollectionName
  readonly body: JsonObject
}

/** The server: its own handlers over its own store, at the hour of the simulation. */
export class SimulatedServer {
  /** Erased ids, which no backup holds. */
  readonly erasedLog: ErasedEntry[] = []
  /** What failed behind the answers' backs. */
  readonly failures: string[] = []
  /** Digests that a device reported as differing. */
  mismatches = 0
  readonly #now: () => number
  readonly #newId: () => string
  #build: ServerBuild
  #sync: SyncService

  private constructor(build: ServerBuild, store: Store, now: () => number, newId: () => string) {
    this.#now = now
    this.#newId = newId
    this.#build = build
    this.#sync = this.#serviceOver(store)
  }

  static async start(build: ServerBuild, now: () => number, newId: () => string): Promise<SimulatedServer> {
    return new SimulatedServer(build, await storeFor(build), now, newId)
  }

  get store(): Store {
    return this.#sync.store
  }

  /** Another version of the server takes its place, over the same tables. */
  async deploy(build: ServerBuild): Promise<void> {
    this.#build = build
    this.#sync = this.#serviceOver(await storeFor(build))
  }

  /** Answers as the routes of `src/server/http/sync-routes.ts` do, without the sockets. */
  async answer(request: Travelling): Promise<Answered> {
    try {
      if (request.session === null) return this.#problem('unauthenticated')
      const person = personIdSchema.parse(request.session)
      const answer = await this.#route(person, request)
      await this.#sync.background.settled()
      return answer
    } catch (error) {
      const { code, facts, cause } = this.#build.toCoded(error)
      return { ...this.#problem(code, facts), cause: code === 'internal' ? (cause ?? error) : undefined }
    }
  }

  async restore(backup: Backup): Promise<void> {
    await restoreBackup(backup)
    const log = this.#sync.erasedLog
    await this.#build.openNewEpoch(this.store, log, epochSchema.parse(this.#newId()))
  }

  /** Tombstones are older than 400 days all at once. */
  async purge(): Promise<number> {
    return this.#build.purgeTombstones(this.store, new Date(this.#now() + 401 * 86_400_000))
  }

  /** A use case of the server writes a document into a scope, as somebody who isn't its author. */
  async writes(scope: string, by: string, { id, collection, body }: WrittenDocument): Promise<void> {
    const { inTransaction, writeServerDocument } = this.#build
    const at = new Date(this.#now()).toISOString()
    const named = { scope: scopeIdSchema.parse(scope), id: documentIdSchema.parse(id) }
    const document = { ...named, collection, body, by: personIdSchema.parse(by), at, onlyNew: true as const }
    await inTransaction(this.store, (tx) => writeServerDocument(tx, document))
  }

  /** The same for a document that it takes away. */
  async deletes(scope: string, by: string, id: string): Promise<void> {
    const { inTransaction, deleteServerDocument } = this.#build
    const at = new Date(this.#now()).toISOString()
    const named = { scope: scopeIdSchema.parse(scope), id: documentIdSchema.parse(id) }
    await inTransaction(this.store, (tx) =>
      deleteServerDocument(tx, { ...named, by: personIdSchema.parse(by), at }),
    )
  }

  async signDeviceOut(person: string, device: string): Promise<void> {
    await this.#build.signDeviceOut(this.#sync, personIdSchema.parse(person), deviceIdSchema.parse(device))
  }

  async #route(person: PersonId, request: Travelling): Promise<Answered> {
    const { pathname, searchParams } = new URL(request.path, 'https://simulation.invalid')
    const build = this.#build
    switch (pathname) {
      case '/api/sync/v1/push': {
        const parsed = build.pushRequestSchema.safeParse(jsonOf(request))
        if (!parsed.success) return this.#problem('invalid-request')
        return json(await build.pushOps(this.#sync, person, parsed.data))
      }
      case '/api/sync/v1/pull': {
        const parsed = build.pullRequestSchema.safeParse(jsonOf(request))
        if (!parsed.success) return this.#problem('invalid-request')
        return json(await build.pullChanges(this.#sync, person, parsed.data))
      }
      case '/api/sync/v1/recent': {
        const { protocol, epoch, deviceId, user } = build.recentQuerySchema.parse(
          Object.fromEntries(searchParams),
        )
        const sender = { protocol: Number(protocol), epoch: epoch ?? null, deviceId, user }
        return json(await build.recentAnswer(this.#sync, person, sender))
      }
      case '/api/sync/v1/raw': {
        const raw = jsonOf(request)
        await build.keepRaw(this.#sync, person, deviceNamedBy(raw), raw)
        return { ...json({ kept: true }), status: 202 }
      }
      default:
        return this.#problem('not-found')
    }
  }

  /** Digests that differ are healed by a rebuild, and counted; anything else that is warned of is a fault. */
  #hear(facts: object, message: string): void {
    if ('found' in facts) this.mismatches += 1
    else this.failures.push(`${message} ${JSON.stringify(facts)}`)
  }

  #problem(code: keyof ServerBuild['errorCatalogue'], facts: Record<string, string | number> = {}): Answered {
    return problem(this.#build.errorCatalogue[code].status, code, facts)
  }

  #serviceOver(store: Store): SyncService {
    const log = {
      info: () => undefined,
      warn: (facts: object, message: string) => this.#hear(facts, message),
      error: (facts: object, message: string) => this.#hear(facts, message),
    }
    return {
      store,
      clock: () => new Date(this.#now()),
      ids: { newId: this.#newId, newToken: this.#newId },
      log,
      erasedLog: {
        append: async (entries) => void this.erasedLog.push(...entries),
        read: async () => this.erasedLog,
      },
      background: this.#build.backgroundWork(log),
      turns: this.#build.scopeTurns(this.#build.maxOpsTogether),
      heads: this.#build.headsReader(store),
      servedApp: undefined,
    }
  }
}

/** A refusal of a whole request in the server's own words. */
export function problem(status: number, code: string, facts: Record<string, string | number> = {}): Answered {
  const body = JSON.stringify({ ...facts, type: `urn:espace-coop:${code}`, title: code, status, code })
  return { status, type: 'application/problem+json', body, code }
}

function json(answer: unknown): Answered {
  return { status: 200, type: 'application/json', body: JSON.stringify(answer) }
}

export function jsonOf({ body }: Travelling): unknown {
  if (body === null) return undefined
  return JSON.parse(typeof body === 'string' ? body : gunzipSync(new Uint8Array(body)).toString('utf8'))
}

function deviceNamedBy(raw: unknown): DeviceId | null {
  const device = typeof raw === 'object' && raw !== null ? Reflect.get(raw, 'deviceId') : undefined
  return deviceIdSchema.safeParse(device).data ?? null
}
