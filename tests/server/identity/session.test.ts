import { expect, test } from 'vitest'
import { personIdSchema, type DeviceId } from '../../../src/domain/ids.ts'
import { protocolVersion, schemaVersion } from '../../../src/domain/sync/limits.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { ariegeTeam } from '../../../src/server/demonstration/demonstration-people.ts'
import type { App } from '../../../src/server/http/app.ts'
import { createFirstStateAccount } from '../../../src/server/store/people.ts'
import { inTransaction } from '../../../src/server/store/transaction.ts'
import { aDeviceId } from '../../builders/an-id.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { aClock, anApp, mutation, signedIn } from '../test-app.ts'
import { plantCast } from '../test-cast.ts'
import { aConfiguration, anExternalIssuer } from '../test-configuration.ts'

/** What is answered where there is no session. */
const nobody = { person: null }

describeEachStore('a session', (given) => {
  test('that isn’t there is an answer, not an error: every visit of a public page asks', async () => {
    const app = await anApp(given())
    const answer = await app.inject({ url: '/api/session' })
    expect([answer.statusCode, answer.json()]).toEqual([200, nobody])
  })

  test('ends after 30 days without a visit, and each visit begins them again', async () => {
    await plantCast(given())
    const clock = aClock()
    const app = await anApp(given(), { clock })
    const headers = await signedIn(app, cast.awa.id)
    const ask = () => app.inject({ url: '/api/session', headers })

    clock.forward({ days: 29 })
    const visit = await ask()
    expect(visit.statusCode).toBe(200)
    expect(visit.headers['set-cookie']).toMatch(
      /^coop=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    )

    clock.forward({ days: 29 })
    expect((await ask()).json()).toMatchObject({ id: cast.awa.id })
    clock.forward({ days: 30 })
    expect((await ask()).json()).toEqual(nobody)
  })

  test('is written again once an hour, not at every request', async () => {
    await plantCast(given())
    const clock = aClock()
    const app = await anApp(given(), { clock })
    const headers = await signedIn(app, cast.awa.id)
    clock.forward({ minutes: 59 })
    expect((await app.inject({ url: '/api/session', headers })).headers['set-cookie']).toBeUndefined()
    clock.forward({ minutes: 1 })
    expect((await app.inject({ url: '/api/session', headers })).headers['set-cookie']).toBeDefined()
  })

  test('is kept under the hash of its token only', async () => {
    await plantCast(given())
    const app = await anApp(given())
    const { cookie } = await signedIn(app, cast.awa.id)
    const rows = await beside(() => given().db.selectFrom('web_session').select('token_hash').execute())
    expect(rows).toEqual([{ token_hash: expect.stringMatching(/^[0-9a-f]{64}$/) }])
    const stolen = { cookie: `coop=${rows[0]?.token_hash}` }
    expect((await app.inject({ url: '/api/session', headers: stolen })).json()).toEqual(nobody)
    expect(JSON.stringify(rows)).not.toContain(cookie.split('=')[1])
  })

  test('has a cookie that only https and this very host may set, outside of one’s own machine', async () => {
    await plantCast(given())
    const configuration = aConfiguration({ ...anExternalIssuer, PUBLIC_URL: 'https://coop.test' })
    const clock = aClock()
    const app = await anApp(given(), { configuration, clock })
    const headers = await signedIn(app, cast.awa.id)
    clock.forward({ days: 1 })
    const answer = await app.inject({ url: '/api/session', headers })
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-coop=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    const plain = { cookie: headers.cookie.replace('__Host-', '') }
    expect((await app.inject({ url: '/api/session', headers: plain })).json()).toEqual(nobody)
  })

  test('says every capacity of the person', async () => {
    await plantCast(given())
    const app = await anApp(given())
    const capacitiesOf = async (person: keyof typeof cast) => {
      const headers = await signedIn(app, cast[person].id)
      const { scopes, memberships, teams, ledTeams, state, trainingBody } = (
        await app.inject({ url: '/api/session', headers })
      ).json<Record<string, unknown>>()
      return { scopes, memberships, teams, ledTeams, state, trainingBody }
    }
    const none = {
      scopes: [],
      memberships: [],
      teams: [],
      ledTeams: [],
      state: null,
      trainingBody: null,
    }
    expect(await capacitiesOf('bruno')).toMatchObject({
      scopes: [
        {
          contracts: [
            { starts: '2024-11-01', ends: '2025-10-31' },
            { starts: '2025-11-01', ends: '2028-10-31' },
          ],
        },
      ],
    })
    expect(await capacitiesOf('chantal')).toEqual({
      ...none,
      memberships: [
        { structureId: expect.any(String), structureName: 'Mairie de Saint-Girons', role: 'responsable' },
      ],
    })
    expect(await capacitiesOf('elsa')).toMatchObject({
      ...none,
      scopes: [{ role: 'coordinator', structureName: 'Association La Passerelle' }],
      teams: [ariegeTeam.name],
      ledTeams: [{ teamId: ariegeTeam.id, teamName: ariegeTeam.name }],
    })
    expect(await capacitiesOf('farid')).toEqual({ ...none, state: { department: null } })
    expect(await capacitiesOf('gaelle')).toEqual({
      ...none,
      trainingBody: 'Institut de la médiation numérique',
    })
  })

  test('is ended by signing out, which forgets it and asks the browser to forget its cookies only', async () => {
    await plantCast(given())
    const app = await anApp(given(), { configuration: aConfiguration() })
    const headers = await signedIn(app, cast.awa.id)
    const answer = await app.inject(mutation('/api/session/sign-out', { headers }))
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['clear-site-data']).toBe('"cookies"')
    expect(answer.headers['set-cookie']).toMatch(/^coop=; .*Expires=Thu, 01 Jan 1970/)
    expect((await app.inject({ url: '/api/session', headers })).json()).toEqual(nobody)
  })
})

