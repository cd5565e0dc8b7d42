import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reportIdOf } from '../../../src/domain/appointment/name-based-id.ts'
import { writeCalendar } from '../../../src/domain/appointment/icalendar/write-calendar.ts'
import {
  planImport,
  type ImportLine,
  type KnownAppointment,
} from '../../../src/domain/appointment/plan-import.ts'
import { documentIdSchema } from '../../../src/domain/ids.ts'
import { addDays } from '../../../src/domain/calendar-day.ts'
import { validateBody } from '../../../src/domain/sync/validate-body.ts'
import { aScopeId } from '../../builders/an-id.ts'
import { aCalendar, anEvent, calendarFile, read, reading, today } from './a-calendar.ts'

const scope = aScopeId()
const yes = () => true

/** What a device has after an import, and what became of each appointment. */
function imports(text: string, known: readonly KnownAppointment[] = [], wants = yes) {
  const lines = planImport(read(text), { scope, window: reading.window, known, wants })
  const written = new Map<string, KnownAppointment>(known.map((each) => [each.id, each]))
  for (const { id, body, isWritten } of lines) if (isWritten) written.set(id, { id, state: 'live', body })
  return { lines, known: [...written.values()], fates: lines.map(({ fate }) => fate) }
}

const single = (...lines: string[]) => aCalendar(anEvent('DTSTART:20261126T090000Z', 'SUMMARY:Un', ...lines))
const series = (...lines: string[]) =>
  aCalendar(anEvent('DTSTART:20261126T090000Z', 'RRULE:FREQ=DAILY;COUNT=3', ...lines))

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function byHand(known: readonly KnownAppointment[], change: Record<string, string>): KnownAppointment[] {
  return known.map((each) => ({ ...each, body: { ...each.body, ...change } }))
}

describe('what comes', () => {
  test.each(['google', 'outlook', 'rdv-service-public'])(
    'all that %s says is as valid as what a person types',
    (name) => {
      const { known } = imports(calendarFile(name))
      expect(known.length).toBeGreaterThan(0)
      for (const { id, body } of known) {
        expect(validateBody('appointment', body)).toEqual({ valid: true })
        expect(documentIdSchema.parse(id)).toBe(id)
      }
    },
  )

  test('two devices that read one file apart name each appointment alike, two scopes do not', () => {
    const ids = ({ lines }: { lines: ImportLine[] }) => lines.map(({ id }) => id)
    const google = calendarFile('google')
    expect(ids(imports(google))).toEqual(ids(imports(google)))
    const elsewhere = planImport(read(google), {
      scope: aScopeId(),
      window: reading.window,
      known: [],
      wants: yes,
    })
    expect(ids(imports(google)).filter((id) => elsewhere.some((line) => line.id === id))).toEqual([])
    expect(new Set(ids(imports(google))).size).toBe(imports(google).lines.length)
  })

  test('what the person doesn’t want is left', () => {
    const { fates, known } = imports(single(), [], () => false)
    expect(fates).toEqual(['left'])
    expect(known).toEqual([])
  })

  test('an occurrence that was cancelled before it was known is nothing', () => {
    expect(imports(single('STATUS:CANCELLED')).lines).toEqual([])
  })
})

