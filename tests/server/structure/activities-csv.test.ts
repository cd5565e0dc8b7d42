import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { sql } from 'kysely'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { permittedActivityPageSchema } from '../../../src/domain/access/permitted-activity.ts'
import { permittedCells, permittedHeads } from '../../../src/domain/exchange/permitted-columns.ts'
import { documentIdSchema } from '../../../src/domain/ids.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import type { App } from '../../../src/server/http/app.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aPlace } from '../../builders/a-place.ts'
import { aReport, aReportOfKind } from '../../builders/a-report.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { anApp, signedIn } from '../test-app.ts'
import { plantCast, plantDocument, scopeOf } from '../test-cast.ts'

const list = `/api/structures/${townHall.id}/activities`
const file = `${list}.csv`

function idOf(number: number) {
  return documentIdSchema.parse(`019ab000-0000-7000-8000-${String(number).padStart(12, '0')}`)
}

async function asks(app: App, url: string) {
  return app.inject({ url, headers: await signedIn(app, cast.chantal.id) })
}

/** The three parts of a file, parted by empty lines: what it is of, its rows under their heads, the definitions. */
function partsOf(text: string): { about: string[][]; rows: string[][]; definitions: string[][] } {
  const all = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: ';' }).data
  const ends = all.flatMap((cells, at) => (cells.length === 1 && cells[0] === '' ? [at] : []))
  const [first = 0, second = 0] = ends
  return {
    about: all.slice(0, first),
    rows: all.slice(first + 1, second),
    definitions: all.slice(second + 1),
  }
}

/** Twelve pages: several times what a connection holds of what nobody reads. */
const many = 12_000

/** Reports of Awa by the thousand, each with a note that she shares. */
async function plantMany({ db }: Store, count: number): Promise<void> {
  const body = aReport({ notes: 'Relu ensemble. '.repeat(60), notesShared: true })
  await beside(async () => {
    await sql`insert into doc (scope_id, id, collection, rev, seq, state, day, schema_v, body, updated_at)
      select ${scopeOf('awa')}::uuid, ('019ac000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'report', 1,
        100000 + n, 'live', '2026-11-20', 1, ${JSON.stringify(body)}::jsonb, '2026-11-20T09:00:00Z'
      from generate_series(1, ${count}::int) n`.execute(db)
  })
}

