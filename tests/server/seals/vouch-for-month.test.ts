import { expect, test } from 'vitest'
import type { PersonId } from '../../../src/domain/ids.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { association, townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import { inTransaction } from '../../../src/server/store/transaction.ts'
import { deleteServerDocument } from '../../../src/server/sync/write-server-document.ts'
import { aUuid } from '../../builders/an-id.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { aClock, anApp } from '../test-app.ts'
import { plantCast, plantDocument, scopeOf } from '../test-cast.ts'
import {
  ask,
  codeOf,
  ines,
  inOctober,
  monthUrl,
  october,
  plantOctober,
  plantSecondResponsable,
  readMonthOf,
  reportId,
  standingsOf,
  vouch,
  vouched,
} from './seal-world.ts'

const chantal = cast.chantal.id

describeEachStore('vouching for a month', (given) => {
  test('shows the figures, a line for each advisor by name, and what is still waiting', async () => {
    await plantOctober(given())
    const { read, standing, vouchableFrom } = await readMonthOf(await anApp(given()))
    expect({ standing, vouchableFrom }).toEqual({ standing: 'to-vouch', vouchableFrom: '2026-11-02' })
    expect(read.totals).toEqual({
      activities: 3,
      accompaniments: 10,
      minutes: 195,
      accompanimentMinutes: 195,
      eventParticipants: 0,
      mission1: 9,
      mission2: 1,
      mission3: 0,
    })
    expect(
      read.lines.map(({ name, figures, days }) => [
        name,
        figures.activities,
        days.reported,
        days.workingDays,
      ]),
    ).toEqual([
      ['Awa Diallo', 2, 2, 22],
      ['Bruno Estèbe', 1, 1, 22],
    ])
    expect(read.waiting).toEqual([
      { advisor: cast.awa.id, lastSeen: null, isWaiting: false },
      { advisor: cast.bruno.id, lastSeen: null, isWaiting: false },
    ])
  })

  test('keeps who, when and which reservations, and the month is attested', async () => {
    await plantOctober(given())
    const app = await anApp(given())
    const { seen } = await readMonthOf(app)
    const reservations = [
      { advisor: cast.awa.id, text: ' Une permanence manque. ' },
      { advisor: null, text: 'Le mois a été court.' },
    ]
    const answer = await vouch(app, { seen, reservations })
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toMatchObject({
      standing: 'vouched',
      seals: [
        {
          number: 1,
          byName: 'Chantal Rouch',
          sealedAt: '2026-11-23T10:00:00.000Z',
          totals: { activities: 3 },
          reservations: [
            { advisor: null, text: 'Le mois a été court.' },
            { advisor: cast.awa.id, text: 'Une permanence manque.' },
          ],
        },
      ],
      changes: { reports: [], left: 0 },
    })
    expect(await standingsOf(app)).toMatchObject({
      '2026-11': 'not-yet',
      '2026-10': 'vouched',
      '2026-09': 'to-vouch',
    })
  })

  test('of other figures than those that were read is refused, and the new ones are there to be read', async () => {
    await plantOctober(given())
    const app = await anApp(given())
    const { seen } = await readMonthOf(app)
    await plantDocument(given(), 'awa', { id: reportId(1), body: inOctober({ minutes: 75 }) })
    const refused = await vouch(app, { seen })
    expect([refused.statusCode, codeOf(refused)]).toEqual([409, 'month-changed'])
    const again = await readMonthOf(app)
    expect(again).toMatchObject({ standing: 'to-vouch', read: { totals: { minutes: 210 } }, seals: [] })
    expect((await vouch(app, { seen: again.seen })).statusCode).toBe(201)
  })

  test('by somebody who was removed since they read it is refused, and nothing is kept', async () => {
    await plantOctober(given())
    await plantSecondResponsable(given())
    const app = await anApp(given())
    const { seen } = await readMonthOf(app, { person: ines })
    await beside(() => given().db.deleteFrom('membership').where('person_id', '=', ines).execute())
    const refused = await vouch(app, { person: ines, seen })
    expect([refused.statusCode, codeOf(refused)]).toEqual([403, 'forbidden'])
    expect((await readMonthOf(app)).seals).toEqual([])
  })

  test('of an advisor whose contract was taken out since it was read is refused', async () => {
    await plantOctober(given())
    const app = await anApp(given())
    const { seen } = await readMonthOf(app)
    await beside(() =>
      given()
        .db.updateTable('contract')
        .set({ ends: '2026-09-30' })
        .where('scope_id', '=', scopeOf('awa'))
        .execute(),
    )
    const refused = await vouch(app, { seen })
    expect([refused.statusCode, codeOf(refused)]).toEqual([409, 'month-changed'])
  })

  test('by two at once keeps one word, and tells the other', async () => {
    await plantOctober(given())
    await plantSecondResponsable(given())
    const app = await anApp(given())
    const { seen } = await readMonthOf(app)
    const answers = await Promise.all([vouch(app, { seen }), vouch(app, { person: ines, seen })])
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([201, 409]))
    expect(answers.filter(({ statusCode }) => statusCode === 409).map(codeOf)).toEqual(['already-vouched'])
    expect((await readMonthOf(app)).seals).toHaveLength(1)
  })

  test('sent twice is kept once', async () => {
    await plantOctober(given())
    const app = await anApp(given())
    const { seen } = await readMonthOf(app)
    const id = aUuid()
    const answers = [await vouch(app, { id, seen }), await vouch(app, { id, seen })]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201])
    expect((await readMonthOf(app)).seals).toHaveLength(1)
  })

  test('again without anything having changed is refused', async () => {
    await plantOctober(given())
    const app = await anApp(given())
    const { seen } = await vouched(app)
    const refused = await vouch(app, { seen })
    expect([refused.statusCode, codeOf(refused)]).toEqual([409, 'already-vouched'])
  })

  test.each([
    // The hour changes on the 25th; the second is the first working day, and begins at 23:00 UTC in winter.
    ['2026-10', '2026-11-01T22:59:59.000Z', '2026-11-01T23:00:00.000Z'],
    // New Year's Day, then a week-end.
    ['2026-12', '2027-01-03T22:59:59.000Z', '2027-01-03T23:00:00.000Z'],
    // The hour changes on the 28th: days begin at 22:00 UTC from then on.
    ['2027-03', '2027-03-31T21:59:59.000Z', '2027-03-31T22:00:00.000Z'],
  ])(
    'of %s is refused until its day begins in France, and keeps the last day of the month',
    async (month, early, due) => {
      await plantCast(given())
      for (const [number, date] of [`${month}-01`, `${month}-28`, `${month}-31`].entries())
        await plantDocument(given(), 'awa', {
          id: reportId(number),
          body: inOctober({ date, filedOn: date }),
        })
      const before = await anApp(given(), { clock: aClock(early) })
      const { seen } = await readMonthOf(before, { month })
      const refused = await vouch(before, { seen, month })
      expect([refused.statusCode, codeOf(refused)]).toEqual([409, 'too-early-to-vouch'])
      expect((await readMonthOf(before, { month })).seals).toEqual([])
      const { seals } = await vouched(await anApp(given(), { clock: aClock(due) }), month)
      expect(seals.map(({ totals }) => totals.activities)).toEqual([3])
    },
  )

  test('with a reservation on somebody who isn’t there is refused', async () => {
    await plantOctober(given())
    const app = await anApp(given())
    const { seen } = await readMonthOf(app)
    const refused = await vouch(app, { seen, reservations: [{ advisor: cast.hugo.id, text: 'Absent.' }] })
    expect([refused.statusCode, codeOf(refused)]).toEqual([400, 'invalid-request'])
  })

  test('while fifty reports arrive seals some of them whole, and the others are late', async () => {
    await plantOctober(given())
    const app = await anApp(given())
    const { seen } = await readMonthOf(app)
    const arriving = Array.from({ length: 50 }, (_, index) =>
      plantDocument(given(), 'awa', { id: reportId(100 + index), body: inOctober() }),
    )
    const [answer] = await Promise.all([vouch(app, { seen }), ...arriving])
    const now = await readMonthOf(app)
    const whole = {
      outcome: 201,
      sealed: [3],
      late: Array.from({ length: 50 }, () => 'late'),
    }
    const refused = { outcome: 'month-changed', sealed: [], late: [] }
    expect([whole, refused]).toContainEqual({
      outcome: codeOf(answer) ?? answer.statusCode,
      sealed: now.seals.map(({ totals }) => totals.activities),
      late: now.changes.reports.map(({ what }) => what),
    })
    // Whatever came first, nothing is lost, and the month can be vouched for.
    expect(now.read.totals.activities).toBe(53)
    expect((await vouch(app, { seen: now.seen })).statusCode).toBe(201)
  })

  test('is read from one picture of the database, whatever arrives between two of its queries', async () => {
    await plantOctober(given())
    const app = await anApp(given())
    const read = await Promise.all([
      ...Array.from({ length: 10 }, () => readMonthOf(app)),
      ...Array.from({ length: 10 }, (_, index) =>
        plantDocument(given(), 'awa', { id: reportId(200 + index), body: inOctober() }),
      ),
    ])
    for (const month of read) {
      if (!month) continue
      const { totals, lines } = month.read
      expect(lines.reduce((sum, { figures }) => sum + figures.activities, 0)).toBe(totals.activities)
    }
  })
})

