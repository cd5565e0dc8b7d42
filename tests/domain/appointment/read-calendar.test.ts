import { describe, expect, test } from 'vitest'
import { readCalendar } from '../../../src/domain/appointment/icalendar/read-calendar.ts'
import { aCalendar, anEvent, calendarFile, read, reading, startsOf } from './a-calendar.ts'

describe('files as they come', () => {
  test('Google Calendar: a series with a day taken out and one that was moved, one event alone, holidays', () => {
    const { events, unreadable, wholeUids } = read(calendarFile('google'))
    const series = events.filter(({ uid }) => uid.startsWith('permanence'))
    // Five past ones, not the 17th, the 1st of December moved to the 2nd, then every Tuesday up to the 90th day.
    expect(series.map(({ date }) => date)).toEqual([
      '2026-10-27',
      '2026-11-03',
      '2026-11-10',
      '2026-11-24',
      '2026-12-02',
      '2026-12-08',
      '2026-12-15',
      '2026-12-22',
      '2026-12-29',
      '2027-01-05',
      '2027-01-12',
      '2027-01-19',
      '2027-01-26',
      '2027-02-02',
      '2027-02-09',
      '2027-02-16',
      '2027-02-23',
    ])
    expect(series.find(({ date }) => date === '2026-12-02')).toMatchObject({
      occurrence: '20261201T080000Z',
      starts: '2026-12-02T13:00:00.000Z',
      sequence: 2,
    })
    expect(events.find(({ uid }) => uid.startsWith('rendez-vous'))).toEqual({
      uid: 'rendez-vous-seul@google.com',
      sequence: 0,
      isCancelled: false,
      isFree: false,
      title: 'Première prise en main d’un ordinateur portable, avec l’installation d’une imprimante',
      date: '2026-11-24',
      starts: '2026-11-24T13:00:00.000Z',
      ends: '2026-11-24T13:45:00.000Z',
    })
    expect(events.find(({ uid }) => uid.startsWith('conges'))).toMatchObject({
      date: '2026-12-21',
      lastDate: '2026-12-25',
      isFree: true,
    })
    expect(unreadable).toEqual([])
    expect(wholeUids.size).toBe(3)
  })

  test('Outlook: a zone by its Windows name, one week in two up to a day, on both sides of the change of hour', () => {
    const { events } = read(calendarFile('outlook'), {
      window: { ...reading.window, from: reading.window.from.replace('10-26', '10-01') as never },
    })
    expect(events.map(({ title, starts, date }) => `${title} ${starts ?? date}`)).toEqual([
      'Atelier tablette 2026-10-19T08:00:00.000Z',
      'Atelier tablette 2026-11-02T09:00:00.000Z',
      'Atelier tablette 2026-11-30T09:00:00.000Z',
      'Journée portes ouvertes 2026-12-03',
      'Atelier tablette 2026-12-14T09:00:00.000Z',
    ])
  })

  test('RDV Service Public: one appointment, without who is invited nor what is said of it', () => {
    expect(read(calendarFile('rdv-service-public')).events).toEqual([
      {
        uid: 'rdv_1042@RDV Solidarités',
        sequence: 0,
        isCancelled: false,
        isFree: false,
        title: 'RDV Aide aux démarches',
        location: "France Services, 3 place de l'Église, Saint-Girons, 09200",
        date: '2026-11-25',
        starts: '2026-11-25T09:30:00.000Z',
        ends: '2026-11-25T10:15:00.000Z',
      },
    ])
    const { events, cancelledUids } = read(calendarFile('rdv-service-public-cancelled'))
    expect(events).toEqual([])
    expect([...cancelledUids]).toEqual(['rdv_1042@RDV Solidarités'])
  })
})

