import { expect, test } from 'vitest'
import { boardRow } from '../../../src/domain/commitments/board-row.ts'
import { recruit } from '../../../src/domain/commitments/evidence/recruit.ts'
import { calendarOfEnds } from '../../../src/domain/commitments/calendar-of-ends.ts'
import { comingEnds } from '../../../src/domain/commitments/coming-ends.ts'
import { conventionEnd, isConventionLength } from '../../../src/domain/commitments/convention-months.ts'
import { postLife } from '../../../src/domain/commitments/post-life.ts'
import { recruitmentClock } from '../../../src/domain/commitments/recruitment-clock.ts'
import type { PostFact } from '../../../src/domain/commitments/post-fact.ts'
import { addDays } from '../../../src/domain/calendar-day.ts'
import {
  aContract,
  anAcceptance,
  anOffer,
  aRefusal,
  aConvention,
  aDeparture,
  aNotification,
  aTransfer,
  awasScope,
  day,
  ours,
  theirs,
} from '../../builders/a-post-fact.ts'
import { commitmentFacts } from '../../builders/commitment-facts.ts'

const clockOn = (facts: readonly PostFact[], on: string, structure = ours) =>
  recruitmentClock(postLife(facts), structure, day(on))

test('the clock warns at one, two, three and six months, and says which comes next', () => {
  const facts = [aNotification('2026-01-31')]
  const read = ['2026-02-27', '2026-02-28', '2026-03-31', '2026-04-30', '2026-07-31'].map((on) => {
    const clock = clockOn(facts, on)
    return clock?.runs && [clock.warning?.months, clock.warning?.tone, clock.next?.day]
  })
  expect(read).toEqual([
    [undefined, undefined, '2026-02-28'],
    [1, 'remind', '2026-03-31'],
    [2, 'remind', '2026-04-30'],
    [3, 'late', '2026-07-31'],
    [6, 'late', undefined],
  ])
})

test('an additional post is late from six months on, not from three', () => {
  const facts = [aNotification('2026-01-31', { isAdditional: true })]
  const tones = ['2026-04-30', '2026-07-31'].map((on) => {
    const clock = clockOn(facts, on)
    return clock?.runs && clock.warning?.tone
  })
  expect(tones).toEqual(['remind', 'late'])
})

test('the clock runs since the notification, the transfer or the departure', () => {
  const left = [aNotification('2026-01-05'), aContract('2026-02-01', null), aDeparture('2026-05-15')]
  expect(clockOn([aNotification('2026-01-05')], '2026-02-01')).toMatchObject({
    since: '2026-01-05',
    why: 'notification',
    days: 27,
  })
  expect(clockOn(left, '2026-06-01')).toMatchObject({ since: '2026-05-16', why: 'departure' })
  expect(clockOn([...left, aTransfer('2026-06-10')], '2026-07-01', theirs)).toMatchObject({
    since: '2026-06-10',
    why: 'transfer',
  })
})

test('the clock stops with the contract, even before its first day, and has nothing to say of an occupied post', () => {
  const facts = [aNotification('2026-01-05'), aContract('2026-04-01', null)]
  expect(clockOn(facts, '2026-03-15')).toEqual({ runs: false, starts: '2026-04-01' })
  expect(clockOn(facts, '2026-04-01')).toBeUndefined()
})

test('the clock stands while a contract waits to be accepted, and runs on since before if it ends or is refused', () => {
  const offered = anOffer('2026-04-01', '2026-09-30')
  const facts = [aNotification('2026-01-05'), offered]
  for (const on of ['2026-03-15', '2026-04-01', '2026-09-30'])
    expect(clockOn(facts, on)).toEqual({ runs: false, starts: '2026-04-01', offered })
  expect(clockOn(facts, '2026-10-01')).toMatchObject({ runs: true, since: '2026-01-05' })
  expect(clockOn([...facts, aRefusal(offered)], '2026-04-02')).toMatchObject({
    runs: true,
    since: '2026-01-05',
  })
  const accepted = [...facts, anAcceptance(offered)]
  expect(clockOn(accepted, '2026-03-15')).toEqual({ runs: false, starts: '2026-04-01', offered: undefined })
  expect(clockOn(accepted, '2026-10-01')).toMatchObject({ runs: true, since: '2026-10-01' })
})