describeEachStore('a month that was vouched for', (given) => {
  test('is to be reviewed once a report is changed, comes late or goes, says which and what they do', async () => {
    await plantOctober(given())
    const app = await anApp(given())
    await vouched(app)
    await plantDocument(given(), 'awa', { id: reportId(1), body: inOctober({ minutes: 75 }) })
    await plantDocument(given(), 'awa', { id: reportId(4), body: inOctober({ date: '2026-10-20' }) })
    await beside(() =>
      inTransaction(given(), (tx) =>
        deleteServerDocument(tx, {
          scope: scopeOf('bruno'),
          id: reportId(3),
          by: cast.bruno.id,
          at: '2026-11-21T09:00:00.000Z',
        }),
      ),
    )
    const { standing, changes, seals } = await readMonthOf(app)
    expect(standing).toBe('to-review')
    expect(
      changes.reports.map(({ advisor, id, what, day, figures }) => [
        advisor,
        id,
        what,
        day,
        figures.activities,
        figures.accompaniments,
        figures.minutes,
      ]),
    ).toEqual([
      [cast.awa.id, reportId(1), 'changed', '2026-10-14', 0, 0, 15],
      [cast.awa.id, reportId(4), 'late', '2026-10-20', 1, 1, 45],
      [cast.bruno.id, reportId(3), 'gone', '2026-10-16', -1, -8, -90],
    ])
    expect(changes.figures).toMatchObject({ activities: 0, accompaniments: -7, minutes: -30 })
    expect(seals[0]?.totals).toMatchObject({ activities: 3, minutes: 195 })
    expect((await standingsOf(app))[october]).toBe('to-review')
  })

  test('can be vouched for again, and the earlier word stays', async () => {
    await plantOctober(given())
    const app = await anApp(given())
    const first = await vouched(app)
    await plantDocument(given(), 'awa', { id: reportId(1), body: inOctober({ minutes: 75 }) })
    const second = await vouched(app)
    expect(second.seals.map(({ number, totals }) => [number, totals.minutes])).toEqual([
      [2, 210],
      [1, 195],
    ])
    expect(second.seals[1]).toEqual(first.seals[0])
    expect((await standingsOf(app))[october]).toBe('vouched')
  })

  test.each([
    ['a note that isn’t shared', { notes: 'Une note privée' }],
    ['personal tags', { tags: ['à rappeler'] }],
    [
      'who was helped',
      { beneficiary: { kind: 'anonyme', gender: 'feminin', ageRange: 'soixante_dix_plus' } },
    ],
  ])('holds whatever becomes of %s', async (_, fields) => {
    await plantOctober(given())
    const app = await anApp(given())
    await vouched(app)
    await plantDocument(given(), 'awa', { id: reportId(1), body: inOctober({ minutes: 60, ...fields }) })
    expect((await readMonthOf(app)).standing).toBe('vouched')
    expect((await standingsOf(app))[october]).toBe('vouched')
  })

  test('holds when a place of activity is renamed', async () => {
    await plantOctober(given())
    const place = { kind: 'lieu_activite', lieuId: reportId(50) }
    const library = { name: 'Médiathèque', commune: '09261' }
    await plantDocument(given(), 'awa', { id: reportId(50), body: library, collection: 'place' })
    await plantDocument(given(), 'awa', { id: reportId(5), body: inOctober({ place }) })
    const app = await anApp(given())
    await vouched(app)
    const renamed = { name: 'Médiathèque du Couserans', commune: '09261' }
    await plantDocument(given(), 'awa', { id: reportId(50), body: renamed, collection: 'place' })
    expect((await readMonthOf(app)).standing).toBe('vouched')
    expect((await standingsOf(app))[october]).toBe('vouched')
  })

  test('is to be reviewed when a contract no longer holds its days', async () => {
    await plantOctober(given())
    const app = await anApp(given())
    await vouched(app)
    await beside(() =>
      given()
        .db.updateTable('contract')
        .set({ ends: '2026-10-14' })
        .where('scope_id', '=', scopeOf('awa'))
        .execute(),
    )
    expect((await standingsOf(app))[october]).toBe('to-review')
    const { changes } = await readMonthOf(app)
    expect(changes.reports.map(({ id, what }) => [id, what])).toEqual([[reportId(2), 'gone']])
  })
})

