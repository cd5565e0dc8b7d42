import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { maxOpsPerPush, maxPullPage } from '../../../src/domain/sync/limits.ts'
import {
  pullAnswerSchema,
  pullRequestSchema,
  pushAnswerSchema,
  pushRequestSchema,
  recentAnswerSchema,
  type PullRequest,
  type PushRequest,
} from '../../../src/domain/sync/wire.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDeviceId, aDocumentId, anEpoch, anOpId, aPersonId, aScopeId, aUuid } from '../../builders/an-id.ts'
import { anOp } from '../../builders/an-op.ts'

const throughTheWire = (message: unknown): unknown => JSON.parse(JSON.stringify(message))
const sender = () => ({
  protocol: 1,
  epoch: anEpoch(),
  deviceId: aDeviceId(),
  user: aPersonId(),
  schema: 1,
  app: '0.1.0+4f2a',
})
const aPush = (fields: Partial<PushRequest> = {}): PushRequest => ({
  ...sender(),
  sentAt: '2026-11-23T16:02:11.120+01:00',
  queued: 12,
  ops: [anOp()],
  ...fields,
})
const aPull = (fields: Partial<PullRequest> = {}): PullRequest => ({
  ...sender(),
  limit: 500,
  maxBytes: 1_000_000,
  scopes: { [aScopeId()]: { since: 118, asOf: 118 } },
  ...fields,
})
const aWireDocument = () => ({
  scope: aScopeId(),
  collection: 'report',
  id: aDocumentId(),
  rev: 4,
  seq: 123,
  state: 'live',
  schema: 1,
  body: aReport({ attic: { key: [1, null] } }),
})

describe('a message comes out as it went in', () => {
  test.each([
    ['push', pushRequestSchema, aPush()],
    ['push of a new device', pushRequestSchema, aPush({ epoch: null })],
    ['pull', pullRequestSchema, aPull()],
    ['pull that tells how many ops wait', pullRequestSchema, aPull({ queued: 3 })],
    [
      'push answer',
      pushAnswerSchema,
      {
        epoch: anEpoch(),
        serverTime: '2026-11-23T15:02:11.402Z',
        results: [
          { opId: anOpId(), status: 'applied', doc: aWireDocument() },
          { opId: anOpId(), status: 'duplicate', was: 'conflict', doc: aWireDocument() },
          {
            opId: anOpId(),
            status: 'conflict',
            conflict: { id: aUuid(), kind: 'field', lost: { notes: 'À rappeler.' } },
          },
          {
            opId: anOpId(),
            status: 'rejected',
            error: { code: 'invalid', field: 'minutes', message: 'Non.' },
          },
          { opId: anOpId(), status: 'need-full' },
          { opId: anOpId(), status: 'deferred' },
        ],
      },
    ],
    [
      'pull answer',
      pullAnswerSchema,
      {
        epoch: anEpoch(),
        serverTime: '2026-11-23T15:02:11.402Z',
        grants: [
          {
            scope: aScopeId(),
            canWrite: true,
            head: 203,
            horizon: 40,
            digest: '18446744073709551615',
            reset: false,
            label: 'Mairie de Saint-Girons',
          },
        ],
        changes: [aWireDocument()],
        next: { [aScopeId()]: { seq: 203, done: true } },
        more: false,
        app: '0.1.0',
      },
    ],
    [
      'recent answer',
      recentAnswerSchema,
      { epoch: anEpoch(), serverTime: '2026-11-23T15:02:11.402Z', documents: [aWireDocument()] },
    ],
  ])('%s', (_name, schema, message) => {
    expect(z.parse<z.ZodMiniType>(schema, throughTheWire(message))).toEqual(message)
  })
})

test('I18 a key that this version does not know is no error in a message', () => {
  const push = aPush()
  expect(pushRequestSchema.parse({ ...push, moon: 'full' })).toEqual(push)
})

describe('a push is refused whole only for its envelope', () => {
  test.each<[string, Record<string, unknown>]>([
    ['a protocol that is no number', { protocol: '1' }],
    ['a device without a name', { deviceId: undefined }],
    ['a user who is no id', { user: 'awa' }],
    ['an epoch left out', { epoch: undefined }],
    ['a version of schema below one', { schema: 0 }],
    ['a version of schema past what a column holds', { schema: 2 ** 31 }],
    ['an app version that is no version', { app: 'a\0b' }],
    ['a negative queue', { queued: -1 }],
    ['ops that are no list', { ops: { 0: anOp() } }],
    ['more ops than a push takes', { ops: Array.from({ length: maxOpsPerPush + 1 }, () => anOp()) }],
  ])('%s', (_name, wrong) => {
    expect(pushRequestSchema.safeParse({ ...aPush(), ...wrong }).success).toBe(false)
  })

  test('I12 and never for one of its ops', () => {
    expect(pushRequestSchema.safeParse(aPush({ ops: [null, 'x', anOp()] })).success).toBe(true)
  })
})

test.each<[string, Record<string, unknown>]>([
  ['a page of no document', { limit: 0 }],
  ['a page past the limit', { limit: maxPullPage + 1 }],
  ['a page of no byte', { maxBytes: 0 }],
  ['a negative cursor', { scopes: { [aScopeId()]: { since: -1, asOf: 0 } } }],
  ['a cursor that is no number', { scopes: { [aScopeId()]: { since: '1', asOf: 0 } } }],
])('a pull is refused for %s', (_name, wrong) => {
  expect(pullRequestSchema.safeParse({ ...aPull(), ...wrong }).success).toBe(false)
})