/** The same store, which counts what is asked of its activities. */
function countingPages(store: Store) {
  const asked = { pages: 0 }
  const db = store.db.withPlugin({
    transformQuery({ node }) {
      if (JSON.stringify(node).includes('as asked')) asked.pages += 1
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  })
  return { asked, store: { ...store, db } }
}

async function fileFrom(origin: string, headers: { cookie: string }): Promise<IncomingMessage> {
  const request = get(origin + file, { headers, agent: false })
  // What the event gives is what Node says it gives.
  const [answer] = (await once(request, 'response')) as [IncomingMessage]
  return answer
}

describeEachStore('a structure’s activities as a file', (given) => {
  test('says what it is of, then the rows that the list shows, then by which rules', async () => {
    await plantCast(given())
    await plantDocument(given(), 'awa', { collection: 'place', id: idOf(900), body: aPlace() })
    const place = { kind: 'lieu_activite', lieuId: idOf(900) }
    await plantDocument(given(), 'awa', { id: idOf(1), body: aReport({ place, date: '2026-11-19' }) })
    await plantDocument(given(), 'awa', { id: idOf(2), body: aReportOfKind('collectif') })
    await plantDocument(given(), 'bruno', { id: idOf(3), body: aReportOfKind('evenement') })
    const app = await anApp(given())
    const answer = await asks(app, file)
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.headers['content-disposition']).toBe(
      'attachment; filename="espace-coop-activites-2026-11-23.csv"',
    )
    const { about, rows, definitions } = partsOf(answer.body)
    expect(about.slice(1)).toEqual([
      ['Structure', townHall.name],
      ['Fichier du', '23/11/2026'],
      ['Période', 'Tous les jours'],
      ['Filtres', 'aucun'],
      ['Ordre', 'par nom de personne, puis du jour le plus récent au plus ancien'],
    ])
    const shown = permittedActivityPageSchema.parse((await asks(app, list)).json()).items
    const byAdvisor = shown.toSorted((one, other) => one.advisorName.localeCompare(other.advisorName, 'fr'))
    expect(rows).toEqual([permittedHeads, ...byAdvisor.map(permittedCells)])
    expect(definitions[0]).toEqual(['Définitions'])
  })

  test('holds what the filters of the list find, in words', async () => {
    await plantCast(given())
    await plantDocument(given(), 'awa', { id: idOf(1), body: aReport({ themes: ['email'] }) })
    await plantDocument(given(), 'awa', { id: idOf(2), body: aReport({ themes: ['sante'] }) })
    await plantDocument(given(), 'bruno', { id: idOf(3), body: aReport({ themes: ['email'] }) })
    const app = await anApp(given())
    const query = `du=2026-11-01&au=2026-11-30&theme=email&conseiller=${cast.awa.id}&commune=09261&tri=duree`
    const { about, rows } = partsOf((await asks(app, `${file}?${query}`)).body)
    expect(rows.slice(1).map(([id]) => id)).toEqual([idOf(1)])
    expect(about).toContainEqual(['Période', 'Du\u00A001/11/2026 au\u00A030/11/2026'])
    expect(about).toContainEqual(['Filtres', 'E-mail, Awa Diallo, Saint-Girons'])
  })

  test('I14 holds no private note, beneficiary or personal tag, and is refused for a forged filter', async () => {
    await plantCast(given())
    const body = aReport({
      notes: 'Secrète',
      tags: ['privée'],
      beneficiary: { kind: 'anonyme', gender: 'feminin', ageRange: 'soixante_dix_plus' },
    })
    await plantDocument(given(), 'awa', { id: idOf(1), body })
    const app = await anApp(given())
    expect((await asks(app, file)).body).not.toMatch(/Secrète|privée|[Ff]éminin|70 ans|soixante/)
    const refused = await asks(app, `${file}?notes=Secr`)
    expect([refused.statusCode, refused.json()]).toMatchObject([400, { code: 'filter-not-permitted' }])
  })

  test('holds no cell that a spreadsheet would run', async () => {
    await plantCast(given())
    const notes = '=HYPERLINK("http://exemple.fr";"x")'
    await plantDocument(given(), 'awa', { id: idOf(1), body: aReport({ notes, notesShared: true }) })
    const { rows } = partsOf((await asks(await anApp(given()), file)).body)
    expect(rows[1]?.[permittedHeads.indexOf('Note partagée')]).toBe(`'${notes}`)
  })

  test('is whole over many pages, and ends for whoever closes the connection', async () => {
    await plantCast(given())
    await plantMany(given(), many)
    const { asked, store } = countingPages(given())
    const app = await anApp(store)
    const origin = await app.listen({ host: '127.0.0.1', port: 0 })
    const headers = await signedIn(app, cast.chantal.id)

    const whole = await textOf(await fileFrom(origin, headers))
    expect(partsOf(whole).rows).toHaveLength(many + 1)
    const pagesOfWhole = asked.pages
    expect(pagesOfWhole).toBeGreaterThanOrEqual(many / 1_000)

    const cut = await fileFrom(origin, headers)
    await once(cut, 'data')
    cut.destroy()
    // Another whole file takes longer than what would be left of the first.
    await textOf(await fileFrom(origin, headers))
    const pagesOfCut = asked.pages - 2 * pagesOfWhole
    expect(pagesOfCut).toBeLessThan(pagesOfWhole / 2)
  })

  test('I14 is cut short for whoever is removed while it is made, and not ended as if it were whole', async () => {
    await plantCast(given())
    await plantMany(given(), many)
    const app = await anApp(given())
    const origin = await app.listen({ host: '127.0.0.1', port: 0 })
    const answer = await fileFrom(origin, await signedIn(app, cast.chantal.id))
    await once(answer, 'readable')
    await beside(() => given().db.deleteFrom('membership').where('person_id', '=', cast.chantal.id).execute())
    await expect(textOf(answer)).rejects.toThrow(/aborted/)
  })
})

async function textOf(answer: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of answer) pieces.push(piece as Buffer) // no encoding was set
  return Buffer.concat(pieces).toString('utf8')
}