describe('time', () => {
  const paris = 'DTSTART;TZID=Europe/Paris'

  test('a series stays at its hour when clocks change', () => {
    const text = aCalendar(anEvent(`${paris}:20261020T090000`, 'RRULE:FREQ=DAILY;INTERVAL=7;COUNT=3'))
    const window = { ...reading.window, from: '2026-10-01' as never }
    expect(startsOf(text, { window })).toEqual([
      '2026-10-20T07:00Z',
      '2026-10-27T08:00Z',
      '2026-11-03T08:00Z',
    ])
  })

  test.each([
    ['a time without a zone is the device’s', 'DTSTART:20261126T090000', '2026-11-26T08:00Z'],
    ['UTC', 'DTSTART:20261126T090000Z', '2026-11-26T09:00Z'],
    [
      'a Windows name that the file doesn’t define',
      'DTSTART;TZID=Romance Standard Time:20261126T090000',
      '2026-11-26T08:00Z',
    ],
    [
      'a name behind a path',
      'DTSTART;TZID=/citadel.org/20260101_1/Indian/Reunion:20261126T090000',
      '2026-11-26T05:00Z',
    ],
    ['a whole day', 'DTSTART;VALUE=DATE:20261126', '2026-11-26'],
  ])('%s', (_, start, expected) => {
    expect(startsOf(aCalendar(anEvent(start)))).toEqual([expected])
  })

  test('what the file says of a zone counts before its name', () => {
    const odd =
      'BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0500\r\nTZOFFSETTO:+0500\r\nEND:STANDARD\r\nEND:VTIMEZONE'
    expect(startsOf(aCalendar(odd, anEvent(`${paris}:20261126T090000`)))).toEqual(['2026-11-26T04:00Z'])
  })

  test('an hour that comes twice is the first, one that is skipped is told by the offset from before', () => {
    const window = { from: '2026-01-01' as never, to: '2026-12-31' as never }
    expect(startsOf(aCalendar(anEvent(`${paris}:20261025T023000`)), { window })).toEqual([
      '2026-10-25T00:30Z',
    ])
    expect(startsOf(aCalendar(anEvent(`${paris}:20260329T023000`)), { window })).toEqual([
      '2026-03-29T01:30Z',
    ])
  })

  test('the day is the one on the wall of the device', () => {
    const text = aCalendar(anEvent('DTSTART:20261126T233000Z'))
    expect(read(text).events[0]?.date).toBe('2026-11-27')
    expect(read(text, { timeZone: 'America/Martinique' }).events[0]?.date).toBe('2026-11-26')
  })

  test('a duration does as well as an end, and neither is an instant', () => {
    const endOf = (...lines: string[]) =>
      read(aCalendar(anEvent('DTSTART:20261126T090000Z', ...lines))).events[0]?.ends
    expect(endOf('DURATION:PT1H30M')).toBe('2026-11-26T10:30:00.000Z')
    expect(endOf()).toBe('2026-11-26T09:00:00.000Z')
  })
})

describe('series', () => {
  test('dates are added and taken out, whatever the zone that they are said in', () => {
    const text = aCalendar(
      anEvent(
        'DTSTART;TZID=Europe/Paris:20261126T090000',
        'RDATE;TZID=Europe/Paris:20261128T090000,20261130T090000',
        'RRULE:FREQ=WEEKLY;COUNT=3',
        'EXDATE:20261203T080000Z',
        'EXDATE;VALUE=DATE:20261130',
      ),
    )
    expect(startsOf(text)).toEqual(['2026-11-26T08:00Z', '2026-11-28T08:00Z', '2026-12-10T08:00Z'])
  })

  test('UNTIL is an instant or a day, included', () => {
    const until = (end: string) =>
      startsOf(
        aCalendar(anEvent('DTSTART;TZID=Europe/Paris:20261126T003000', `RRULE:FREQ=DAILY;UNTIL=${end}`)),
      )
    expect(until('20261126T233000Z')).toHaveLength(2)
    expect(until('20261126T232959Z')).toHaveLength(1)
    expect(until('20261127')).toHaveLength(2)
  })

  test('an occurrence that is cancelled says so, the others stay', () => {
    const text = aCalendar(
      anEvent('DTSTART:20261126T090000Z', 'RRULE:FREQ=DAILY;COUNT=3'),
      anEvent('DTSTART:20261127T090000Z', 'RECURRENCE-ID:20261127T090000Z', 'STATUS:CANCELLED'),
    )
    expect(read(text).events.map(({ isCancelled }) => isCancelled)).toEqual([false, true, false])
  })

  test('a series that is cancelled whole is told day by day to who asks for it, else by its UID alone', () => {
    const text = aCalendar(
      anEvent('DTSTART:20261126T090000Z', 'RRULE:FREQ=DAILY;COUNT=2', 'STATUS:CANCELLED'),
      anEvent('DTSTART:20261127T100000Z', 'RECURRENCE-ID:20261127T090000Z'),
    )
    const asked = read(text, { tellsCancelled: true })
    expect(asked.events.map(({ date, isCancelled }) => [date, isCancelled])).toEqual([
      ['2026-11-26', true],
      ['2026-11-27', true],
    ])
    expect(read(text).events).toEqual([])
    expect([asked.cancelledUids.size, read(text).cancelledUids.size]).toEqual([1, 1])
  })

  test('an occurrence that comes without its series is read', () => {
    const text = aCalendar(anEvent('DTSTART:20261127T100000Z', 'RECURRENCE-ID:20261127T090000Z'))
    const { events, wholeUids } = read(text)
    expect(events[0]).toMatchObject({ occurrence: '20261127T090000Z', starts: '2026-11-27T10:00:00.000Z' })
    expect(wholeUids.size).toBe(0)
  })

  test('of an event that the file has twice, the higher sequence counts', () => {
    const text = aCalendar(
      anEvent('DTSTART:20261127T100000Z', 'SEQUENCE:3', 'SUMMARY:Neuf'),
      anEvent('DTSTART:20261127T090000Z', 'SEQUENCE:1', 'SUMMARY:Ancien'),
    )
    expect(read(text).events.map(({ title }) => title)).toEqual(['Neuf'])
  })

  test('one that recurs for ever has its occurrences of the window, however long ago it began', () => {
    const text = aCalendar(anEvent('DTSTART:20010101T090000Z', 'RRULE:FREQ=DAILY'))
    expect(startsOf(text)).toHaveLength(30 + 1 + 90)
  })
})

