import { expect, test } from 'vitest'
import {
  ownCommunitySchema,
  structureCommunitySchema,
  teamEventsSchema,
  territoryEventsSchema,
} from '../../../src/domain/access/community-on-the-wire.ts'
import { structureCommitmentsSchema } from '../../../src/domain/access/structure-commitments.ts'
import { reportIdOnEvent } from '../../../src/domain/community/report-on-event.ts'
import { structureTimeSchema } from '../../../src/domain/access/structure-time.ts'
import { postIdSchema } from '../../../src/domain/commitments/post-ids.ts'
import { scopeIdSchema, type PersonId, type ScopeId, type StructureId } from '../../../src/domain/ids.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { ariegeTeam } from '../../../src/server/demonstration/demonstration-people.ts'
import { association, townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import { insertPost, insertPostFacts } from '../../../src/server/store/post-facts.ts'
import { createAssignment } from '../../../src/server/store/provisioning-assignments.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aCommunityEventId as anEventId, someDetails } from '../../builders/a-community-event.ts'
import { anEventConfirmation } from '../../builders/a-confirmation.ts'
import { aDocumentId, aScopeId, aUuid } from '../../builders/an-id.ts'
import { aContract, aNotification } from '../../builders/a-post-fact.ts'
import { aReportOfKind } from '../../builders/a-report.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { aClock, anApp, mutation, signedIn } from '../test-app.ts'
import { plantCast, plantDocument, scopeOf } from '../test-cast.ts'

const { awa, bruno, chantal, denis, elsa, farid, hugo } = cast

/** A report of the life of the community. */
function communityReport(day: string, minutes: number) {
  return aReportOfKind('hors_accompagnement', {
    date: day,
    minutes,
    activity: 'vie_de_la_communaute',
    filedOn: day,
  })
}

async function aWorld(store: Store) {
  await plantCast(store)
  const app = await anApp(store, { clock: aClock() })
  const send = async (
    url: string,
    person: PersonId,
    options: { payload?: object; method?: 'DELETE' } = {},
  ) => {
    const request = mutation(url, options)
    const headers = { ...request.headers, ...(await signedIn(app, person)) }
    const answer = await app.inject({ ...request, headers })
    return { answer, word: answer.statusCode < 300 ? 'done' : /"code":"([\w-]+)"/.exec(answer.body)?.[1] }
  }
  const get = async (url: string, person: PersonId) => {
    const answer = await app.inject({ url, headers: await signedIn(app, person) })
    return answer.statusCode === 200 ? answer.json() : /"code":"([\w-]+)"/.exec(answer.body)?.[1]
  }
  const stateUrl = (event: string, department?: string) =>
    `/api/state/community/${event}/facts${department ? `?departement=${department}` : ''}`
  return {
    app,
    get,
    /** What the State publishes, for the nation unless a department is said. */
    state: async (
      event: string,
      says: object,
      { department = '', by = farid.id }: { department?: string; by?: PersonId } = {},
    ) =>
      (await send(stateUrl(event, department), by, { payload: { id: aUuid(), replaces: null, ...says } }))
        .word,
    team: async (event: string, says: object, by: PersonId = elsa.id) =>
      (
        await send(`/api/teams/${ariegeTeam.id}/community/${event}/facts`, by, {
          payload: { id: aUuid(), replaces: null, ...says },
        })
      ).word,
    marks: async (event: string, scope: string, says: string, by: PersonId = elsa.id) =>
      (
        await send(`/api/teams/${ariegeTeam.id}/community/${event}/marks`, by, {
          payload: { id: aUuid(), scope, says },
        })
      ).word,
    makesLink: async (person: PersonId) => (await send('/api/own-calendar-link', person)).answer,
    closesLink: async (person: PersonId) =>
      (await send('/api/own-calendar-link', person, { method: 'DELETE' })).word,
    own: async (person: PersonId) => ownCommunitySchema.parse(await get('/api/own-community', person)),
    teamEvents: async () =>
      teamEventsSchema.parse(await get(`/api/teams/${ariegeTeam.id}/community`, elsa.id)),
    ofStructure: async (person: PersonId = chantal.id, structure: string = townHall.id) =>
      structureCommunitySchema.parse(await get(`/api/structures/${structure}/community`, person)),
  }
}

const published = (fields: Parameters<typeof someDetails>[0] = {}) => ({
  kind: 'published',
  details: someDetails(fields),
})

function written({ db }: Store) {
  return beside(() => db.selectFrom('community_event_fact').select('fact_id').execute())
}

/** A post of the structure says the hours of every contract of an assignment. */
async function sayHours(
  { db }: Store,
  of: { scope: ScopeId; structure: StructureId; weeklyMinutes: number },
): Promise<void> {
  const post = postIdSchema.parse(aUuid())
  await insertPost(db, { id: post, reference: post, department: '09', at: '2026-01-05T08:00:00.000Z' })
  const contracts = await db.selectFrom('contract').selectAll().where('scope_id', '=', of.scope).execute()
  const facts = contracts.map(({ starts, ends }) => aContract(starts, ends, of))
  await insertPostFacts(
    db,
    post,
    [aNotification('2020-01-06', { structure: of.structure }), ...facts],
    farid.id,
  )
}

describeEachStore('events of the community', (given) => {
  test('the State publishes for the nation or a department, a coordinator for a team; each reaches whom it concerns', async () => {
    const { state, team, own, get } = await aWorld(given())
    const [nation, ariege, gers, ofTeam] = [aUuid(), aUuid(), aUuid(), aUuid()]
    expect(await state(nation, published())).toBe('done')
    expect(await state(ariege, published({ title: 'Foix' }), { department: '09' })).toBe('done')
    expect(await state(gers, published({ title: 'Auch' }), { department: '32' })).toBe('done')
    expect(await team(ofTeam, published({ title: 'Entre nous' }))).toBe('done')
    const ids = (await own(awa.id)).events.map(({ id }) => id)
    expect(new Set(ids)).toEqual(new Set([nation, ariege, ofTeam]))
    expect((await own(awa.id)).events[0]?.scopes).toEqual([scopeOf('awa')])
    expect((await own(chantal.id)).events).toEqual([])
    const forState = territoryEventsSchema.parse(await get('/api/state/community', farid.id))
    expect(new Set(forState.events.map(({ id }) => id))).toEqual(new Set([nation, ariege, gers]))
    const forDepartment = territoryEventsSchema.parse(
      await get('/api/state/community?departement=09', farid.id),
    )
    expect(new Set(forDepartment.events.map(({ id }) => id))).toEqual(new Set([nation, ariege]))
  })

  test('it is corrected and cancelled by further facts; said twice it is said once, and of two at once one is told', async () => {
    const { state, own } = await aWorld(given())
    const event = aUuid()
    const [first, second] = [aUuid(), aUuid()]
    expect(await state(event, { ...published(), id: first })).toBe('done')
    expect(await state(event, { ...published(), id: first })).toBe('done')
    expect(await state(event, { ...published({ starts: '09:00' }), id: second, replaces: first })).toBe(
      'done',
    )
    expect(await state(event, { ...published({ starts: '08:00' }), replaces: first })).toBe('fact-replaced')
    expect((await own(awa.id)).events).toMatchObject([
      { details: { starts: '09:00' }, cancelled: null, changes: 1 },
    ])
    expect(await state(event, { kind: 'cancelled', words: 'Reporté.', replaces: second })).toBe('done')
    expect((await own(awa.id)).events).toMatchObject([{ cancelled: 'Reporté.', changes: 2 }])
    expect(await written(given())).toHaveLength(3)
  })

  test('what can’t be is refused with its code, and nothing is written', async () => {
    const { state, team } = await aWorld(given())
    expect(await state(aUuid(), published({ starts: '12:00' }))).toBe('event-ends-first')
    expect(await team(aUuid(), published({ link: 'http://visio.example' }))).toBe('event-link-not-https')
    const mine = aUuid()
    await team(mine, published())
    // Of another audience it isn't there, whoever asks.
    expect(await state(mine, { kind: 'cancelled', words: '', replaces: null })).toBe('not-found')
    expect(await state(mine, published(), { by: elsa.id })).toBe('forbidden')
    expect(await team(mine, published(), chantal.id)).toBe('forbidden')
    expect(await written(given())).toHaveLength(1)
  })

  test('a coordinator marks of the team who came, once it has begun; the mark prevails, and the person’s own word stays', async () => {
    const { state, team, marks, own, teamEvents, ofStructure } = await aWorld(given())
    const [event, tomorrow, gers] = [anEventId(), anEventId(), anEventId()]
    await team(event, published({ day: '2026-11-20' }))
    await team(tomorrow, published({ day: '2026-11-24' }))
    await state(gers, published({ day: '2026-11-20' }), { department: '32' })
    await plantDocument(given(), 'awa', {
      id: reportIdOnEvent(scopeOf('awa'), event),
      body: communityReport('2026-11-20', 90),
    })
    expect(await marks(event, scopeOf('awa'), 'absent')).toBe('done')
    expect(await marks(event, scopeOf('bruno'), 'present')).toBe('done')
    expect(await marks(tomorrow, scopeOf('awa'), 'present')).toBe('event-not-begun')
    expect(await marks(gers, scopeOf('awa'), 'present')).toBe('event-not-theirs')
    expect(await marks(event, scopeOf('awa'), 'present', chantal.id)).toBe('forbidden')
    const invited = (await teamEvents()).events.find(({ id }) => id === event)?.invited
    expect(invited).toMatchObject([
      { scope: scopeOf('awa'), attendance: { wasThere: false, by: 'coordinator', differs: true } },
      { scope: scopeOf('bruno'), attendance: { wasThere: true, by: 'coordinator', differs: false } },
      { scope: scopeOf('hugo'), attendance: { wasThere: null, by: null } },
    ])
    expect((await own(awa.id)).marks).toMatchObject([{ event, says: 'absent', scope: scopeOf('awa') }])
    expect((await own(hugo.id)).marks).toEqual([])
    const { events } = await ofStructure()
    expect(events.find(({ id }) => id === event)?.invited.map(({ scope }) => scope)).toEqual([
      scopeOf('awa'),
      scopeOf('bruno'),
    ])
  })

  test('what an advisor said without network counts once it is sent, the last word of it, until it is taken back', async () => {
    const { state, ofStructure } = await aWorld(given())
    const event = anEventId()
    await state(event, published({ day: '2026-11-20' }))
    const said = (kind: string, at: string) =>
      plantDocument(given(), 'awa', {
        id: aDocumentId(),
        collection: 'confirmation',
        body: anEventConfirmation({ event, kind, at }),
      })
    const standing = async () => (await ofStructure()).events[0]?.invited[0]
    await said('going', '2026-11-18T09:00:00.000Z')
    expect(await standing()).toMatchObject({
      scope: scopeOf('awa'),
      attendance: { plans: 'going', wasThere: null },
    })
    await said('attended', '2026-11-20T18:00:00.000Z')
    expect(await standing()).toMatchObject({ attendance: { wasThere: true, by: 'advisor' } })
  })

  test('where time goes is told of each by name, against the hours of their contract', async () => {
    const { get } = await aWorld(given())
    await plantDocument(given(), 'awa', { id: aDocumentId(), body: communityReport('2026-11-20', 90) })
    const { advisors } = structureTimeSchema.parse(
      await get(`/api/structures/${townHall.id}/time`, chantal.id),
    )
    expect(advisors.map(({ name }) => name)).toEqual(['Awa Diallo', 'Bruno Estèbe'])
    expect(advisors[0]?.weeks).toHaveLength(13)
    // No post says the hours of these contracts.
    expect(advisors[0]?.weeks.at(-2)).toMatchObject({
      monday: '2026-11-16',
      total: 90,
      minutes: { community: 90, accompaniment: 0 },
      expected: null,
    })
    expect(await get(`/api/structures/${townHall.id}/time`, denis.id)).toBe('forbidden')
  })

  test('of somebody with two half-time posts each employer reads its own half: reports, hours and absences', async () => {
    const { get } = await aWorld(given())
    const here = scopeIdSchema.parse(aScopeId())
    const half = { person: hugo.id, structure: townHall.id, role: 'advisor' } as const
    await beside(async () => {
      await createAssignment(given().db, { ...half, scope: here })
      const contract = { scope_id: here, contract_id: aUuid(), starts: '2026-01-05', ends: null }
      await given().db.insertInto('contract').values(contract).execute()
      for (const [scope, structure] of [
        [here, townHall.id],
        [scopeOf('hugo'), association.id],
      ] as const)
        await sayHours(given(), { scope, structure, weeklyMinutes: 1050 })
    })
    await plantDocument(given(), 'hugo', { id: aDocumentId(), body: communityReport('2026-11-17', 90) })
    // Away for the whole week, at the association.
    const away = { kind: 'conge', from: '2026-11-16', to: '2026-11-20', declaredBy: 'advisor' }
    await plantDocument(given(), 'hugo', { id: aDocumentId(), body: away, collection: 'absence' })
    const weekOf = async (structure: string, person: PersonId) => {
      const told = structureTimeSchema.parse(await get(`/api/structures/${structure}/time`, person))
      const own = told.advisors.find(({ name }) => name === 'Hugo Lafont')
      const week = own?.weeks.find(({ monday }) => monday === '2026-11-16')
      return week && [week.total, week.expected]
    }
    expect(await weekOf(townHall.id, chantal.id)).toEqual([0, 1050])
    expect(await weekOf(association.id, denis.id)).toEqual([90, 0])
  })

  test('its report says that one was there, and a structure reads hours by month of its own advisors alone', async () => {
    const { state, ofStructure, get } = await aWorld(given())
    const event = anEventId()
    await state(event, published({ day: '2026-11-20' }))
    await plantDocument(given(), 'awa', {
      id: reportIdOnEvent(scopeOf('awa'), event),
      body: communityReport('2026-11-20', 90),
    })
    await plantDocument(given(), 'bruno', { id: aDocumentId(), body: communityReport('2026-10-02', 60) })
    const { advisors, events } = await ofStructure()
    const hours = advisors.map(({ name, months }) => [name, months.slice(-2).map(({ minutes }) => minutes)])
    expect(hours).toEqual([
      ['Awa Diallo', [0, 90]],
      ['Bruno Estèbe', [60, 0]],
    ])
    expect(advisors[0]?.months).toHaveLength(12)
    expect(events[0]?.invited[0]).toMatchObject({ attendance: { wasThere: true, by: 'advisor' } })
    expect((await ofStructure(denis.id, association.id)).advisors.map(({ name }) => name)).toEqual([
      'Hugo Lafont',
    ])
    expect(await get(`/api/structures/${townHall.id}/community`, denis.id)).toBe('forbidden')
  })

  test('commitment 6 is judged by hours and by events; the State is told of neither how many nor who', async () => {
    const { state, marks, get } = await aWorld(given())
    const event = aUuid()
    await state(event, published({ day: '2026-11-20', title: 'Parler d’IA' }))
    await marks(event, scopeOf('awa'), 'present')
    const { commitments } = structureCommitmentsSchema.parse(
      await get(`/api/structures/${townHall.id}/commitments`, chantal.id),
    )
    const sixth = commitments.find(({ number }) => number === 6)
    expect(sixth?.status).toBe('kept')
    expect(sixth?.evidence.map(({ words }) => words).join(' ')).toMatch(/Parler d’IA.*Awa Diallo/)
    const answer = JSON.stringify(await get(`/api/state/structures/${townHall.id}/commitments`, farid.id))
    expect(answer).toContain('Des évènements de la communauté ont été suivis')
    expect(answer).not.toMatch(/Awa|Parler d’IA/)
  })
})

describeEachStore('a calendar that reads one’s events', (given) => {
  test('by a link that is told once, kept hashed, and holds no name; it is closed at once, and by another one', async () => {
    const { app, state, team, makesLink, closesLink, own } = await aWorld(given())
    const [event, ofTeam] = [aUuid(), aUuid()]
    const first = aUuid()
    await state(event, { ...published(), id: first })
    await team(ofTeam, published({ title: 'Entre nous' }))
    await state(event, { kind: 'cancelled', words: 'Reporté.', replaces: first })
    expect((await own(awa.id)).calendarSince).toBeNull()
    const { url } = (await makesLink(awa.id)).json<{ url: string }>()
    expect((await own(awa.id)).calendarSince).not.toBeNull()
    const path = new URL(url).pathname
    const feed = async () => app.inject({ url: path })
    const { statusCode, headers, body } = await feed()
    expect(statusCode).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'no-store',
    })
    expect(body.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect(body).toMatch(/STATUS:CANCELLED/)
    expect(body).toMatch(/DTSTART:20261201T090000Z/)
    expect(body).toMatch(/SEQUENCE:1/)
    expect(body).not.toMatch(/Awa|Diallo|Elsa|Farid|Bruno/)
    const kept = await beside(() => given().db.selectFrom('calendar_link').selectAll().execute())
    expect(JSON.stringify(kept)).not.toContain(path.split('/').at(-1)?.replace('.ics', ''))
    await makesLink(awa.id)
    expect((await feed()).statusCode).toBe(404)
    const again = new URL((await makesLink(awa.id)).json<{ url: string }>().url).pathname
    expect((await app.inject({ url: again })).statusCode).toBe(200)
    expect(await closesLink(awa.id)).toBe('done')
    expect((await app.inject({ url: again })).statusCode).toBe(404)
    expect((await own(awa.id)).calendarSince).toBeNull()
    expect((await makesLink(bruno.id)).statusCode).toBe(201)
  })
})
