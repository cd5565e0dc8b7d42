import { expect, test } from 'vitest'
import {
  ownTrainingSchema,
  structureTrainingSchema,
  traineesSchema,
  traineeTrainingSchema,
} from '../../../src/domain/access/training-on-the-wire.ts'
import {
  commitmentsForStateSchema,
  structureCommitmentsSchema,
} from '../../../src/domain/access/structure-commitments.ts'
import { readCalendar } from '../../../src/domain/appointment/icalendar/read-calendar.ts'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import { linesOfCalendar } from '../../../src/domain/commitments/training/calendar-lines.ts'
import {
  trainingImportSchema,
  writeTrainingLines,
  type TrainingLine,
} from '../../../src/domain/commitments/training/training-lines.ts'
import { ownHalfDays } from '../../../src/domain/commitments/training/own-half-days.ts'
import type { TrainingFact } from '../../../src/domain/commitments/training/training-fact.ts'
import { trainingRecord } from '../../../src/domain/commitments/training/training-record.ts'
import type { PersonId } from '../../../src/domain/ids.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { institute } from '../../../src/server/demonstration/demonstration-people.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aDocumentId, aUuid } from '../../builders/an-id.ts'
import { aReport } from '../../builders/a-report.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { aClock, anApp, mutation, signedIn } from '../test-app.ts'
import { plantCast, plantDocument, scopeOf, today } from '../test-cast.ts'

const { awa, bruno, chantal, denis, farid, gaelle } = cast
const body = `/api/training-bodies/${institute.body}`
const ofTownHall = `/api/structures/${townHall.id}`
const otherBody = '018ce800-0000-7000-8000-000000000599'

function aLine(day: string, fields: Partial<TrainingLine> = {}): TrainingLine {
  return {
    trainee: awa.email,
    key: null,
    day: calendarDaySchema.parse(day),
    half: 'matin',
    kind: 'formation',
    title: 'Posture',
    place: 'Foix',
    isCancelled: false,
    presence: null,
    reason: null,
    passed: null,
    ...fields,
  }
}

const theseYears = { from: calendarDaySchema.parse('2026-01-01'), to: calendarDaySchema.parse('2027-12-31') }

/** An event of a calendar's file; each has its own title, so that none is taken for another. */
function event(uid: string, ...lines: string[]): string {
  const title = uid === 'held' ? 'Posture' : `Séance ${uid}`
  return ['BEGIN:VEVENT', `UID:${uid}`, `SUMMARY:${title}`, ...lines, 'END:VEVENT'].join('\r\n')
}

/** The institute trains Awa; another body, of which nobody of the cast is, may train the others. */
async function aWorld(store: Store) {
  await plantCast(store)
  const app = await anApp(store, { clock: aClock() })
  const post = async (url: string, person: PersonId, payload: object) => {
    const request = mutation(url, { payload })
    return app.inject({ ...request, headers: { ...request.headers, ...(await signedIn(app, person)) } })
  }
  const told = async (url: string, person: PersonId, payload: object) => {
    const answer = await post(url, person, payload)
    return answer.statusCode === 204 ? 'done' : /"code":"([\w-]+)"/.exec(answer.body)?.[1]
  }
  const get = async (url: string, person: PersonId) => {
    const answer = await app.inject({ url, headers: await signedIn(app, person) })
    return answer.statusCode === 200 ? answer.json() : /"code":"([\w-]+)"/.exec(answer.body)?.[1]
  }
  await beside(() =>
    store.db.insertInto('training_body').values({ body_id: otherBody, name: 'Un autre organisme' }).execute(),
  )
  const entrusts = (to: string | null, scope = scopeOf('awa'), by = chantal.id) =>
    told(`${ofTownHall}/training/trainees`, by, { scope, body: to })
  await entrusts(institute.body)
  const base = () => ({ id: aUuid(), replaces: null, day: '2026-10-05' })
  return {
    entrusts,
    get,
    /** What the institute says of Awa, unless said otherwise. */
    says: (says: object, { by = gaelle.id, scope = scopeOf('awa') } = {}) =>
      told(`${body}/facts`, by, { scope, says: { ...base(), ...says } }),
    /** What the town hall says of Awa. */
    structureSays: (says: object, by = chantal.id) =>
      told(`${ofTownHall}/training/facts`, by, { scope: scopeOf('awa'), says: { ...base(), ...says } }),
    brings: async (lines: readonly TrainingLine[], { isTrial = false, knowsSealed = false } = {}) => {
      const answer = await post(
        `${body}/imports`,
        gaelle.id,
        writeTrainingLines(lines, { isTrial, knowsSealed }),
      )
      const last: unknown = JSON.parse(answer.body.trim().split('\n').at(-1) ?? '')
      const { fates, refused } = trainingImportSchema.parse(last)
      return { fates, refused: refused.map(({ code }) => code) }
    },
    readBy: {
      structure: async () => structureTrainingSchema.parse(await get(`${ofTownHall}/training`, chantal.id)),
      body: async () =>
        traineeTrainingSchema.parse(await get(`${body}/trainees/${scopeOf('awa')}`, gaelle.id)),
      awa: async () => ownTrainingSchema.parse(await get('/api/own-training', awa.id)).structures[0],
    },
  }
}