describeEachStore('the session of a device that is signed out from afar', (given) => {
  /** Awa on a phone and a laptop, each with its own session, and what each may ask. */
  async function awaOnTwoDevices() {
    await plantCast(given())
    const app = await anApp(given(), { configuration: aConfiguration() })
    const device = async (deviceId: DeviceId) => {
      const headers = await signedIn(app, cast.awa.id)
      const pulls = (id = deviceId) =>
        app.inject(mutation('/api/sync/v1/pull', { headers, payload: { ...pullBy(id) } }))
      const whose = async () => (await app.inject({ url: '/api/session', headers })).json()
      return { deviceId, headers, pulls, whose }
    }
    const [phone, laptop] = [await device(aDeviceId()), await device(aDeviceId())]
    await phone.pulls()
    await laptop.pulls()
    await beside(() => devicesNoted(app, 2))
    const signsOut = ({ deviceId }: { deviceId: DeviceId }) =>
      app.inject({
        method: 'DELETE',
        url: `/api/sync/v1/devices/${deviceId}`,
        headers: { 'x-espace-coop': '1', ...laptop.headers },
      })
    return { app, phone, laptop, signsOut }
  }

  test('I14 is over, for the pages as for sync, which is told why; that of another device goes on', async () => {
    const { app, phone, laptop, signsOut } = await awaOnTwoDevices()
    expect(await phone.whose()).toMatchObject({ id: cast.awa.id })
    expect((await signsOut(phone)).statusCode).toBe(204)
    expect(await phone.whose()).toEqual(nobody)
    const { headers } = phone
    const activities = await app.inject({ url: '/api/structures/x/activities', headers })
    expect(activities.json()).toMatchObject({ code: 'unauthenticated' })
    expect((await phone.pulls()).json()).toMatchObject({ code: 'device-revoked' })
    expect((await app.inject({ url: '/api/sync/v1/devices', headers })).json()).toMatchObject({ status: 403 })
    expect((await laptop.pulls()).statusCode).toBe(200)
    expect(await laptop.whose()).toMatchObject({ id: cast.awa.id })
  })

  test('lets the browser in under no other device’s name, until the person signs in again', async () => {
    const { app, phone, signsOut } = await awaOnTwoDevices()
    await signsOut(phone)
    expect((await phone.pulls(aDeviceId())).json()).toMatchObject({ code: 'device-revoked' })
    const headers = await signedIn(app, cast.awa.id)
    const again = mutation('/api/sync/v1/pull', { headers, payload: pullBy(aDeviceId()) })
    expect((await app.inject(again)).statusCode).toBe(200)
  })

  test('that was opened before sessions knew their device is over at its next word', async () => {
    const { phone, signsOut } = await awaOnTwoDevices()
    await beside(() => given().db.updateTable('web_session').set({ device_id: null }).execute())
    await signsOut(phone)
    expect(await phone.whose()).toMatchObject({ id: cast.awa.id })
    expect((await phone.pulls()).json()).toMatchObject({ code: 'device-revoked' })
    expect(await phone.whose()).toEqual(nobody)
  })

  test('is not ended by a request that claims another person’s device', async () => {
    const { app, phone, laptop, signsOut } = await awaOnTwoDevices()
    const bruno = await signedIn(app, cast.bruno.id)
    const body = { ...pullBy(phone.deviceId), user: cast.bruno.id }
    await app.inject(mutation('/api/sync/v1/pull', { headers: bruno, payload: body }))
    await signsOut(phone)
    expect((await app.inject({ url: '/api/session', headers: bruno })).json()).toMatchObject({
      id: cast.bruno.id,
    })
    expect((await laptop.pulls()).statusCode).toBe(200)
  })
})

function pullBy(deviceId: DeviceId) {
  const sender = {
    protocol: protocolVersion,
    epoch: null,
    deviceId,
    user: cast.awa.id,
    schema: schemaVersion,
  }
  return { ...sender, app: 'test', limit: 100, maxBytes: 100_000, scopes: {} }
}

/** Resolves when that many devices are noted: they are written after the answer. */
async function devicesNoted(app: App, count: number): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if ((await app.store.db.selectFrom('device').select('device_id').execute()).length >= count) return
    await new Promise(setImmediate)
  }
  throw new Error('Too few devices were noted')
}

describeEachStore('the first account of the State', (given) => {
  const at = '2026-11-23T10:00:00.000Z'
  const personId = personIdSchema.parse('018ce800-0000-7000-8000-00000000f001')
  const create = (email: string) =>
    inTransaction(given(), (tx) => createFirstStateAccount(tx, { personId, email, at }))
  const remits = () => beside(() => given().db.selectFrom('state_remit').selectAll().execute())

  test('is made once, over the nation', async () => {
    expect(await create('Prefet@Etat.example')).toBe(true)
    expect(await remits()).toEqual([{ person_id: personId, department: null }])
    expect(await create('autre@etat.example')).toBe(false)
    expect(await remits()).toHaveLength(1)
  })

  test('is that of a person who is known by this address', async () => {
    await beside(() =>
      given()
        .db.insertInto('person')
        .values({
          person_id: cast.farid.id,
          email: 'farid@etat.example',
          email_key: 'farid@etat.example',
          created_at: at,
        })
        .execute(),
    )
    expect(await create('FARID@etat.example')).toBe(true)
    expect(await remits()).toEqual([{ person_id: cast.farid.id, department: null }])
  })
})