describe('what can’t be read is said, event by event, and costs none of the others', () => {
  const good = anEvent('UID:bon@exemple.fr', 'DTSTART:20261126T090000Z')

  test.each([
    ['without an identifier', ['UID:', 'DTSTART:20261126T090000Z'], 'no-uid'],
    ['without a beginning', ['SUMMARY:Rien'], 'no-start'],
    ['with a date that is none', ['DTSTART:demain'], 'broken'],
    ['with a line that says nothing', ['DTSTART:20261126T090000Z', 'n’importe quoi'], 'broken'],
    ['in a zone that nobody knows', ['DTSTART;TZID=Mars/Olympus:20261126T090000'], 'unknown-zone'],
    [
      'that ends before it begins',
      ['DTSTART:20261126T090000Z', 'DTEND:20261126T080000Z'],
      'ends-before-it-starts',
    ],
    ['with a rule that is none', ['DTSTART:20261126T090000Z', 'RRULE:FREQ=PARFOIS'], 'broken'],
    ['every second, for ever', ['DTSTART:20261126T090000Z', 'RRULE:FREQ=SECONDLY'], 'too-often'],
    [
      'on the 31st of February, for ever',
      ['DTSTART:20260205T090000Z', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31'],
      'too-long',
    ],
    [
      'on Tuesdays of every seventh day from a Monday',
      ['DTSTART:20260105T090000Z', 'RRULE:FREQ=DAILY;INTERVAL=7;BYDAY=TU'],
      'too-long',
    ],
  ])('an event %s', (_, lines, reason) => {
    const { events, unreadable } = read(aCalendar(anEvent('SUMMARY:Le mauvais', ...lines), good))
    expect(events.map(({ uid }) => uid)).toEqual(['bon@exemple.fr'])
    expect(unreadable).toEqual([{ line: 4, title: 'Le mauvais', reason }])
  })

  test('a file that stops in the middle of an event', () => {
    const whole = aCalendar(good, anEvent('DTSTART:20261126T090000Z', 'SUMMARY:Le dernier'))
    const { events, unreadable } = read(whole.slice(0, whole.indexOf('Le dernier') + 6))
    expect(events).toHaveLength(1)
    expect(unreadable).toEqual([{ line: 9, title: 'Le der', reason: 'cut' }])
  })

  test('an event whose end is missing before the next', () => {
    const { events, unreadable } = read(aCalendar('BEGIN:VEVENT\r\nSUMMARY:Ouvert', good))
    expect(events).toHaveLength(1)
    expect(unreadable).toEqual([{ line: 4, title: 'Ouvert', reason: 'cut' }])
  })

  test('tasks are counted and left', () => {
    expect(read(aCalendar('BEGIN:VTODO\r\nUID:t\r\nEND:VTODO', good))).toMatchObject({ others: 1 })
  })

  test.each([
    ['', 'a text'],
    ['BEGIN:VCARD\r\nEND:VCARD', 'a card'],
    ['date;titre\n25/11/2026;Atelier', 'a table'],
  ])('a file that is no calendar: %j', (text) => {
    expect(readCalendar(text, reading)).toBeUndefined()
  })

  test('a calendar without events is one', () => {
    expect(read(aCalendar())).toMatchObject({ events: [], unreadable: [] })
  })

  test('of too many events the first are read, by whole days, and it is said up to when', () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      anEvent(`UID:${index}@exemple.fr`, 'DTSTART:20261026T090000Z', 'RRULE:FREQ=DAILY'),
    )
    const { events, isCut, until } = read(aCalendar(...many))
    expect(isCut).toBe(true)
    expect(events.length).toBe(12 * 83)
    expect(until).toBe('2027-01-16')
  })

  test('a title too long is shortened by whole characters, and says nothing that can’t be shown', () => {
    const title =
      read(aCalendar(anEvent('DTSTART:20261126T090000Z', `SUMMARY:\u0007${'🙂'.repeat(150)}`))).events[0]
        ?.title ?? ''
    expect(title.length).toBeLessThanOrEqual(200)
    expect(title).toMatch(/^(🙂)+…$/u)
  })
})
