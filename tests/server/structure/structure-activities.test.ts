import { expect, test } from 'vitest'
import { permittedActivityPageSchema } from '../../../src/domain/access/permitted-activity.ts'
import { documentIdSchema } from '../../../src/domain/ids.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { association, townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import type { App } from '../../../src/server/http/app.ts'
import { aPlace } from '../../builders/a-place.ts'
import { aReport, aReportOfKind } from '../../builders/a-report.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { anApp, signedIn } from '../test-app.ts'
import { plantCast, plantDocument, scopeOf } from '../test-cast.ts'

const townHallActivities = `/api/structures/${townHall.id}/activities`

function idOf(number: number) {
  return documentIdSchema.parse(`019ab000-0000-7000-8000-${String(number).padStart(12, '0')}`)
}

async function asks(app: App, person: keyof typeof cast, url = townHallActivities) {
  const answer = await app.inject({ url, headers: await signedIn(app, cast[person].id) })
  return { status: answer.statusCode, page: answer.json<unknown>(), body: answer.body }
}

/** The page that a member reads. */
async function read(app: App, person: keyof typeof cast, url = townHallActivities) {
  const { status, page } = await asks(app, person, url)
  expect(status).toBe(200)
  return permittedActivityPageSchema.parse(page)
}

describeEachStore('an employer', (given) => {
  test('never sees what an advisor plans, nor that a report was filed on it', async () => {
    await plantCast(given())
    const title = 'Rendez-vous de la personne qui attend'
    const planned = { title, date: '2026-11-19', state: 'depose', reportId: idOf(1) }
    await plantDocument(given(), 'awa', { id: idOf(7), collection: 'appointment', body: planned })
    await plantDocument(given(), 'awa', { id: idOf(1), body: aReport({ date: '2026-11-19' }) })
    const app = await anApp(given())
    const { page, body } = await asks(app, 'chantal')
    expect(permittedActivityPageSchema.parse(page).items).toHaveLength(1)
    expect(body).not.toMatch(/rendez-vous|appointment|reportId/i)
  })

  test('reads the permitted columns of its advisors’ reports, and no other', async () => {
    await plantCast(given())
    const body = aReport({
      date: '2026-11-19',
      minutes: 45,
      place: { kind: 'lieu_activite', lieuId: idOf(900) },
      themes: ['aide_aux_demarches_administratives', 'email'],
      administrativeThemes: ['logement'],
      procedureName: 'Demande de logement social',
      equipment: ['telephone'],
      beneficiary: { kind: 'anonyme', gender: 'feminin', ageRange: 'soixante_dix_plus', commune: '09268' },
      autonomy: 'autonome',
      oriented: true,
      orientation: 'administration',
      notes: 'Une note privée',
      notesShared: false,
      tags: ['étiquette personnelle'],
      filedOn: '2026-11-20',
    })
    await plantDocument(given(), 'awa', { collection: 'place', id: idOf(900), body: aPlace() })
    await plantDocument(given(), 'awa', { id: idOf(1), body })
    const app = await anApp(given())

    const { body: text } = await asks(app, 'chantal')
    expect(await read(app, 'chantal')).toEqual({
      items: [
        {
          id: idOf(1),
          advisorId: cast.awa.id,
          advisorName: 'Awa Diallo',
          kind: 'individuel',
          title: null,
          participants: null,
          level: null,
          activity: null,
          eventType: null,
          otherType: null,
          organisers: [],
          scale: null,
          structureTags: [],
          date: '2026-11-19',
          minutes: 45,
          placeKind: 'lieu_activite',
          placeName: 'Médiathèque de Saint-Girons',
          commune: '09261',
          communeName: 'Saint-Girons',
          themes: ['aide_aux_demarches_administratives', 'email'],
          administrativeThemes: ['logement'],
          procedureName: 'Demande de logement social',
          equipment: ['telephone'],
          autonomy: 'autonome',
          oriented: true,
          orientation: 'administration',
          unmetNeeds: [],
          sharedNote: null,
          filedOn: '2026-11-20',
        },
      ],
      next: null,
      total: 1,
    })
    expect(text).not.toMatch(/note privée|étiquette|feminin|soixante_dix_plus|09268|"scope|position/)
  })

  test('I14 reads how many were at a workshop and nothing of who, and the tags that are for it', async () => {
    await plantCast(given())
    const workshop = aReportOfKind('collectif', {
      title: 'Premiers pas',
      level: 'debutant',
      participants: [{ id: idOf(77), gender: 'feminin' }, { id: idOf(78) }],
      anonymous: { total: 8, ageRange: { soixante_dix_plus: 8 } },
      tags: ['étiquette privée'],
      structureTags: ['été'],
    })
    await plantDocument(given(), 'awa', { id: idOf(1), body: workshop })
    await plantDocument(given(), 'awa', { id: idOf(2), body: aReportOfKind('evenement') })
    await plantDocument(given(), 'awa', { id: idOf(3), body: aReportOfKind('hors_accompagnement') })
    const app = await anApp(given())
    const { items } = await read(app, 'chantal')
    expect(
      items.map(({ kind, title, participants, activity }) => [kind, title, participants, activity]).reverse(),
    ).toEqual([
      ['collectif', 'Premiers pas', 10, null],
      ['evenement', 'Fête du numérique', 40, null],
      ['hors_accompagnement', null, null, 'formation'],
    ])
    expect(items.at(-1)).toMatchObject({ level: 'debutant', structureTags: ['été'] })
    const { body: text } = await asks(app, 'chantal')
    expect(text).not.toMatch(new RegExp(`${idOf(77)}|${idOf(78)}|feminin|soixante|étiquette privée`))
  })

  test('reads a note that the advisor shares, and only then', async () => {
    await plantCast(given())
    const notes = 'À relire ensemble'
    await plantDocument(given(), 'awa', { id: idOf(1), body: aReport({ notes, notesShared: true }) })
    await plantDocument(given(), 'awa', { id: idOf(2), body: aReport({ notes, notesShared: false }) })
    const { items } = await read(await anApp(given()), 'chantal')
    expect(items.map(({ id, sharedNote }) => [id, sharedNote])).toEqual([
      [idOf(2), null],
      [idOf(1), notes],
    ])
  })

  test('reads where an activity took place as the domain counts it', async () => {
    await plantCast(given())
    const places = [
      { kind: 'a_distance' },
      { kind: 'domicile', commune: '09182' },
      { kind: 'lieu_activite', lieuId: idOf(901) },
      { kind: 'autre', commune: '99999' },
    ]
    for (const [index, place] of places.entries()) {
      await plantDocument(given(), 'awa', { id: idOf(index + 1), body: aReport({ place }) })
    }
    const { items } = await read(await anApp(given()), 'chantal')
    expect(
      items.map((item) => [item.placeKind, item.placeName, item.commune, item.communeName]).reverse(),
    ).toEqual([
      ['a_distance', null, '09261', 'Saint-Girons'],
      ['domicile', null, '09182', 'Massat'],
      ['lieu_activite', null, null, null],
      ['autre', null, '99999', null],
    ])
  })

  test('reads days inside a contract with it, live reports, and its own advisors’ only', async () => {
    await plantCast(given())
    const onDay = (id: number, date: string) => ({ id: idOf(id), body: aReport({ date }) })
    await plantDocument(given(), 'awa', onDay(1, '2024-10-31'))
    await plantDocument(given(), 'awa', onDay(2, '2024-11-01'))
    await plantDocument(given(), 'bruno', onDay(3, '2026-11-20'))
    await plantDocument(given(), 'hugo', onDay(4, '2026-11-20'))
    await plantDocument(given(), 'awa', onDay(5, '2026-11-20'))
    await beside(() =>
      given()
        .db.updateTable('doc')
        .set({ state: 'deleted' })
        .where('scope_id', '=', scopeOf('awa'))
        .where('id', '=', idOf(5))
        .execute(),
    )
    const app = await anApp(given())
    expect((await read(app, 'chantal')).items.map(({ id }) => id)).toEqual([idOf(3), idOf(2)])
    const denis = await read(app, 'denis', `/api/structures/${association.id}/activities`)
    expect(denis.items.map(({ id }) => id)).toEqual([idOf(4)])
  })

  test('turns pages without a hole or a double, even among reports of one day with the same id', async () => {
    await plantCast(given())
    for (let number = 1; number <= 4; number += 1) {
      for (const advisor of ['awa', 'bruno'] as const) {
        await plantDocument(given(), advisor, { id: idOf(number), body: aReport() })
      }
    }
    const app = await anApp(given())
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const url: string = `${townHallActivities}?limit=3${next && `&cursor=${next}`}`
      const page = await read(app, 'chantal', url)
      expect(page.items.length).toBeLessThanOrEqual(3)
      seen.push(...page.items.map(({ id, advisorId }) => `${id} ${advisorId}`))
      next = page.next
    }
    expect(seen).toHaveLength(8)
    expect(new Set(seen).size).toBe(8)
  })

  test('loses its view with its membership, at the next request', async () => {
    await plantCast(given())
    const app = await anApp(given())
    const headers = await signedIn(app, cast.chantal.id)
    const ask = async () => (await app.inject({ url: townHallActivities, headers })).statusCode
    expect(await ask()).toBe(200)
    await beside(() => given().db.deleteFrom('membership').where('person_id', '=', cast.chantal.id).execute())
    expect(await ask()).toBe(403)
  })

  test('of another structure is refused, the same as for one that doesn’t exist', async () => {
    await plantCast(given())
    await plantDocument(given(), 'awa', { id: idOf(1), body: aReport() })
    const app = await anApp(given())
    const refused = await asks(app, 'denis')
    expect(refused).toMatchObject({ status: 403, page: { code: 'forbidden' } })
    const nowhere = await asks(app, 'denis', `/api/structures/${idOf(1)}/activities`)
    expect(nowhere).toEqual(refused)
  })

  test('an advisor of the structure, its coordinator, the State and the training body are refused too', async () => {
    await plantCast(given())
    const app = await anApp(given())
    for (const person of ['awa', 'bruno', 'hugo', 'elsa', 'farid', 'gaelle'] as const) {
      expect([person, (await asks(app, person)).status]).toEqual([person, 403])
    }
  })

  test.each([
    ['cursor=x', 'cursor'],
    [`cursor=${Buffer.from('2026-11-20 a b').toString('base64url')}`, 'cursor'],
    [`cursor=${'a'.repeat(300)}`, 'cursor'],
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['limit=many', 'limit'],
  ])('is told that %s is not a page', async (query, field) => {
    await plantCast(given())
    const answer = await asks(await anApp(given()), 'chantal', `${townHallActivities}?${query}`)
    expect(answer).toMatchObject({ status: 400, page: { code: 'invalid-request', field } })
  })
})
