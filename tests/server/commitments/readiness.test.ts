import { expect, test } from 'vitest'
import {
  teamReadinessSchema,
  territoryReadinessSchema,
  type ReadinessLine,
} from '../../../src/domain/access/readiness-on-the-wire.ts'
import { commitmentsForStateSchema } from '../../../src/domain/access/structure-commitments.ts'
import type { PersonId, ScopeId } from '../../../src/domain/ids.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { ariegeTeam, institute } from '../../../src/server/demonstration/demonstration-people.ts'
import { association, townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { someDetails } from '../../builders/a-community-event.ts'
import { aKitConfirmation, anEventConfirmation } from '../../builders/a-confirmation.ts'
import { aDocumentId, aUuid } from '../../builders/an-id.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { anApp, mutation, signedIn } from '../test-app.ts'
import { plantCast, plantDocument, scopeOf } from '../test-cast.ts'

const { chantal, elsa, farid, gaelle } = cast

/** The institute trains Awa and Bruno; nothing is kept of anybody yet. */
async function aWorld(store: Store) {
  await plantCast(store)
  const clock = { now: new Date('2026-11-23T10:00:00.000Z') }
  const app = await anApp(store, { clock: () => clock.now })
  const post = async (url: string, person: PersonId, payload: object) => {
    const request = mutation(url, { payload })
    const headers = { ...request.headers, ...(await signedIn(app, person)) }
    const answer = await app.inject({ ...request, headers })
    expect([url, answer.statusCode, answer.body]).toEqual([url, 204, ''])
  }
  const get = async (url: string, person: PersonId): Promise<unknown> =>
    (await app.inject({ url, headers: await signedIn(app, person) })).json()
  const said = () => ({ id: aUuid(), replaces: null, day: '2026-10-05' })
  const ofTownHall = `/api/structures/${townHall.id}`
  for (const scope of [scopeOf('awa'), scopeOf('bruno')])
    await post(`${ofTownHall}/training/trainees`, chantal.id, { scope, body: institute.body })
  return {
    clock,
    post,
    trains: (says: object, scope: ScopeId = scopeOf('awa')) =>
      post(`/api/training-bodies/${institute.body}/facts`, gaelle.id, {
        scope,
        says: { ...said(), ...says },
      }),
    equips: (says: object, scope: ScopeId = scopeOf('awa')) =>
      post(`${ofTownHall}/kit/facts`, chantal.id, { scope, says: { ...said(), ...says } }),
    board: async (department = '', person = farid.id) =>
      territoryReadinessSchema.parse(
        await get(`/api/state/readiness${department && `?departement=${department}`}`, person),
      ),
    team: async () => teamReadinessSchema.parse(await get(`/api/teams/${ariegeTeam.id}/readiness`, elsa.id)),
    /** What the State is told on the pages of both structures, in their words. */
    pages: async () => {
      const words: string[] = []
      for (const { id } of [townHall, association]) {
        const page = await get(`/api/state/structures/${id}/commitments`, farid.id)
        const { commitments } = commitmentsForStateSchema.parse(page)
        words.push(...commitments.flatMap(({ evidence }) => evidence.map((one) => one.words)))
      }
      return (begins: string) =>
        words
          .filter((one) => one.startsWith(begins))
          .reduce(
            (sum, one) =>
              sum + (one.endsWith('une personne.') ? 1 : Number(/(\d+) personnes/.exec(one)?.[1])),
            0,
          )
    },
  }
}

const aThing = (equipment: string) => ({
  kind: 'handed',
  item: aUuid(),
  equipment,
  label: 'N° 1',
  serial: '',
  wear: 'neuf',
  instead: null,
})

const done = ({ initial, equipped, clothed, continuing }: ReadinessLine) => ({
  initial: initial.done,
  continuing: continuing.done,
  equipped: equipped.done,
  clothed: clothed.done,
})

describeEachStore('who is trained and equipped', (given) => {
  test('the State’s board and the pages of its structures tell the same, after each thing that is said', async () => {
    const { trains, equips, board, pages } = await aWorld(given())
    const same = async () => {
      const { total, departments } = await board()
      const told = await pages()
      expect(departments.map(({ department, inPost }) => [department, inPost])).toEqual([['09', 3]])
      expect({ ...departments[0], department: undefined }).toEqual({ ...total, department: undefined })
      expect(told('Matériel remis')).toBe(total.equipped.done)
      expect(told('Tenue reçue')).toBe(total.clothed.done)
      return done(total)
    }
    expect(await same()).toEqual({ initial: 0, continuing: 0, equipped: 0, clothed: 0 })
    expect((await board()).total.initial.unknown).toBe(3)

    // By the path of 2024: a completion, an exam, a module of the year.
    await trains({ kind: 'exempted', from: 'formation' })
    await trains({ kind: 'exempted', from: 'ccp1' })
    await trains({ kind: 'module', title: 'Parentalité' })
    expect(await same()).toMatchObject({ initial: 1, continuing: 1 })
    expect((await pages())('Formation et examens faits')).toBe(1)

    const [computer, ...others] = ['ordinateur', 'telephone', 'espace_de_travail'].map(aThing)
    for (const thing of others) await equips(thing)
    expect(await same()).toMatchObject({ equipped: 0 })
    await equips(computer ?? {})
    expect(await same()).toMatchObject({ equipped: 1 })

    // What an advisor says from their phone counts at once, without anybody of the structure.
    const outfit = aUuid()
    await equips({ kind: 'outfit-asked', item: outfit, reason: 'premiere', size: 'M' })
    expect(await same()).toMatchObject({ clothed: 0 })
    const received = { day: '2026-11-20', item: outfit, kind: 'outfit-received' }
    const body = aKitConfirmation(received)
    await plantDocument(given(), 'awa', { id: aDocumentId(), collection: 'confirmation', body })
    expect(await same()).toMatchObject({ clothed: 1 })
    const broken = aKitConfirmation({ kind: 'out-of-order', item: computer?.item ?? '', words: '' })
    await plantDocument(given(), 'awa', { id: aDocumentId(), collection: 'confirmation', body: broken })
    expect(await same()).toEqual({ initial: 1, continuing: 1, equipped: 0, clothed: 1 })
  })

  test('is of the day: who leaves is no more in post, and a year begins anew', async () => {
    const { trains, board, clock } = await aWorld(given())
    await trains({ kind: 'exempted', from: 'formation' })
    await trains({ kind: 'module', title: 'Parentalité' })
    expect((await board()).total).toMatchObject({ inPost: 3, continuing: { done: 1 } })
    await beside(() =>
      given()
        .db.updateTable('contract')
        .set({ ends: '2026-11-22' })
        .where('scope_id', '=', scopeOf('hugo'))
        .execute(),
    )
    expect((await board()).total).toMatchObject({ inPost: 2 })
    clock.now = new Date('2027-01-04T10:00:00.000Z')
    expect(await board()).toMatchObject({
      today: '2027-01-04',
      total: { continuing: { done: 0, 'not-done': 1 } },
    })
  })

  test('one person’s result is told to nobody: neither in a department, nor by the nation less the others', async () => {
    const { trains, board } = await aWorld(given())
    await trains({ kind: 'exempted', from: 'ccp1' })
    const { total, departments } = await board()
    expect([total.certified, departments[0]?.certified]).toEqual([null, null])
    expect((await board('09')).total.certified).toBeNull()
  })

  test('a department reads its own line, and nothing where nobody is in post', async () => {
    const { board } = await aWorld(given())
    await beside(() =>
      given()
        .db.updateTable('state_remit')
        .set({ department: '09' })
        .where('person_id', '=', farid.id)
        .execute(),
    )
    const own = await board('09')
    expect([own.total.inPost, own.departments.map(({ department }) => department)]).toEqual([3, ['09']])
    await beside(() =>
      given()
        .db.updateTable('state_remit')
        .set({ department: '32' })
        .where('person_id', '=', farid.id)
        .execute(),
    )
    expect(await board('32')).toMatchObject({ total: { inPost: 0 }, departments: [] })
  })

  test('a coordinator reads who is trained, by name, with attendance at events that are over, on days in the team', async () => {
    const { trains, team, post } = await aWorld(given())
    await trains({ kind: 'exempted', from: 'formation' })
    const publish = async (event: string, fields: Parameters<typeof someDetails>[0]) => {
      const payload = { id: aUuid(), kind: 'published', replaces: null, details: someDetails(fields) }
      await post(`/api/state/community/${event}/facts`, farid.id, payload)
    }
    const marks = (event: string, scope: ScopeId, says: string) =>
      post(`/api/teams/${ariegeTeam.id}/community/${event}/marks`, elsa.id, { id: aUuid(), scope, says })
    const [october, november, thisEvening] = [aUuid(), aUuid(), aUuid()]
    await publish(october, { day: '2026-10-06' })
    await publish(november, { day: '2026-11-20' })
    await publish(thisEvening, { day: '2026-11-23', starts: '18:00', ends: '19:00' })
    await marks(october, scopeOf('awa'), 'present')
    await marks(october, scopeOf('bruno'), 'absent')
    const own = anEventConfirmation({ kind: 'attended', event: november })
    await plantDocument(given(), 'awa', { id: aDocumentId(), collection: 'confirmation', body: own })
    await beside(() =>
      given()
        .db.updateTable('team_member')
        .set({ joins: '2026-11-01' })
        .where('scope_id', '=', scopeOf('hugo'))
        .execute(),
    )
    const { members, events } = await team()
    expect(events).toEqual({ from: '2025-12-01', to: '2026-11-23' })
    expect(members).toEqual([
      {
        scope: scopeOf('awa'),
        name: 'Awa Diallo',
        structureName: townHall.name,
        initial: 'done',
        exams: 'not-done',
        continuing: 'not-done',
        attendance: { invited: 2, there: 2, notThere: 0, unknown: 0 },
      },
      {
        scope: scopeOf('bruno'),
        name: 'Bruno Estèbe',
        structureName: townHall.name,
        initial: 'unknown',
        exams: 'unknown',
        continuing: 'unknown',
        attendance: { invited: 2, there: 0, notThere: 1, unknown: 1 },
      },
      {
        scope: scopeOf('hugo'),
        name: 'Hugo Lafont',
        structureName: association.name,
        initial: 'unknown',
        exams: 'unknown',
        continuing: 'unknown',
        attendance: { invited: 1, there: 0, notThere: 0, unknown: 1 },
      },
    ])
  })

  test('who left the team isn’t shown, nor an event that was cancelled', async () => {
    const { team, post } = await aWorld(given())
    const event = aUuid()
    const published = { id: aUuid(), kind: 'published', replaces: null }
    const url = `/api/state/community/${event}/facts`
    await post(url, farid.id, { ...published, details: someDetails({ day: '2026-11-20' }) })
    await post(url, farid.id, { id: aUuid(), kind: 'cancelled', replaces: published.id, words: '' })
    await beside(() =>
      given()
        .db.updateTable('team_member')
        .set({ leaves: '2026-11-22' })
        .where('scope_id', '=', scopeOf('hugo'))
        .execute(),
    )
    const { members } = await team()
    expect(members.map(({ name, attendance }) => [name, attendance.invited])).toEqual([
      ['Awa Diallo', 0],
      ['Bruno Estèbe', 0],
    ])
  })
})