describeEachStore('the calendar of vouching', (given) => {
  test.each([
    // The clocks go back on 25 October: the month ends at 23:00 UTC.
    ['2026-10', '2026-11-01T22:59:00.000Z', 'not-yet', '2026-11-02'],
    ['2026-10', '2026-11-01T23:01:00.000Z', 'to-vouch', '2026-11-02'],
    // They go forward on 29 March.
    ['2026-03', '2026-03-31T21:59:00.000Z', 'not-yet', '2026-04-01'],
    ['2026-03', '2026-03-31T22:01:00.000Z', 'to-vouch', '2026-04-01'],
    // 1 January is a holiday, and a Friday.
    ['2026-12', '2027-01-03T22:59:00.000Z', 'not-yet', '2027-01-04'],
    ['2026-12', '2027-01-03T23:01:00.000Z', 'to-vouch', '2027-01-04'],
  ])('of %s says at %s: %s', async (month, now, standing, from) => {
    await plantOctober(given())
    const app = await anApp(given(), { clock: aClock(now) })
    const read = await readMonthOf(app, { month })
    expect([read.standing, read.vouchableFrom]).toEqual([standing, from])
    const answer = await vouch(app, { month, seen: read.seen })
    expect([answer.statusCode, codeOf(answer)]).toEqual(
      standing === 'to-vouch' ? [201, undefined] : [409, 'too-early-to-vouch'],
    )
  })

  test.each(['2026-13', 'octobre'])('%s is not a month', async (month) => {
    await plantOctober(given())
    const answer = await ask(await anApp(given()), chantal, { url: monthUrl(month) })
    expect(answer.statusCode).toBe(400)
  })
})

