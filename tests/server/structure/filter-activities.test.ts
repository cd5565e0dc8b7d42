import * as fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import {
  activityMatcher,
  countActivityValues,
  facetsOfActivity,
  permittedFacets,
  type ActivityFilter,
  type PermittedValue,
} from '../../../src/domain/access/activity-filter.ts'
import { pairsOfActivities, type ActivityQuestion } from '../../../src/domain/access/activity-query.ts'
import {
  activitySorts,
  sortedBy,
  type ActivitySort,
  type SortedBy,
} from '../../../src/domain/access/activity-sort.ts'
import {
  activityChoicesSchema,
  permittedActivityPageSchema,
  type PermittedActivity,
} from '../../../src/domain/access/permitted-activity.ts'
import { structureReportSchema } from '../../../src/domain/access/structure-report.ts'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import { documentIdSchema } from '../../../src/domain/ids.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import type { App } from '../../../src/server/http/app.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aPlace } from '../../builders/a-place.ts'
import { aReport, aReportOfKind } from '../../builders/a-report.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { anApp, signedIn } from '../test-app.ts'
import { plantCast, plantDocument } from '../test-cast.ts'

const address = `/api/structures/${townHall.id}`

function idOf(number: number) {
  return documentIdSchema.parse(`019ab000-0000-7000-8000-${String(number).padStart(12, '0')}`)
}

/** Reports in which every field that may be filtered by is there, is not, and is of a newer version. */
const someReports: readonly JsonObject[] = [
  aReport({ minutes: 15, themes: ['email'], equipment: ['ordinateur'], autonomy: 'autonome' }),
  aReport({ date: '2026-11-19', minutes: 30, oriented: true, filedOn: '2026-11-20' }),
  aReport({ date: '2026-11-19', minutes: 60, oriented: true, orientation: 'administration' }),
  aReport({ date: '2026-11-12', minutes: 120, oriented: false, filedOn: '2026-11-20' }),
  aReport({ date: '2026-10-01', unmetNeeds: ['manque_de_temps', 'autre'], filedOn: '2026-11-20' }),
  aReport({ themes: ['securite_numerique', 'email'], structureTags: ['été'], tags: ['privée'] }),
  aReport({ themes: ['sante'], tags: ['été'] }),
  aReport({
    themes: ['aide_aux_demarches_administratives'],
    administrativeThemes: ['logement', 'justice'],
    place: { kind: 'a_distance' },
  }),
  aReport({ place: { kind: 'lieu_activite', lieuId: idOf(900) }, notes: 'Partagée', notesShared: true }),
  aReport({ place: { kind: 'lieu_activite', lieuId: idOf(901) }, notes: 'Privée', notesShared: false }),
  aReport({ place: { kind: 'autre', commune: '09182' }, notesShared: true, filedOn: '2026-11-18' }),
  aReportOfKind('collectif', { level: 'debutant', anonymous: { total: 5 } }),
  aReportOfKind('collectif', { level: 'avance', participants: [{ id: idOf(70) }], anonymous: { total: 20 } }),
  aReportOfKind('collectif', { minutes: 120, participants: [{ id: idOf(70) }, { id: idOf(71) }] }),
  aReportOfKind('hors_accompagnement', { date: '2026-10-20', filedOn: '2026-10-20' }),
  aReportOfKind('evenement', { participants: 40 }),
  aReportOfKind('evenement', { participants: 0, scale: 'regional' }),
  aReportOfKind('partenariat'),
]

/** They are Awa's and, under the same ids, Bruno's. */
async function plantReports(store: Store): Promise<void> {
  await plantCast(store)
  await plantDocument(store, 'awa', { collection: 'place', id: idOf(900), body: aPlace() })
  await plantDocument(store, 'bruno', {
    collection: 'place',
    id: idOf(900),
    body: aPlace({ name: 'Mairie', commune: '09182' }),
  })
  for (const [index, body] of someReports.entries()) {
    await plantDocument(store, 'awa', { id: idOf(index + 1), body })
    if (index % 2 === 0) await plantDocument(store, 'bruno', { id: idOf(index + 1), body })
  }
  await ofNewerVersion(store, 7, { themes: ['theme_a_venir'], equipment: ['lunettes'] })
  await ofNewerVersion(store, 17, { type: 'a_venir' })
}

/** Fields that this server would refuse today, as a newer one will have stored them. */
async function ofNewerVersion({ db }: Store, number: number, fields: JsonObject): Promise<void> {
  await beside(async () => {
    await sql`update doc set body = body || ${JSON.stringify(fields)}::jsonb
      where id = ${idOf(number)}`.execute(db)
  })
}

async function aReader(app: App) {
  const headers = await signedIn(app, cast.chantal.id)
  const ask = (query: string) => app.inject({ url: `${address}/${query}`, headers })
  return {
    ask,
    async page(query: string) {
      return permittedActivityPageSchema.parse((await ask(`activities?${query}`)).json())
    },
    /** The whole list, page by page. */
    async all({ filter, sort }: ActivityQuestion, limit = 200) {
      const query = queryOfActivities({ filter, sort })
      const first = await this.page(`limit=${limit}&${query}`)
      const items = [...first.items]
      for (let { next } = first; next !== null;) {
        const page = await this.page(`limit=${limit}&cursor=${next}&${query}`)
        items.push(...page.items)
        next = page.next
      }
      return { items, total: first.total }
    },
  }
}