function written({ db }: Store) {
  return beside(() => db.selectFrom('training_fact').select('fact_id').orderBy('fact_id').execute())
}

const kinds = (facts: readonly TrainingFact[] = []) => facts.map(({ kind }) => kind)
const aMorning = () => ({
  kind: 'half-day',
  session: aUuid(),
  half: 'matin',
  part: 'formation',
  title: 'Posture',
  place: 'Foix',
})

describeEachStore('training', (given) => {
  test('a half-day is planned, seen by the structure the same day, acknowledged, and attended', async () => {
    const { says, structureSays, readBy } = await aWorld(given())
    const morning = aMorning()
    expect(await says({ ...morning })).toBe('done')
    const [seen] = (await readBy.structure()).facts
    expect([
      await structureSays({ kind: 'acknowledged', until: seen?.at }),
      await says({
        kind: 'attended',
        session: morning.session,
        presence: 'present',
        reason: null,
        afterSeal: false,
      }),
    ]).toEqual(['done', 'done'])
    const told = ['half-day', 'acknowledged', 'attended']
    expect([
      kinds((await readBy.structure()).facts).toSorted(),
      kinds((await readBy.body()).facts).toSorted(),
      kinds((await readBy.awa())?.facts).toSorted(),
    ]).toEqual([told.toSorted(), told.toSorted(), told.toSorted()])
  })

  test('the same said twice is said once, and two half-days at one moment leave one', async () => {
    const { says } = await aWorld(given())
    const same = { ...aMorning(), id: aUuid() }
    expect([await says(same), await says(same)]).toEqual(['done', 'done'])
    expect(await written(given())).toHaveLength(1)
    const both = await Promise.all([
      says({ ...aMorning(), day: '2026-10-06' }),
      says({ ...aMorning(), day: '2026-10-06' }),
    ])
    expect(both.toSorted()).toEqual(['done', 'training-clash'])
  })

  test('a body has its own trainees, and asks in vain for anybody else', async () => {
    const { says, get, entrusts } = await aWorld(given())
    expect(traineesSchema.parse(await get(`${body}/trainees`, gaelle.id)).trainees).toMatchObject([
      { scope: scopeOf('awa'), name: 'Awa Diallo', isPositioned: false, toTell: 0 },
    ])
    const [foreign, nobody] = [scopeOf('bruno'), aUuid()]
    expect({
      read: await get(`${body}/trainees/${foreign}`, gaelle.id),
      readNobody: await get(`${body}/trainees/${nobody}`, gaelle.id),
      said: await says(aMorning(), { scope: foreign }),
      otherBody: await get(`/api/training-bodies/${otherBody}/trainees`, gaelle.id),
      byAdvisor: await get(`${body}/trainees`, awa.id),
    }).toEqual({
      read: 'training-not-trainee',
      readNobody: 'training-not-trainee',
      said: 'training-not-trainee',
      otherBody: 'forbidden',
      byAdvisor: 'forbidden',
    })
    // Entrusted to another one, she isn't theirs any more, and what was said stays hers.
    await says(aMorning())
    expect(await entrusts(otherBody)).toBe('done')
    expect(await get(`${body}/trainees/${scopeOf('awa')}`, gaelle.id)).toBe('training-not-trainee')
    expect(await written(given())).toHaveLength(1)
  })

  test('a structure entrusts its own advisors, by who is responsable of it, to a body that exists', async () => {
    const { entrusts } = await aWorld(given())
    expect([
      await entrusts(institute.body, scopeOf('hugo')),
      await entrusts(institute.body, scopeOf('bruno'), denis.id),
      await entrusts(aUuid(), scopeOf('bruno')),
      await entrusts(institute.body, scopeOf('bruno')),
    ]).toEqual(['not-found', 'forbidden', 'training-body-unknown', 'done'])
  })

  test('why somebody was away is told to them and to who trains them, not to who employs', async () => {
    const { says, readBy } = await aWorld(given())
    const morning = aMorning()
    await says(morning)
    const away = { kind: 'attended', session: morning.session, presence: 'excused', afterSeal: false }
    expect([
      await says({ ...away, reason: null }),
      await says({ ...away, reason: 'evenement_familial' }),
    ]).toEqual(['invalid-request', 'done'])
    const reasonIn = (facts: readonly TrainingFact[] = []) =>
      facts.flatMap((fact) => (fact.kind === 'attended' ? [[fact.presence, fact.reason]] : []))
    expect([
      reasonIn((await readBy.structure()).facts),
      reasonIn((await readBy.body()).facts),
      reasonIn((await readBy.awa())?.facts),
    ]).toEqual([
      [['excused', null]],
      [['excused', 'evenement_familial']],
      [['excused', 'evenement_familial']],
    ])
  })

  test('an attendance corrected after the seal of its month is taken once that is known, and loses nothing', async () => {
    const { says, readBy, brings } = await aWorld(given())
    const morning = { ...aMorning(), day: '2026-09-14' }
    await says(morning)
    const first = { id: aUuid(), kind: 'attended', day: '2026-09-14', session: morning.session, reason: null }
    await says({ ...first, presence: 'unexcused', afterSeal: false })
    await plantSeal(given())
    const corrected = { ...first, id: aUuid(), replaces: first.id, presence: 'present' }
    expect(await says({ ...corrected, afterSeal: false })).toBe('training-month-sealed')
    const line = aLine('2026-09-14', { presence: 'present' })
    expect([
      await brings([line], { isTrial: true }),
      await brings([line], { isTrial: true, knowsSealed: true }),
    ]).toEqual([
      { fates: 'r', refused: ['training-month-sealed'] },
      { fates: 'c', refused: [] },
    ])
    expect(await says({ ...corrected, afterSeal: true })).toBe('done')
    expect(kinds((await readBy.structure()).facts)).toEqual(['half-day', 'attended', 'attended'])
  })

  test('a half-day that is a report already keeps both, and is told to who reads both', async () => {
    const { says, readBy } = await aWorld(given())
    const [morning, afternoon] = [aMorning(), { ...aMorning(), half: 'apres_midi' }]
    for (const half of [morning, afternoon]) {
      await says(half)
      await says({
        kind: 'attended',
        session: half.session,
        presence: 'present',
        reason: null,
        afterSeal: false,
      })
    }
    expect((await readBy.structure()).reported).toEqual([])
    await plantDocument(given(), 'awa', {
      id: aDocumentId(),
      body: aReport({ minutes: 60, date: calendarDaySchema.parse('2026-10-05') }),
    })
    const reported = [{ scope: scopeOf('awa'), day: '2026-10-05' }]
    expect([(await readBy.structure()).reported, (await readBy.awa())?.reported]).toEqual([
      reported,
      reported,
    ])
    expect(JSON.stringify(await readBy.body())).not.toContain('reported')
    expect(await written(given())).toHaveLength(4)
  })

  test('what is kept shows where commitment 2 stands, and the State reads it without a name', async () => {
    const { says, get } = await aWorld(given())
    const judged = async () => {
      const all = structureCommitmentsSchema.parse(await get(`${ofTownHall}/commitments`, chantal.id))
      return all.commitments.find(({ number }) => number === 2)?.status
    }
    expect(await judged()).toBe('unknown')
    const morning = aMorning()
    await says(morning)
    expect(await judged()).toBe('to-do')
    await says({
      kind: 'attended',
      session: morning.session,
      presence: 'unexcused',
      reason: null,
      afterSeal: false,
    })
    expect(await judged()).toBe('late')
    const state = commitmentsForStateSchema.parse(
      await get(`/api/state/structures/${townHall.id}/commitments`, farid.id),
    )
    const told = state.commitments.find(({ number }) => number === 2)
    expect([told?.status, told?.evidence.map(({ words }) => words)]).toEqual([
      'late',
      ['Formation ou examens à faire\u00A0: une personne.', 'Formation pas notée ici\u00A0: une personne.'],
    ])
  })

  test('a file brought in twice doubles nothing; what it says otherwise is brought up to date', async () => {
    const { brings, readBy } = await aWorld(given())
    const lines = [
      aLine('2026-10-05', { presence: 'present' }),
      aLine('2026-10-05', { half: 'apres_midi', title: 'Outils' }),
      aLine('2026-12-01', { kind: 'ccp1', title: '' }),
    ]
    expect(await brings(lines, { isTrial: true })).toEqual({ fates: 'nnn', refused: [] })
    expect(await written(given())).toHaveLength(0)
    expect(await brings(lines)).toEqual({ fates: 'nnn', refused: [] })
    const once = await written(given())
    expect(once).toHaveLength(4)
    expect(await brings(lines)).toEqual({ fates: 'kkk', refused: [] })
    expect(await written(given())).toEqual(once)
    const later = [
      aLine('2026-10-05', { place: 'Pamiers' }),
      aLine('2026-12-01', { kind: 'ccp1', title: '', isCancelled: true }),
    ]
    expect(await brings(later)).toEqual({ fates: 'cc', refused: [] })
    expect(await brings(later)).toEqual({ fates: 'kk', refused: [] })
    expect(kinds((await readBy.body()).facts)).toEqual(
      expect.arrayContaining(['half-day', 'half-day', 'half-day', 'attended', 'convoked', 'cancelled']),
    )
  })

  test('wrong lines are said one by one, and cost none of the others', async () => {
    const { brings } = await aWorld(given())
    const found = await brings([
      aLine('2026-12-07'),
      aLine('2026-12-07', { title: 'Autre chose' }),
      aLine('2020-01-06'),
      aLine('2026-12-08', { presence: 'present' }),
      aLine('2026-12-09', { trainee: bruno.email }),
      aLine('2026-12-09', { trainee: 'personne@nulle-part.example' }),
      aLine('2026-10-12', { kind: 'pix', passed: true }),
      aLine('2026-12-10', { isCancelled: true }),
    ])
    expect(found).toEqual({
      fates: 'nrrrrrrk',
      refused: [
        'training-clash',
        'training-outside-contract',
        'training-day-ahead',
        'training-not-trainee',
        'training-not-trainee',
        'training-not-sat',
      ],
    })
    // Of a line that is refused nothing is written.
    expect(await written(given())).toHaveLength(1)
  })

  test('a session of a calendar that is moved keeps what it is, and isn’t there twice', async () => {
    const { brings, readBy } = await aWorld(given())
    await brings([aLine('2026-12-07', { key: 'uid-1 0' })])
    expect(await brings([aLine('2026-12-14', { key: 'uid-1 0' })])).toEqual({ fates: 'c', refused: [] })
    const { facts } = await readBy.body()
    expect(facts).toHaveLength(2)
    expect(new Set(facts.flatMap((fact) => ('session' in fact ? [fact.session] : []))).size).toBe(1)
  })

  test('a calendar of sessions that clash, are cancelled, or are told by other clocks costs nothing that stood', async () => {
    const { brings, says, readBy } = await aWorld(given())
    const bringsCalendar = async (...events: string[]) => {
      const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR'].join('\r\n')
      const found = readCalendar(text, { window: theseYears, timeZone: 'Europe/Paris', tellsCancelled: true })
      const trainees = [{ scope: scopeOf('awa'), department: '09' }]
      const account = await brings(linesOfCalendar(found?.events ?? [], trainees, 'formation'))
      return { ...account, unreadable: found?.unreadable.map(({ reason }) => reason) }
    }
    const held = { ...aMorning(), day: '2026-11-02' }
    await says(held)
    const there = { kind: 'attended', session: held.session, presence: 'present', reason: null }
    await says({ ...there, day: held.day, afterSeal: false })
    const kept = event('stands', 'DTSTART:20261207T090000')
    const dropped = event('dropped', 'DTSTART:20261210T090000')
    expect((await bringsCalendar(kept, dropped)).fates).toBe('nn')
    const before = await written(given())
    const brought = await bringsCalendar(
      // At the moment of another one; cancelled; cancelled though it was attended; cancelled before it was ever known.
      event('clashes', 'DTSTART:20261207T100000'),
      event('dropped', 'DTSTART:20261210T090000', 'STATUS:CANCELLED'),
      event('held', 'DTSTART:20261102T090000', 'LOCATION:Foix', 'STATUS:CANCELLED'),
      event('never', 'DTSTART:20261208T090000', 'STATUS:CANCELLED'),
      // Eleven in the evening in New York is a morning of the day after in Foix; a zone of nowhere is no hour.
      event('far', 'DTSTART;TZID=America/New_York:20261208T230000'),
      event('nowhere', 'DTSTART;TZID=Nulle/Part:20261209T140000'),
    )
    expect(brought).toEqual({
      // By day: what was held, the clash, what was never known, the one from afar, what is cancelled.
      fates: 'rrknc',
      refused: ['training-cancelled', 'training-clash'],
      unreadable: ['unknown-zone'],
    })
    const { facts } = await readBy.body()
    expect(
      ownHalfDays(trainingRecord(facts)).map(({ day, half, presence }) => [day, half, presence]),
    ).toEqual([
      ['2026-11-02', 'matin', 'present'],
      ['2026-12-07', 'matin', null],
      ['2026-12-09', 'matin', null],
    ])
    const after = (await written(given())).map(({ fact_id }) => fact_id)
    expect(after).toHaveLength(before.length + 2)
    expect(after).toEqual(expect.arrayContaining(before.map(({ fact_id }) => fact_id)))
  })

  test('two imports of one file at the same moment leave it there once', async () => {
    const { brings } = await aWorld(given())
    const lines = [aLine('2026-12-07'), aLine('2026-12-08')]
    const both = await Promise.all([brings(lines), brings(lines)])
    expect(both.map(({ fates }) => fates).toSorted()).toEqual(['kk', 'nn'])
    expect(await written(given())).toHaveLength(2)
  })
})

/** September of the town hall was vouched for. */
async function plantSeal(store: Store): Promise<void> {
  await beside(async () => {
    await store.db
      .insertInto('signing_key')
      .values({ key_id: 'k', public_key: 'k', since: '2026-01-01T00:00:00.000Z' })
      .execute()
    await store.db
      .insertInto('seal')
      .values({
        seal_id: aUuid(),
        structure_id: townHall.id,
        month: today.replace(/-11-\d\d$/, '-09'),
        number: 1,
        code: 'ABCDEFGHJKLM',
        by_person: chantal.id,
        at: '2026-10-02T08:00:00.000Z',
        key_id: 'k',
        content: '',
        signature: '',
      })
      .execute()
  })
}