test('recruiting is kept while a signed contract is to come, and to do once its first day passes unaccepted', () => {
  const life = postLife([aNotification('2026-01-05'), anOffer('2026-04-01', null)])
  const judgedOn = (today: string) =>
    recruit.judge(commitmentFacts({ today: day(today), posts: [{ reference: '09-0001', life }] }))
  expect(judgedOn('2026-03-31')).toMatchObject({ status: 'kept', next: null })
  expect(judgedOn('2026-04-01')).toMatchObject({ status: 'to-do', next: { page: 'recruitment' } })
  expect(judgedOn('2026-04-01').evidence[0]?.words).toContain('pas encore acceptée')
})

test('a board tells a vacant post with a contract that waits from one that nobody was found for', () => {
  const offered = anOffer('2026-04-01', null)
  const rowOf = (facts: readonly PostFact[], on: string) => boardRow(postLife(facts), day(on))
  const facts = [aNotification('2026-01-05'), offered]
  expect(rowOf(facts, '2026-05-01')).toMatchObject({ state: 'vacant', awaitsAcceptance: true })
  expect(rowOf([...facts, anAcceptance(offered)], '2026-05-01')).toMatchObject({
    state: 'occupied',
    awaitsAcceptance: false,
  })
})

test('ends are told at six, three and one months, and not once something follows', () => {
  const facts = [aNotification('2026-01-05'), aContract('2026-02-01', '2026-12-31')]
  const within = ['2026-06-29', '2026-06-30', '2026-09-30', '2026-11-30', '2026-12-31'].map(
    (on) => comingEnds(postLife(facts), ours, day(on))[0]?.withinMonths,
  )
  expect(within).toEqual([undefined, 6, 3, 1, 1])
  const renewed = [...facts, aContract('2027-01-01', null)]
  expect(comingEnds(postLife(renewed), ours, day('2026-12-01'))).toEqual([])
})

test('the end of an agreement is told as that of a contract, to who holds the post', () => {
  const facts = [aNotification('2026-01-05'), aConvention('2026-01-05', '2027-12-31')]
  expect(comingEnds(postLife(facts), ours, day('2027-11-01'))).toEqual([
    { what: 'convention', ends: '2027-12-31', scope: undefined, withinMonths: 3 },
  ])
  expect(comingEnds(postLife(facts), theirs, day('2027-11-01'))).toEqual([])
})

test('an agreement lasts from 18 to 36 months', () => {
  const starts = day('2026-03-01')
  const ends = [18, 36].map((months) => conventionEnd(starts, months))
  expect(ends).toEqual(['2027-08-31', '2029-02-28'])
  expect([
    isConventionLength(starts, addDays(day('2027-08-31'), -1)),
    isConventionLength(starts, day('2027-08-31')),
    isConventionLength(starts, day('2029-02-28')),
    isConventionLength(starts, day('2029-03-01')),
  ]).toEqual([false, true, true, false])
})

test('a calendar has each end on its day, with its three reminders, under an identity that stays', () => {
  const end = { uid: `contract-${awasScope}`, day: day('2026-12-31'), title: 'Fin du contrat de Awa' }
  const text = calendarOfEnds([end], new Date('2026-11-23T10:00:00Z')).replaceAll('\r\n ', '')
  expect(text).toContain(`UID:contract-${awasScope}@espace-coop`)
  expect(text).toContain('DTSTART;VALUE=DATE:20261231')
  expect(text).toContain('DTEND;VALUE=DATE:20270101')
  // From midnight of the day back to eight in the morning of 30 June, 30 September and 30 November.
  expect([...text.matchAll(/TRIGGER:(.*)\r/g)].map(([, trigger]) => trigger)).toEqual([
    '-P183DT16H',
    '-P91DT16H',
    '-P30DT16H',
  ])
})