function queryOfActivities(question: ActivityQuestion): string {
  return new URLSearchParams(pairsOfActivities(question).map(([name, text]) => [name, text])).toString()
}

const nothingAsked: ActivityFilter = { from: undefined, to: undefined, values: [] }
const keyOf = ({ advisorId, id }: PermittedActivity) => `${id} ${advisorId}`

/** The order that domain code says, whatever the database does. */
function inOrder(activities: readonly PermittedActivity[], sort: ActivitySort): (string | number | null)[] {
  const { by, isRising } = sortedBy(sort)
  const keys = activities.map((activity) => sortKeyOf(activity, by))
  const known = keys.filter((key) => key !== null).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  return [...(isRising ? known : known.reverse()), ...keys.filter((key) => key === null)]
}

describeEachStore('filtering a structure’s activities', (given) => {
  test('finds what a naive filter of the permitted activities finds, in every order, whatever the pages', async () => {
    await plantReports(given())
    const reader = await aReader(await anApp(given()))
    const { items: everything, total } = await reader.all({ filter: nothingAsked, sort: 'jour' })
    expect(everything).toHaveLength(27)
    expect(total).toBe(27)
    const offered = [...new Set(everything.flatMap(facetsOfActivity)), ...forgotten]
    const days = ['2026-10-01', '2026-11-12', '2026-11-19', '2026-11-20'].map((day) =>
      calendarDaySchema.parse(day),
    )
    const day = fc.option(fc.constantFrom(...days), { nil: undefined })
    const questions = fc.record({
      filter: fc.record({
        from: day,
        to: day,
        values: fc.uniqueArray(fc.constantFrom(...offered), { maxLength: 4 }),
      }),
      sort: fc.constantFrom(...activitySorts),
    })
    await fc.assert(
      fc.asyncProperty(questions, fc.integer({ min: 1, max: 30 }), async (question, limit) => {
        const matches = activityMatcher(question.filter)
        const expected = everything.filter((activity) =>
          matches({ date: activity.date, values: facetsOfActivity(activity) }),
        )
        const found = await reader.all(question, limit)
        expect(found.items.map(keyOf).sort()).toEqual(expected.map(keyOf).sort())
        expect(found.total).toBe(expected.length)
        const { by } = sortedBy(question.sort)
        expect(found.items.map((activity) => sortKeyOf(activity, by))).toEqual(
          inOrder(expected, question.sort),
        )
      }),
      { numRuns: 60 },
    )
  })

  test('each facet finds what has each of its values, one after the other', async () => {
    await plantReports(given())
    const reader = await aReader(await anApp(given()))
    const { items: everything } = await reader.all({ filter: nothingAsked, sort: 'jour' })
    const tried = new Set<string>()
    for (const value of new Set(everything.flatMap(facetsOfActivity))) {
      tried.add(value.slice(0, value.indexOf(':')))
      const filter = { ...nothingAsked, values: [value] }
      const { items } = await reader.all({ filter, sort: 'jour' })
      expect([value, items.map(keyOf)]).toEqual([
        value,
        everything.filter((activity) => facetsOfActivity(activity).includes(value)).map(keyOf),
      ])
    }
    expect([...tried].sort()).toEqual([...permittedFacets].sort())
  })

  test('offers what may be chosen, with how many it would find', async () => {
    await plantReports(given())
    const reader = await aReader(await anApp(given()))
    const { items: everything } = await reader.all({ filter: nothingAsked, sort: 'jour' })
    const filter = { ...nothingAsked, values: ['type:individuel', 'note:partagee'] as const }
    const query = queryOfActivities({ filter, sort: 'jour' })
    const answer = await reader.ask(`activity-choices?${query}`)
    const choices = activityChoicesSchema.parse(answer.json())
    const read = everything.map((activity) => ({
      date: activity.date,
      values: facetsOfActivity(activity),
    }))
    expect(choices.counts).toEqual(Object.fromEntries(countActivityValues(read, filter)))
    expect(choices.advisors).toEqual({ [cast.awa.id]: 'Awa Diallo', [cast.bruno.id]: 'Bruno Estèbe' })
    expect(choices.communes).toMatchObject({ '09261': 'Saint-Girons', '09182': 'Massat' })
    expect(answer.body).not.toMatch(/privée/i)
  })

  test('I14 never tells a private note from none, nor a personal tag', async () => {
    await plantReports(given())
    const reader = await aReader(await anApp(given()))
    const withTag = await reader.page('etiquette=%C3%A9t%C3%A9')
    expect(withTag.items.map(({ structureTags }) => structureTags)).toEqual([['été']])
    expect((await reader.page('etiquette=priv%C3%A9e')).items).toEqual([])
    const unshared = await reader.page('note=sans&limit=200')
    expect(unshared.items.map(keyOf)).toContain(`${idOf(10)} ${cast.awa.id}`)
    expect(unshared.items.map(keyOf)).toContain(`${idOf(11)} ${cast.bruno.id}`)
  })

  test('I14 refuses whatever is forged to reach what is not shown', async () => {
    await plantCast(given())
    const reader = await aReader(await anApp(given()))
    for (const [query, field] of forged) {
      for (const route of ['activities', 'activity-choices']) {
        const answer = await reader.ask(`${route}?${query}`)
        expect([route, query, answer.statusCode, answer.json()]).toMatchObject([
          route,
          query,
          400,
          { code: 'filter-not-permitted', field },
        ])
      }
    }
  })

  test('says which day is none', async () => {
    await plantCast(given())
    const reader = await aReader(await anApp(given()))
    for (const [query, field] of [
      ['du=2026-13-01', 'du'],
      ['au=x', 'au'],
    ]) {
      const answer = await reader.ask(`activities?${query}`)
      expect([answer.statusCode, answer.json()]).toMatchObject([400, { code: 'invalid-request', field }])
    }
  })

  test('a value of a newer version finds what has it, and one that nothing has finds nothing', async () => {
    await plantReports(given())
    const reader = await aReader(await anApp(given()))
    expect((await reader.page('theme=theme_a_venir')).items.map(({ themes }) => themes)).toEqual([
      ['theme_a_venir'],
      ['theme_a_venir'],
    ])
    expect(await reader.page('mission=4&duree=15')).toEqual({ items: [], next: null, total: 0 })
  })

  test('pages stay right while reports arrive: nothing is doubled, nothing that was there is missed', async () => {
    await plantReports(given())
    const reader = await aReader(await anApp(given()))
    const { items: before } = await reader.all({ filter: nothingAsked, sort: 'duree' })
    const seen: string[] = []
    let arrived = 500
    let next: string | null = ''
    while (next !== null) {
      const page = await reader.page(`tri=duree&limit=5${next && `&cursor=${next}`}`)
      seen.push(...page.items.map(keyOf))
      next = page.next
      for (const minutes of [5, 45, 700]) {
        arrived += 1
        await plantDocument(given(), 'bruno', { id: idOf(arrived), body: aReport({ minutes }) })
        if (arrived > 530) next = null
      }
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(before.map(keyOf).filter((key) => !seen.includes(key))).toEqual([])
  })

  test('a page goes on in the order that it began in, and in no other', async () => {
    await plantReports(given())
    const reader = await aReader(await anApp(given()))
    const { next } = await reader.page('tri=duree&limit=2')
    expect((await reader.ask(`activities?limit=2&cursor=${next}`)).json()).toMatchObject({
      code: 'invalid-request',
      field: 'cursor',
    })
  })

  test('who is removed between two pages reads no other', async () => {
    await plantReports(given())
    const reader = await aReader(await anApp(given()))
    const { next } = await reader.page('theme=email&limit=1')
    await beside(() => given().db.deleteFrom('membership').where('person_id', '=', cast.chantal.id).execute())
    const answer = await reader.ask(`activities?theme=email&limit=1&cursor=${next}`)
    expect([answer.statusCode, answer.json()]).toMatchObject([403, { code: 'forbidden' }])
  })

  test('one activity is read by itself, however old; another structure’s is not there', async () => {
    await plantReports(given())
    await plantDocument(given(), 'hugo', { id: idOf(600), body: aReport() })
    const reader = await aReader(await anApp(given()))
    const { items } = await reader.all({ filter: nothingAsked, sort: 'jour-croissant' })
    const oldest = items[0]
    const answer = await reader.ask(`activities/${oldest?.id}`)
    expect(structureReportSchema.parse(answer.json()).activity.id).toBe(oldest?.id)
    expect((await reader.ask(`activities/${idOf(600)}`)).json()).toMatchObject({ code: 'not-found' })
  })
})

/** What nothing has. */
const forgotten: readonly PermittedValue[] = ['theme:inconnu', 'mission:9', 'duree:45', 'endroit:Ailleurs']

/** Queries, with what they are refused for. */
const forged: readonly (readonly [query: string, field: string])[] = [
  ['notes=Priv%C3%A9e', 'notes'],
  ['q=Priv%C3%A9e', 'q'],
  ['note=privee', 'note'],
  ['personne=019ab000-0000-7000-8000-000000000070', 'personne'],
  ['sexe=feminin', 'sexe'],
  ['qui=suivi', 'qui'],
  ['import=oui', 'import'],
  ['tri=notes', 'tri'],
  ['tri=jour&tri=d.body', 'tri'],
  ["theme=email&body-%3E%3E'notes'=x", "body->>'notes'"],
  [`theme=${'a'.repeat(201)}`, 'theme'],
  ['theme=%00', 'theme'],
]

/** What an activity is ordered by; null where it has none: an activity without hours has no duration. */
function sortKeyOf(activity: PermittedActivity, by: SortedBy): string | number | null {
  switch (by) {
    case 'day':
      return activity.date
    case 'filing':
      return activity.filedOn
    case 'minutes':
      return activity.minutes === 0 ? null : activity.minutes
    case 'participants':
      return activity.participants
  }
}
