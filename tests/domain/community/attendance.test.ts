import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { attendanceOf, type AttendanceWord } from '../../../src/domain/community/attendance.ts'
import { countAttendances } from '../../../src/domain/community/attendance-count.ts'
import { communityByMonth } from '../../../src/domain/community/community-hours.ts'
import { eventLife } from '../../../src/domain/community/event-life.ts'
import { markWords } from '../../../src/domain/community/event-words.ts'
import {
  eventConfirmationLabels,
  type EventConfirmationKind,
} from '../../../src/domain/confirmation/event-confirmation.ts'
import { refusalOfMark } from '../../../src/domain/community/refuse-mark.ts'
import { reportIdOnEvent, reportOnEvent } from '../../../src/domain/community/report-on-event.ts'
import { calendarMonthSchema } from '../../../src/domain/calendar-month.ts'
import { aCancelling, aCommunityEventId, aPublishing, someDetails } from '../../builders/a-community-event.ts'
import { awasScope, brunosScope, day } from '../../builders/a-post-fact.ts'

// The keys of a constant object are its words.
const ownWords = Object.keys(eventConfirmationLabels) as EventConfirmationKind[]
const at = (second: number) => new Date(Date.UTC(2026, 10, 23) + second * 1000).toISOString()
const own = (says: EventConfirmationKind, second = 1): AttendanceWord => ({
  id: `own-${second}`,
  at: at(second),
  party: 'advisor',
  says,
})
const mark = (says: (typeof markWords)[number], second = 1): AttendanceWord => ({
  id: `mark-${second}`,
  at: at(second),
  party: 'coordinator',
  says,
})

test('nothing is known of who has said nothing; who says that they go has not been there yet', () => {
  expect(attendanceOf([])).toEqual({ plans: null, wasThere: null, by: null, differs: false })
  expect(attendanceOf([own('going')])).toMatchObject({ plans: 'going', wasThere: null })
  expect(attendanceOf([own('going'), own('not-going', 2)])).toMatchObject({ plans: 'not-going' })
})

test('without a mark the person’s own word is enough', () => {
  expect(attendanceOf([own('going'), own('attended', 2)])).toMatchObject({ wasThere: true, by: 'advisor' })
  expect(attendanceOf([own('not-attended')])).toMatchObject({ wasThere: false, by: 'advisor' })
})

test('a coordinator’s mark prevails, whenever it was made, and that the person says otherwise is kept and told', () => {
  const marked = { wasThere: false, by: 'coordinator', differs: true }
  expect(attendanceOf([own('attended', 2), mark('absent', 1)])).toMatchObject(marked)
  expect(attendanceOf([own('attended', 1), mark('absent', 2)])).toMatchObject(marked)
  expect(attendanceOf([own('attended'), mark('present')])).toMatchObject({ wasThere: true, differs: false })
  expect(attendanceOf([mark('present')])).toMatchObject({ wasThere: true, by: 'coordinator' })
})

test('a mark that is taken back leaves the person’s own word', () => {
  const words = [own('attended', 1), mark('absent', 2), mark('unmarked', 3)]
  expect(attendanceOf(words)).toMatchObject({ wasThere: true, by: 'advisor', differs: false })
})

test('who filed the report on it says by that that they were there', () => {
  expect(attendanceOf([], true)).toMatchObject({ wasThere: true, by: 'advisor' })
  expect(attendanceOf([own('not-attended', 9)], true)).toMatchObject({ wasThere: true, by: 'advisor' })
  expect(attendanceOf([mark('absent')], true)).toMatchObject({ wasThere: false, differs: true })
})

test('attendance is the same in whatever order words are read, two of one moment too', () => {
  const anyWord = fc
    .record({
      id: fc.uuid(),
      at: fc.nat(3).map(at),
      says: fc.oneof(
        fc.constantFrom(...ownWords).map((says) => ({ party: 'advisor' as const, says })),
        fc.constantFrom(...markWords).map((says) => ({ party: 'coordinator' as const, says })),
      ),
    })
    .map(({ says, ...word }): AttendanceWord => ({ ...word, ...says }))
  fc.assert(
    fc.property(
      fc
        .uniqueArray(anyWord, { selector: ({ id }) => id })
        .chain((words) =>
          fc.tuple(fc.constant(words), fc.shuffledSubarray(words, { minLength: words.length })),
        ),
      ([words, shuffled]) => {
        expect(attendanceOf(shuffled)).toEqual(attendanceOf(words))
      },
    ),
  )
})

test('attendance is marked of whom the event concerns, once it has begun, and of no event that is cancelled', () => {
  const guest = { contracts: [{ starts: day('2026-01-01'), ends: null }], department: '09', stays: [] }
  const published = aPublishing({ day: '2026-11-23', starts: '10:00', ends: '11:00' })
  const life = eventLife([published])
  const off = eventLife([published, aCancelling(published)])
  if (!life || !off) throw new Error('both are published')
  const audience = { over: 'nation' } as const
  const refused = (now: string, over = { life, audience }, who = guest) =>
    refusalOfMark(over, who, new Date(now))
  expect(refused('2026-11-23T08:59:00Z')).toBe('event-not-begun')
  expect(refused('2026-11-23T09:00:00Z')).toBeUndefined()
  expect(refused('2026-11-23T12:00:00Z', { life: off, audience })).toBe('event-cancelled')
  expect(refused('2026-11-23T12:00:00Z', undefined, { ...guest, contracts: [] })).toBe('event-not-theirs')
})

test('the report on an event has one id for a person, whichever device files it, and another for another person', () => {
  const event = aCommunityEventId()
  expect(reportIdOnEvent(awasScope, event)).toBe(reportIdOnEvent(awasScope, event))
  expect(reportIdOnEvent(brunosScope, event)).not.toBe(reportIdOnEvent(awasScope, event))
  expect(reportIdOnEvent(awasScope, aCommunityEventId())).not.toBe(reportIdOnEvent(awasScope, event))
})

test('the report on an event is begun with its day, its minutes and what it was for', () => {
  expect(reportOnEvent(someDetails())).toEqual({
    kind: 'hors_accompagnement',
    activity: 'vie_de_la_communaute',
    date: '2026-12-01',
    minutes: 90,
    title: 'Parler d’intelligence artificielle à l’accueil',
    isFromAfar: true,
  })
  expect(reportOnEvent(someDetails({ place: 'Foix' }))).toMatchObject({ isFromAfar: false })
})

test('hours by month tell every month, those of none too', () => {
  const [september, november] = ['2026-09', '2026-11'].map((month) => calendarMonthSchema.parse(month))
  if (!september || !november) throw new Error('two months')
  const times = [
    { day: day('2026-09-30'), minutes: 90 },
    { day: day('2026-11-01'), minutes: 60 },
    { day: day('2026-11-30'), minutes: 15 },
    { day: day('2026-12-01'), minutes: 600 },
  ]
  expect(communityByMonth(times, { from: september, to: november })).toEqual([
    { month: '2026-09', minutes: 90 },
    { month: '2026-10', minutes: 0 },
    { month: '2026-11', minutes: 75 },
  ])
})

test('of several events, what nobody said counts apart: it is no absence', () => {
  const said = [true, true, false, null].map((wasThere) => ({ wasThere }))
  expect(countAttendances(said)).toEqual({ invited: 4, there: 2, notThere: 1, unknown: 1 })
  expect(countAttendances([])).toEqual({ invited: 0, there: 0, notThere: 0, unknown: 0 })
})
