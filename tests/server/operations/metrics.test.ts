import { expect, test } from 'vitest'
import type { App } from '../../../src/server/http/app.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { aDeviceId, anOpId } from '../../builders/an-id.ts'
import { anOp } from '../../builders/an-op.ts'
import { aReport } from '../../builders/a-report.ts'
import { testEpoch } from '../databases.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { aClock, anApp, mutation, signedIn } from '../test-app.ts'
import { plantCast, scopeOf } from '../test-cast.ts'
import { aConfiguration } from '../test-configuration.ts'

const token = 'a token of sixteen or more'
const authorization = `Bearer ${token}`
const watched = () => aConfiguration({ METRICS_TOKEN: token })

/** The value of each line of the text, by its name and labels. */
async function metricsOf(app: App): Promise<Map<string, number>> {
  const { body, headers, statusCode } = await app.inject({ url: '/metrics', headers: { authorization } })
  expect([statusCode, headers['content-type']]).toEqual([
    200,
    'application/openmetrics-text; version=1.0.0; charset=utf-8',
  ])
  expect(body.endsWith('# EOF\n')).toBe(true)
  const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]))
}

describeEachStore('metrics', (given) => {
  test('are not there without a token in the configuration, and given to nobody without it', async () => {
    const closed = await anApp(given(), { configuration: aConfiguration() })
    expect((await closed.inject({ url: '/metrics', headers: { authorization: 'Bearer ' } })).statusCode).toBe(
      404,
    )
    const app = await anApp(given(), { configuration: watched() })
    for (const wrong of [{}, { authorization: 'Bearer' }, { authorization: `${authorization}!` }]) {
      const answer = await app.inject({ url: '/metrics', headers: wrong })
      expect([answer.statusCode, answer.headers['www-authenticate']]).toEqual([401, 'Bearer'])
      expect(answer.body).not.toContain('coop_')
    }
  })

  test('count what was decided, why it was refused, pulls and differing sums, and name nobody', async () => {
    await plantCast(given())
    const clock = aClock()
    const app = await anApp(given(), { configuration: watched(), clock })
    const headers = await signedIn(app, cast.awa.id)
    const sender = {
      protocol: 1,
      epoch: testEpoch,
      deviceId: aDeviceId(),
      user: cast.awa.id,
      schema: 1,
      app: '0.1',
    }
    const scope = scopeOf('awa')
    const asks = (path: string, fields: object) =>
      app.inject(mutation(`/api/sync/v1/${path}`, { headers, payload: { ...sender, ...fields } }))
    const creation = anOp({ scope, set: aReport({ notes: 'base' }) })
    const { id } = creation
    const edit = (notes: string, at: string) => ({
      ...anOp({ scope, id, kind: 'patch', baseRev: 1, set: { notes }, base: { notes: 'base' }, at }),
      opId: anOpId(),
    })
    const ops = [
      creation,
      edit('une', '2026-11-23T16:00:00Z'),
      edit('autre', '2026-11-22T16:00:00Z'),
      anOp({ scope, set: aReport({ minutes: -1 }) }),
      { not: 'an op' },
    ]
    await asks('push', { sentAt: '2026-11-23T10:00:00Z', queued: 7, ops })
    const mismatch = { scope, head: 4, ours: '1', theirs: '18446744073709551615' }
    const pull = { limit: 10, maxBytes: 10_000, scopes: {}, mismatches: [mismatch] }
    await asks('pull', pull)
    await beside(() => reported(app))
    const metrics = await metricsOf(app)
    expect(
      Object.fromEntries([...metrics].filter(([name]) => /^coop_(sync|open|quar|dig)/.test(name))),
    ).toEqual({
      'coop_sync_ops_total{status="applied"}': 2,
      'coop_sync_ops_total{status="conflict"}': 1,
      'coop_sync_ops_total{status="rejected"}': 1,
      'coop_sync_rejections_total{code="invalid"}': 1,
      'coop_sync_conflicts_total{kind="field"}': 1,
      coop_sync_unreadable_ops_total: 1,
      coop_sync_pulls_total: 1,
      coop_sync_digest_mismatches_total: 1,
      coop_open_conflicts: 1,
      coop_quarantined_texts: 1,
      coop_digest_mismatches_day: 1,
    })
    expect(metrics.get('coop_queued_ops{silent="under-1-day"}')).toBe(7)
    expect(
      metrics.get('coop_http_request_seconds_count{method="POST",route="/api/sync/v1/push",status="200"}'),
    ).toBe(1)
    const { body } = await app.inject({ url: '/metrics', headers: { authorization } })
    for (const secret of [scope, id, cast.awa.id, sender.deviceId, 'autre'])
      expect(body).not.toContain(secret)
  })

  test('say how many devices have been silent for how long, and what waits on them', async () => {
    await plantCast(given())
    const clock = aClock('2026-11-23T10:00:00.000Z')
    const device = (last_seen: string | null, queued: number, revoked_at: string | null = null) => ({
      device_id: aDeviceId(),
      user_id: cast.awa.id,
      last_seen,
      queued,
      revoked_at,
    })
    await beside(() =>
      given()
        .db.insertInto('device')
        .values([
          device('2026-11-23T09:00:00Z', 1),
          device('2026-11-20T09:00:00Z', 2),
          device('2026-11-20T10:00:00Z', 3),
          device('2026-11-01T09:00:00Z', 4),
          device('2025-11-01T09:00:00Z', 5),
          device('2026-11-01T09:00:00Z', 100, '2026-11-02T09:00:00Z'),
          device(null, 0),
        ])
        .execute(),
    )
    const app = await anApp(given(), { configuration: watched(), clock })
    const spans = ['under-1-day', '1-to-5-days', '5-to-30-days', 'over-30-days']
    const metrics = await metricsOf(app)
    const found = spans.map((silent) => [
      metrics.get(`coop_devices{silent="${silent}"}`),
      metrics.get(`coop_queued_ops{silent="${silent}"}`),
    ])
    expect(found).toEqual([
      [1, 1],
      [2, 5],
      [1, 4],
      [1, 5],
    ])
  })

  test('ask the database every half minute at most', async () => {
    const clock = aClock()
    const app = await anApp(given(), { configuration: watched(), clock })
    await metricsOf(app)
    await beside(() =>
      given().db.insertInto('quarantine').values({ raw: '{}', at: '2026-11-23T10:00:00Z' }).execute(),
    )
    expect((await metricsOf(app)).get('coop_quarantined_texts')).toBe(0)
    clock.forward({ minutes: 1 })
    expect((await metricsOf(app)).get('coop_quarantined_texts')).toBe(1)
  })

  test('whether the process lives is known without the database, whether it is ready is not', async () => {
    const app = await anApp(given())
    expect((await app.inject({ url: '/api/live' })).json()).toEqual({ live: true })
    expect((await app.inject({ url: '/api/ready' })).json()).toEqual({ ready: true })
  })
})

/** Resolves when a differing sum is noted: it is written after the answer. */
async function reported(app: App): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await app.store.db.selectFrom('digest_mismatch').select('head').executeTakeFirst()) return
    await new Promise(setImmediate)
  }
  throw new Error('No mismatch was noted')
}