describe('again', () => {
  test.each(['google', 'outlook', 'rdv-service-public'])('%s a second time writes nothing', (name) => {
    const first = imports(calendarFile(name))
    const again = imports(calendarFile(name), first.known)
    expect(new Set(again.fates)).toEqual(new Set(['known']))
    expect(again.lines.filter(({ isWritten }) => isWritten)).toEqual([])
  })

  test('whatever the calendars, importing the last one once more changes nothing, and nothing is there twice', () => {
    const event = fc.record({
      uid: fc.constantFrom('a', 'b', 'c'),
      day: fc.integer({ min: 0, max: 20 }),
      hour: fc.integer({ min: 8, max: 17 }),
      title: fc.constantFrom('Un', 'Deux'),
      rule: fc.constantFrom('', 'RRULE:FREQ=DAILY;COUNT=4', 'RRULE:FREQ=WEEKLY'),
      status: fc.constantFrom('CONFIRMED', 'CANCELLED'),
      sequence: fc.integer({ min: 0, max: 2 }),
    })
    const calendar = fc.uniqueArray(event, { selector: ({ uid }) => uid }).map((events) =>
      aCalendar(
        ...events.map(({ uid, day, hour, title, rule, status, sequence }) => {
          const date = addDays(today, day).replaceAll('-', '')
          const lines = [`UID:${uid}`, `SUMMARY:${title}`, `STATUS:${status}`, `SEQUENCE:${sequence}`]
          const start = `DTSTART:${date}T${String(hour).padStart(2, '0')}0000Z`
          return anEvent(...lines, start, ...(rule ? [rule] : []))
        }),
      ),
    )
    fc.assert(
      fc.property(fc.array(calendar, { minLength: 1, maxLength: 4 }), (calendars) => {
        let known: KnownAppointment[] = []
        for (const text of calendars) known = imports(text, known).known
        const again = imports(calendars.at(-1) ?? '', known)
        expect(again.known).toEqual(known)
        const planned = known.filter(({ body }) => body['state'] === 'prevu')
        const slots = planned.map(({ body }) => JSON.stringify([body['uid'], body['starts']]))
        expect(new Set(slots).size).toBe(slots.length)
      }),
      { numRuns: 150 },
    )
  })

  test('what changed in the calendar is changed: title, time, place', () => {
    const { known } = imports(single('LOCATION:Mairie'))
    const moved = aCalendar(
      anEvent('DTSTART:20261127T140000Z', 'SUMMARY:Deux', 'LOCATION:Gare', 'SEQUENCE:1'),
    )
    const { fates, known: after } = imports(moved, known)
    expect(fates).toEqual(['changed'])
    expect(after).toHaveLength(1)
    expect(after[0]?.body).toMatchObject({
      title: 'Deux',
      date: '2026-11-27',
      location: 'Gare',
      state: 'prevu',
    })
  })

  test('an older file changes nothing', () => {
    const { known } = imports(single('SEQUENCE:3'))
    const older = aCalendar(anEvent('DTSTART:20261127T140000Z', 'SUMMARY:Ancien', 'SEQUENCE:2'))
    expect(imports(older, known)).toMatchObject({ fates: ['known'], known })
  })

  test('an event that becomes a series keeps the appointment that was there', () => {
    const { known } = imports(single())
    const after = imports(series(), known)
    expect(after.known).toHaveLength(3)
    expect(imports(series(), after.known).lines.some(({ isWritten }) => isWritten)).toBe(false)
  })

  test('an occurrence taken out of its series is cancelled; one that a partial file doesn’t name is not', () => {
    const { known } = imports(series())
    expect(imports(series('EXDATE:20261127T090000Z'), known).fates).toEqual(['known', 'known', 'cancelled'])
    const partial = aCalendar(anEvent('DTSTART:20261127T100000Z', 'RECURRENCE-ID:20261127T090000Z'))
    expect(imports(partial, known).fates).toEqual(['changed'])
    expect(imports(aCalendar(), known).lines).toEqual([])
  })

  test('a whole series is cancelled by its status, or by the file’s method', () => {
    const { known } = imports(series())
    expect(imports(series('STATUS:CANCELLED'), known).fates).toEqual(['cancelled', 'cancelled', 'cancelled'])
    const method = series().replace('VERSION:2.0', 'VERSION:2.0\r\nMETHOD:CANCEL')
    const after = imports(method, known)
    expect(after.known.map(({ body }) => body['state'])).toEqual(['annule', 'annule', 'annule'])
    expect(imports(series(), after.known).known.map(({ body }) => body['state'])).toEqual([
      'prevu',
      'prevu',
      'prevu',
    ])
  })
})

describe('what was said here stays', () => {
  test('pas venu, a title without the name, an hour', () => {
    const { known } = imports(single())
    const changed = byHand(known, {
      state: 'pas_venu',
      title: 'Sans nom',
      starts: '2026-11-26T09:15:00.000Z',
    })
    expect(imports(single('SEQUENCE:4'), changed).known[0]?.body).toMatchObject({
      state: 'pas_venu',
      title: 'Sans nom',
      starts: '2026-11-26T09:15:00.000Z',
    })
  })

  test('annulé by hand is not planned again by a calendar that never said otherwise', () => {
    const { known } = imports(single())
    expect(imports(single(), byHand(known, { state: 'annule' })).fates).toEqual(['known'])
  })

  test('a report that is filed is kept, whatever becomes of the appointment', () => {
    const { known } = imports(series())
    const filed = byHand(known, { state: 'depose', reportId: documentIdSchema.parse(known[0]?.id) })
    for (const text of [series('STATUS:CANCELLED'), series('EXDATE:20261126T090000Z')]) {
      const after = imports(text, filed)
      expect(after.fates).not.toContain('cancelled')
      expect(after.fates).toContain('kept')
      expect(after.known.map(({ body }) => body['state'])).toEqual(['depose', 'depose', 'depose'])
    }
  })

  test('pas venu becomes cancelled where the calendar says so: nothing was filed', () => {
    const { known } = imports(single())
    expect(imports(single('STATUS:CANCELLED'), byHand(known, { state: 'pas_venu' })).fates).toEqual([
      'cancelled',
    ])
  })

  test('one that was taken out here doesn’t come back', () => {
    const known = imports(single()).known.map((each) => ({ ...each, state: 'deleted' as const, body: {} }))
    expect(imports(single(), known).fates).toEqual(['known'])
  })

  test('one that we gave to the calendar ourselves isn’t there twice when it comes back', () => {
    const { known } = imports(single('LOCATION:Mairie'))
    const exported = known.map(({ id, body }) => ({
      id,
      title: textOf(body['title']),
      date: today,
      starts: textOf(body['starts']),
      ends: textOf(body['ends']),
    }))
    const again = imports(writeCalendar(exported, new Date('2026-11-25T09:00:00Z')), known)
    expect(again).toMatchObject({ fates: ['known'], known })
  })
})

test('the report on an appointment has one id, wherever it is filed', () => {
  const appointment = documentIdSchema.parse('01930000-0000-7000-8000-00000000abcd')
  expect(reportIdOf(scope, appointment)).toBe(reportIdOf(scope, appointment))
  expect(documentIdSchema.parse(reportIdOf(scope, appointment))).not.toBe(appointment)
  expect(reportIdOf(aScopeId(), appointment)).not.toBe(reportIdOf(scope, appointment))
})
