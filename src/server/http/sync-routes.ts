import type { FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { CodedError } from '../../domain/errors.ts'
import { documentHistorySchema } from '../../domain/access/report-history.ts'
import { deviceIdSchema, documentIdSchema, type DeviceId } from '../../domain/ids.ts'
import { maxOpsPerPush, maxOpsTogether } from '../../domain/sync/limits.ts'
import { healthAnswerSchema } from '../../domain/sync/health.ts'
import {
  devicesAnswerSchema,
  pullAnswerSchema,
  pullRequestSchema,
  pushAnswerSchema,
  pushRequestSchema,
  recentAnswerSchema,
  recentQuerySchema,
} from '../../domain/sync/wire.ts'
import { headsReader } from '../store/sync-changes.ts'
import { readEpoch } from '../store/sync-epoch.ts'
import type { Standing } from '../store/sync-standing.ts'
import { retriedRead } from '../store/transaction.ts'
import { backgroundWork } from '../sync/background-work.ts'
import { erasedLogIn } from '../sync/erased-log.ts'
import { keepRaw } from '../sync/keep-raw.ts'
import { ownHistory } from '../sync/own-history.ts'
import { ownDevices, signDeviceOut } from '../sync/own-devices.ts'
import { pullChanges } from '../sync/pull-changes.ts'
import { pushOps } from '../sync/push-ops.ts'
import { recentAnswer } from '../sync/recent-documents.ts'
import { scopeTurns } from '../sync/scope-turns.ts'
import { servedAppVersion } from '../sync/served-app-version.ts'
import type { SyncService } from '../sync/sync-service.ts'
import type { App } from './app.ts'
import { bindDevice } from './bind-device.ts'
import { deviceRateLimit } from './rate-limits.ts'
import { requirePerson } from './require-person.ts'

/** Routes of the protocol (sync.md 3.3). */
export async function syncRoutes(app: App): Promise<void> {
  const sync = await syncServiceOf(app)
  app.addHook('onClose', () => sync.background.settled())
  // Answers are built from checked types, and a page holds 500 documents: checking them again would only cost time.
  app.setSerializerCompiler(() => JSON.stringify)
  travelRoutes(app, sync)
  lastResortRoutes(app, sync)
  deviceRoutes(app, sync)
}

async function syncServiceOf(app: App): Promise<SyncService> {
  const { store, clock, ids, configuration, log } = app
  return {
    store,
    clock,
    ids,
    log,
    erasedLog: erasedLogIn(configuration.erasedFolder, ids.newId()),
    background: backgroundWork(log),
    turns: scopeTurns(maxOpsTogether),
    heads: headsReader(store),
    servedApp: await servedAppVersion(configuration.appFolder),
  }
}

function travelRoutes(app: App, sync: SyncService): void {
  app.post(
    '/api/sync/v1/push',
    {
      config: { access: 'sync-own-work' },
      schema: { body: pushRequestSchema, response: { 200: pushAnswerSchema } },
      preValidation: [refuseOldProtocol, refuseTooManyOps],
      preHandler: [deviceRateLimit(app), bindDevice(app)],
    },
    async (request) => {
      const answer = await pushOps(sync, requirePerson(request).id, request.body)
      app.metrics.pushed(request.body, answer)
      return answer
    },
  )
  app.post(
    '/api/sync/v1/pull',
    {
      config: { access: 'sync-own-work' },
      schema: { body: pullRequestSchema, response: { 200: pullAnswerSchema } },
      preValidation: refuseOldProtocol,
      preHandler: bindDevice(app),
    },
    async (request) => {
      const answer = await pullChanges(sync, requirePerson(request).id, request.body, standingIn(request))
      app.metrics.pulled(request.body)
      return answer
    },
  )
  app.get(
    '/api/sync/v1/recent',
    {
      config: { access: 'sync-own-work' },
      schema: { querystring: recentQuerySchema, response: { 200: recentAnswerSchema } },
      preHandler: bindDevice(app),
    },
    (request) => {
      const { protocol, epoch, deviceId, user } = request.query
      const sender = { protocol: Number(protocol), epoch: epoch ?? null, deviceId, user }
      return recentAnswer(sync, requirePerson(request).id, sender)
    },
  )
}

function lastResortRoutes(app: App, sync: SyncService): void {
  app.post(
    '/api/sync/v1/raw',
    {
      config: { access: 'sync-own-work' },
      schema: { body: z.unknown().check(z.refine((body) => body !== undefined)) },
    },
    async (request, reply) => {
      await keepRaw(sync, requirePerson(request).id, deviceNamedBy(request.body), request.body)
      return reply.code(202).send({ kept: true })
    },
  )
  app.get(
    '/api/sync/v1/health',
    { config: { access: 'probe-server' }, schema: { response: { 200: healthAnswerSchema } } },
    async () => ({
      epoch: await retriedRead(sync.store, readEpoch),
      serverTime: sync.clock().toISOString(),
      ...(app.configuration.workerOff && { worker: 'off' }),
    }),
  )
}

function deviceRoutes(app: App, sync: SyncService): void {
  app.get(
    '/api/sync/v1/documents/:id/history',
    {
      config: { access: 'read-own-history' },
      schema: {
        params: z.object({ id: documentIdSchema }),
        response: { 200: documentHistorySchema },
      },
    },
    (request) => ownHistory(sync, requirePerson(request).id, request.params.id),
  )
  app.get(
    '/api/sync/v1/devices',
    { config: { access: 'manage-own-devices' }, schema: { response: { 200: devicesAnswerSchema } } },
    (request) => ownDevices(sync, requirePerson(request).id),
  )
  app.delete(
    '/api/sync/v1/devices/:id',
    { config: { access: 'manage-own-devices' }, schema: { params: z.object({ id: deviceIdSchema }) } },
    async (request, reply) => {
      await signDeviceOut(sync, requirePerson(request).id, request.params.id)
      return reply.code(204).send()
    },
  )
}

/** What was read with the session, where it is of the device that asks. */
function standingIn({ session, body }: FastifyRequest): Standing | undefined {
  return session && session.deviceId === deviceNamedBy(body) ? session.standing : undefined
}

/** A protocol that is no longer spoken may have another envelope: it is told so before the envelope is read. */
async function refuseOldProtocol({ body }: FastifyRequest): Promise<void> {
  if (oldProtocol.safeParse(body).success) throw new CodedError('client-too-old')
}

/** A device answers 413 by sending half as much, where it would give up on 400. */
async function refuseTooManyOps({ body }: FastifyRequest): Promise<void> {
  if (tooManyOps.safeParse(body).success) throw new CodedError('too-large', { maxOps: maxOpsPerPush })
}

function deviceNamedBy(body: unknown): DeviceId | null {
  const named = ofDevice.safeParse(body)
  return named.success ? named.data.deviceId : null
}

const oldProtocol = z.object({ protocol: z.int().check(z.maximum(0)) })
const tooManyOps = z.object({ ops: z.array(z.unknown()).check(z.minLength(maxOpsPerPush + 1)) })
const ofDevice = z.object({ deviceId: deviceIdSchema })