describeEachStore('several posts', (given) => {
  test('an advisor with two halves at two structures has a line in each, of its own reports', async () => {
    await plantOctober(given())
    const half = aUuid()
    await beside(async () => {
      const { db } = given()
      await db
        .insertInto('assignment')
        .values({ scope_id: half, person_id: cast.awa.id, structure_id: association.id, role: 'advisor' })
        .execute()
      await db.insertInto('sync_scope').values({ scope_id: half, kind: 'advisor' }).execute()
      await db
        .insertInto('contract')
        .values({ scope_id: half, contract_id: aUuid(), starts: '2026-01-01' })
        .execute()
      await db
        .insertInto('doc')
        .values({
          scope_id: half,
          id: reportId(1),
          collection: 'report',
          rev: 1,
          seq: 1,
          state: 'live',
          day: '2026-10-14',
          schema_v: 1,
          body: JSON.stringify(inOctober({ minutes: 240 })),
          updated_at: '2026-10-14T18:00:00.000Z',
        })
        .execute()
    })
    const app = await anApp(given())
    const minutesOf = async (structure: string, person: PersonId) =>
      (await readMonthOf(app, { structure, person })).read.lines
        .filter(({ advisor }) => advisor === cast.awa.id)
        .map(({ figures }) => figures.minutes)
    expect(await minutesOf(townHall.id, chantal)).toEqual([105])
    expect(await minutesOf(association.id, cast.denis.id)).toEqual([240])
  })

  test('two advisors in turn on one post have a line each, for their own days', async () => {
    await plantOctober(given())
    await beside(async () => {
      const { db } = given()
      await db
        .updateTable('contract')
        .set({ ends: '2026-10-14' })
        .where('scope_id', '=', scopeOf('awa'))
        .execute()
      await db.deleteFrom('contract').where('scope_id', '=', scopeOf('bruno')).execute()
      await db
        .insertInto('contract')
        .values({ scope_id: scopeOf('bruno'), contract_id: aUuid(), starts: '2026-10-15' })
        .execute()
    })
    const { read } = await readMonthOf(await anApp(given()))
    expect(read.lines.map(({ name, figures, days }) => [name, figures.activities, days.workingDays])).toEqual(
      [
        ['Awa Diallo', 1, 10],
        ['Bruno Estèbe', 1, 12],
      ],
    )
  })
})
