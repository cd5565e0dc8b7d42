import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CommunityFact } from '../../../src/domain/community/community-fact.ts'
import { isConcerned } from '../../../src/domain/community/event-audience.ts'
import { eventLife, eventTimes } from '../../../src/domain/community/event-life.ts'
import { refusalOfCommunityFact } from '../../../src/domain/community/refuse-community-fact.ts'
import { aCancelling, aPublishing, someDetails } from '../../builders/a-community-event.ts'
import { aTeamId } from '../../builders/an-id.ts'
import { day } from '../../builders/a-post-fact.ts'

const today = day('2026-11-23')
const refused = (added: CommunityFact, ...facts: CommunityFact[]) =>
  refusalOfCommunityFact(facts, added, today)

test('an event is what was published last, cancelled from the fact that says so, and held after all once published again', () => {
  const first = aPublishing({ starts: '09:00' })
  const later = aPublishing({ starts: '10:00' }, first)
  const off = aCancelling(later, 'L’intervenante est malade.')
  const on = aPublishing({ starts: '14:00', ends: '15:00' }, off)
  expect(eventLife([])).toBeUndefined()
  expect(eventLife([first])).toMatchObject({ details: { starts: '09:00' }, cancelled: null, changes: 0 })
  expect(eventLife([first, later])).toMatchObject({
    details: { starts: '10:00' },
    last: later.id,
    changes: 1,
  })
  expect(eventLife([first, later, off])).toMatchObject({
    details: { starts: '10:00' },
    cancelled: 'L’intervenante est malade.',
  })
  expect(eventLife([first, later, off, on])).toMatchObject({ details: { starts: '14:00' }, cancelled: null })
})

test('an event is the same in whatever order its facts are read', () => {
  const chain = fc
    .array(fc.constantFrom('published', 'cancelled'), { minLength: 1, maxLength: 8 })
    .map((kinds) =>
      kinds.reduce<CommunityFact[]>((facts, kind, index) => {
        const before = facts.at(-1)
        const added =
          kind === 'published' || !before
            ? aPublishing({ title: `Titre ${index}` }, before)
            : aCancelling(before)
        return refusalOfCommunityFact(facts, added, today) === undefined ? [...facts, added] : facts
      }, []),
    )
  fc.assert(
    fc.property(
      chain.chain((facts) =>
        fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
      ),
      ([facts, shuffled]) => {
        expect(eventLife(shuffled)).toEqual(eventLife(facts))
        expect(eventLife(facts)?.last).toBe(facts.at(-1)?.id)
      },
    ),
  )
})

test.each([
  ['event-ends-first', { starts: '11:00', ends: '10:00' }],
  ['event-ends-first', { starts: '11:00', ends: '11:00' }],
  ['event-too-short', { starts: '11:00', ends: '11:10' }],
  ['event-too-long', { starts: '07:00', ends: '19:01' }],
  ['event-day-unlikely', { day: '2026-09-20' }],
  ['event-day-unlikely', { day: '2062-12-01' }],
  ['event-nowhere', { place: '', link: '' }],
  ['event-link-not-https', { link: 'http://visio.example/x' }],
  ['event-link-not-https', { link: 'javascript:alert(1)' }],
  ['event-link-not-https', { link: 'https://user:secret@visio.example/' }],
  ['event-link-not-https', { link: 'https://visio.example/a b' }],
] as const)('%s: %o', (code, fields) => {
  expect(refused(aPublishing(fields))).toBe(code)
})

test.each([
  { starts: '07:00', ends: '19:00' },
  { day: '2026-09-25' },
  { place: 'Préfecture, Foix', link: '' },
  { link: 'https://visio.example/salle?code=1@2' },
])('taken: %o', (fields) => {
  expect(refused(aPublishing(fields))).toBeUndefined()
})

test('what is said of an event is said of what was last said: of two who correct it at once, one is told', () => {
  const first = aPublishing()
  const mine = aPublishing({ title: 'Le mien' }, first)
  const yours = aPublishing({ title: 'Le vôtre' }, first)
  expect(refused(mine, first)).toBeUndefined()
  expect(refused(yours, first, mine)).toBe('fact-replaced')
  expect(refused(aPublishing(), first)).toBe('fact-replaced')
  expect(refused(aCancelling(first))).toBe('fact-replaced')
  const off = aCancelling(first)
  expect(refused(aCancelling(off), first, off)).toBe('event-cancelled')
})

test('hours are those of clocks in France, in winter, in summer and in the nights that change', () => {
  const at = (on: string, starts: string, ends: string) => {
    const times = eventTimes(someDetails({ day: on, starts, ends }))
    return [times.begins, times.ends].map((instant) => new Date(instant).toISOString().slice(0, 16))
  }
  expect(at('2026-12-01', '10:00', '11:30')).toEqual(['2026-12-01T09:00', '2026-12-01T10:30'])
  expect(at('2026-07-01', '00:30', '11:30')).toEqual(['2026-06-30T22:30', '2026-07-01T09:30'])
  // Two o'clock doesn't come on the one night, and comes twice on the other.
  expect(at('2027-03-28', '01:59', '03:00')).toEqual(['2027-03-28T00:59', '2027-03-28T01:00'])
  expect(at('2027-03-28', '02:30', '03:30')).toEqual(['2027-03-28T01:30', '2027-03-28T01:30'])
  expect(at('2026-10-25', '01:30', '03:00')).toEqual(['2026-10-24T23:30', '2026-10-25T02:00'])
  expect(at('2026-10-25', '02:30', '03:00')).toEqual(['2026-10-25T00:30', '2026-10-25T02:00'])
})

test('an event concerns who is under contract on its day, and of its department or team then', () => {
  const [team, other] = [aTeamId(), aTeamId()]
  const guest = {
    contracts: [{ starts: day('2026-01-01'), ends: day('2026-11-30') }],
    department: '09',
    stays: [{ team, joins: day('2026-03-01'), leaves: day('2026-10-31') }],
  }
  const concerned = (audience: Parameters<typeof isConcerned>[1], on: string) =>
    isConcerned(guest, audience, day(on))
  expect(concerned({ over: 'nation' }, '2026-11-30')).toBe(true)
  expect(concerned({ over: 'nation' }, '2026-12-01')).toBe(false)
  expect(concerned({ over: 'department', department: '09' }, '2026-01-01')).toBe(true)
  expect(concerned({ over: 'department', department: '31' }, '2026-01-01')).toBe(false)
  expect(concerned({ over: 'team', team }, '2026-10-31')).toBe(true)
  expect(concerned({ over: 'team', team }, '2026-11-01')).toBe(false)
  expect(concerned({ over: 'team', team }, '2026-02-28')).toBe(false)
  expect(concerned({ over: 'team', team: other }, '2026-10-31')).toBe(false)
})
