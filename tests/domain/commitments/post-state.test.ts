import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type CalendarDay } from '../../../src/domain/calendar-day.ts'
import type { PostFact } from '../../../src/domain/commitments/post-fact.ts'
import { overlap, postLife } from '../../../src/domain/commitments/post-life.ts'
import { postStandingAt, postStateAt, waitingOffering } from '../../../src/domain/commitments/post-state.ts'
import { recruitmentClock } from '../../../src/domain/commitments/recruitment-clock.ts'
import { refusalOfPostFact } from '../../../src/domain/commitments/refuse-post-fact.ts'
import {
  aContract,
  anAcceptance,
  anOffer,
  aRefusal,
  aDeparture,
  aNotification,
  aReturn,
  aTransfer,
  aWithdrawal,
  awasScope,
  awasScopeThere,
  brunosScope,
  day,
  faraway,
  ours,
  theirs,
} from '../../builders/a-post-fact.ts'

const stateOn = (facts: readonly PostFact[], on: string) => postStateAt(postLife(facts), day(on)).state

test('a post is vacant from its notification, occupied by a contract, and vacant again the day after its end', () => {
  const facts = [aNotification('2026-01-05'), aContract('2026-03-02', '2026-08-31')]
  expect(
    ['2026-01-04', '2026-01-05', '2026-03-01', '2026-03-02', '2026-08-31', '2026-09-01'].map((on) => [
      on,
      stateOn(facts, on),
    ]),
  ).toEqual([
    ['2026-01-04', 'not-yet'],
    ['2026-01-05', 'vacant'],
    ['2026-03-01', 'vacant'],
    ['2026-03-02', 'occupied'],
    ['2026-08-31', 'occupied'],
    ['2026-09-01', 'vacant'],
  ])
  expect(postStateAt(postLife(facts), day('2026-10-01'))).toMatchObject({ since: '2026-09-01' })
})

test('a renewal without a day between changes nothing but the end', () => {
  const facts = [
    aNotification(),
    aContract('2026-02-01', '2026-06-30'),
    aContract('2026-07-01', '2026-12-31'),
  ]
  expect(postStateAt(postLife(facts), day('2026-08-01'))).toMatchObject({
    state: 'occupied',
    since: '2026-02-01',
  })
})

test('a departure ends the contract at its day, and undoes what had been agreed for later', () => {
  const facts = [
    aNotification(),
    aContract('2026-02-01', '2026-06-30'),
    aContract('2026-07-01', '2026-12-31'),
    aDeparture('2026-05-15'),
  ]
  expect([stateOn(facts, '2026-05-15'), stateOn(facts, '2026-05-16'), stateOn(facts, '2026-07-02')]).toEqual([
    'occupied',
    'vacant',
    'vacant',
  ])
})

test('who comes back after a departure occupies the post again', () => {
  const facts = [
    aNotification(),
    aContract('2026-02-01', null),
    aDeparture('2026-05-15'),
    aContract('2026-09-01', null),
  ]
  expect([stateOn(facts, '2026-06-01'), stateOn(facts, '2026-09-01')]).toEqual(['vacant', 'occupied'])
})

test('a departure that is taken back leaves the contracts as they were', () => {
  const departure = aDeparture('2026-05-15')
  const facts = [aNotification(), aContract('2026-02-01', '2026-06-30'), departure]
  expect(stateOn([...facts, aWithdrawal(departure)], '2026-06-30')).toBe('occupied')
})

test('a correction stands in place of what it corrects', () => {
  const contract = aContract('2026-02-01', '2026-06-30')
  const corrected = aContract('2026-02-01', '2026-09-30', {}, contract)
  expect(stateOn([aNotification(), contract, corrected], '2026-08-01')).toBe('occupied')
})

test('a transfer keeps both histories: one has transferred it, the other holds it', () => {
  const facts = [
    aNotification(),
    aContract('2026-02-01', '2026-06-30'),
    aTransfer('2026-07-10'),
    aContract('2026-09-01', null, { structure: theirs, scope: awasScopeThere }),
  ]
  const life = postLife(facts)
  expect(postStandingAt(life, ours, day('2026-05-01'))).toMatchObject({ state: 'occupied' })
  expect(postStandingAt(life, ours, day('2026-10-01'))).toEqual({ state: 'transferred', since: '2026-07-10' })
  expect(postStandingAt(life, theirs, day('2026-07-09'))).toBeUndefined()
  expect(postStandingAt(life, theirs, day('2026-08-01'))).toMatchObject({
    state: 'vacant',
    since: '2026-07-10',
  })
  expect(postStandingAt(life, theirs, day('2026-10-01'))).toMatchObject({ state: 'occupied' })
})

test('a post that is given back is neither occupied nor vacant any more', () => {
  const facts = [aNotification(), aReturn('2026-07-10')]
  expect([stateOn(facts, '2026-07-09'), stateOn(facts, '2026-07-10')]).toEqual(['vacant', 'returned'])
})

test('what is offered leaves the post vacant until it is accepted, and fills it from its first day then', () => {
  const offered = anOffer('2026-03-02', '2026-08-31')
  const facts = [aNotification('2026-01-05'), offered]
  const days = ['2026-03-01', '2026-03-02', '2026-08-31']
  expect(days.map((on) => stateOn(facts, on))).toEqual(['vacant', 'vacant', 'vacant'])
  const accepted = [...facts, anAcceptance(offered)]
  expect(days.map((on) => stateOn(accepted, on))).toEqual(['vacant', 'occupied', 'occupied'])
  expect(postLife(accepted).offerings).toEqual([])
})

test('a correction of what is offered is what is accepted; what is refused or taken back is offered no more', () => {
  const offered = anOffer('2026-03-02', '2026-08-31')
  const corrected = anOffer('2026-03-09', '2026-09-30', { offer: offered.offer }, offered)
  const facts = [aNotification('2026-01-05'), offered, corrected]
  expect(postLife(facts).offerings).toMatchObject([{ from: '2026-03-09', until: '2026-09-30' }])
  for (const over of [aRefusal(corrected), aWithdrawal(corrected)])
    expect(postLife([...facts, over]).offerings).toEqual([])
})

test('what is offered lapses once the structure doesn’t hold the post on its days, and stands again if it does', () => {
  const offered = anOffer('2026-03-02', '2026-08-31')
  const transfer = aTransfer('2026-06-01')
  const facts = [aNotification('2026-01-05'), offered, transfer]
  expect(postLife(facts).offerings).toEqual([])
  expect(postLife([...facts, aWithdrawal(transfer)]).offerings).toMatchObject([{ offered }])
  expect(postLife([aNotification('2026-01-05'), offered, aReturn('2026-06-01')]).offerings).toEqual([])
})

/** Any facts, those that nobody would accept too: corrections of what isn't there, departures before contracts. */
const dayOf = (n: number): CalendarDay => addDays(day('2026-01-01'), n)
const days = fc.integer({ min: 0, max: 500 })
const scopes = fc.constantFrom(awasScope, brunosScope)
const structures = fc.constantFrom(ours, theirs)
const anyFact: fc.Arbitrary<PostFact> = fc.oneof(
  days.map((n) => aNotification(dayOf(n))),
  fc
    .tuple(days, fc.option(days), scopes, structures)
    .map(([from, length, scope, structure]) =>
      aContract(dayOf(from), length === null ? null : dayOf(from + length), { scope, structure }),
    ),
  fc
    .tuple(days, fc.option(days), structures)
    .map(([from, length, structure]) =>
      anOffer(dayOf(from), length === null ? null : dayOf(from + length), { structure }),
    ),
  fc.tuple(days, scopes, structures).map(([n, scope, structure]) => aDeparture(dayOf(n), scope, structure)),
  fc.tuple(days, structures).map(([n, structure]) => aTransfer(dayOf(n), structure)),
  days.map((n) => aReturn(dayOf(n))),
)
/** What becomes of a fact: taken back; of an offer also refused, corrected, or accepted. */
const outcomes = [aWithdrawal, declined, moved, accepted]

function declined(fact: PostFact): PostFact {
  return fact.kind === 'offered' ? aRefusal(fact) : aWithdrawal(fact)
}

function moved(fact: PostFact): PostFact {
  if (fact.kind !== 'offered') return aWithdrawal(fact)
  const { offer, structure } = fact
  return anOffer(addDays(fact.day, 7), null, { offer, structure }, fact)
}

function accepted(fact: PostFact): PostFact {
  return fact.kind === 'offered' ? anAcceptance(fact) : aWithdrawal(fact)
}

const anyFacts = fc
  .tuple(
    fc.array(anyFact, { maxLength: 12 }),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(...outcomes)), { maxLength: 4 }),
  )
  .map(([facts, said]) => [
    ...facts,
    ...said.flatMap(([index, outcome]) => {
      const fact = facts[index % Math.max(facts.length, 1)]
      return fact ? [outcome(fact)] : []
    }),
  ])

test('whatever the order in which facts arrive, the state at a day is the same', () => {
  fc.assert(
    fc.property(anyFacts, days, fc.infiniteStream(fc.nat()), (facts, n, random) => {
      const shuffled = facts
        .map((fact) => ({ fact, key: random.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ fact }) => fact)
      expect(postLife(shuffled)).toEqual(postLife(facts))
      expect(postStateAt(postLife(shuffled), dayOf(n))).toEqual(postStateAt(postLife(facts), dayOf(n)))
      expect(recruitmentClock(postLife(shuffled), ours, dayOf(n))).toEqual(
        recruitmentClock(postLife(facts), ours, dayOf(n)),
      )
    }),
  )
})

test('whatever is said, nobody is in a post by what is only offered, and the clock stands while it waits', () => {
  fc.assert(
    fc.property(anyFacts, days, (facts, n) => {
      const life = postLife(facts)
      const agreed = facts.filter(({ kind }) => kind !== 'offered')
      expect(postStateAt(life, dayOf(n)).state).toBe(postStateAt(postLife(agreed), dayOf(n)).state)
      const clock = recruitmentClock(life, ours, dayOf(n))
      const waits = waitingOffering(life, ours, dayOf(n)) !== undefined
      expect(waits && clock?.runs).not.toBe(true)
    }),
  )
})

test('whatever is said, what isn’t refused never fills a post twice, nor where it isn’t held', () => {
  let accepted = 0
  const around = { today: dayOf(0), departments: new Map([ours, theirs].map((id) => [id, '09'])) }
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 15 }), (tried) => {
      let facts: PostFact[] = [aNotification(dayOf(0))]
      for (const fact of [...tried, ...tried.flatMap(acceptedOffers)]) {
        if (refusalOfPostFact(facts, fact, around) !== undefined) continue
        facts = [...facts, fact]
        accepted += 1
      }
      const { fillings, holdings, offerings } = postLife(facts)
      const taken = [...fillings, ...offerings]
      expect(
        taken.filter((one, index) => taken.slice(index + 1).some((other) => overlap(one, other))),
      ).toEqual([])
      for (const filling of fillings) {
        expect(holdings.some((one) => one.structure === filling.structure && overlap(one, filling))).toBe(
          true,
        )
      }
    }),
  )
  expect(accepted).toBeGreaterThan(100)
})

function acceptedOffers(fact: PostFact): PostFact[] {
  return fact.kind === 'offered' ? [anAcceptance(fact, { scope: brunosScope })] : []
}

test('what is offered, and answers to it, are refused by their own codes', () => {
  const around = {
    today: day('2026-05-01'),
    departments: new Map([
      [ours, '09'],
      [theirs, '09'],
    ]),
  }
  const notified = aNotification()
  const offered = anOffer('2026-02-01', '2026-06-30')
  const known = [notified, offered]
  const lapsed = [...known, aTransfer('2026-04-01')]
  const refused = (facts: PostFact[], fact: PostFact, today = '2026-05-01') =>
    refusalOfPostFact(facts, fact, { ...around, today: day(today) })
  expect({
    accepted: refused(known, anAcceptance(offered)),
    declined: refused(known, aRefusal(offered)),
    lateButInTime: refused(known, anAcceptance(offered), '2026-09-28'),
    tooLate: refused(known, anAcceptance(offered), '2026-09-29'),
    saidTooLate: refused([notified], anOffer('2026-01-06', '2026-01-30')),
    backwards: refused([notified], anOffer('2026-03-02', '2026-03-01')),
    before: refused([notified], anOffer('2026-01-04', null)),
    besideAnother: refused(known, anOffer('2026-06-30', null)),
    besideAContract: refused([notified, aContract('2026-02-01', null)], anOffer('2026-06-30', null)),
    contractBesideIt: refused(known, aContract('2026-06-30', null)),
    transferred: refused(known, aTransfer('2026-04-01')),
    lapsed: refused(lapsed, anAcceptance(offered)),
    again: refused([...known, anAcceptance(offered)], anAcceptance(offered)),
    afterRefusal: refused([...known, aRefusal(offered)], anAcceptance(offered)),
    afterWithdrawal: refused([...known, aWithdrawal(offered)], anAcceptance(offered)),
    ofNothing: refused(known, { ...aRefusal(offered), replaces: null }),
    ofAContract: refused([notified, aContract('2026-02-01', null)], aRefusal(offered)),
  }).toEqual({
    accepted: undefined,
    declined: undefined,
    lateButInTime: undefined,
    tooLate: 'offer-over',
    saidTooLate: 'offer-over',
    backwards: 'contract-ends-before-start',
    before: 'post-not-held',
    besideAnother: 'post-filled-twice',
    besideAContract: 'post-filled-twice',
    contractBesideIt: 'post-filled-twice',
    transferred: undefined,
    lapsed: 'post-not-held',
    again: 'fact-replaced',
    afterRefusal: 'fact-replaced',
    afterWithdrawal: 'fact-replaced',
    ofNothing: 'fact-replaced',
    ofAContract: 'fact-replaced',
  })
})

test('each thing that can’t be is refused by its own code', () => {
  const around = {
    today: day('2026-05-01'),
    departments: new Map([
      [ours, '09'],
      [theirs, '09'],
      [faraway, '31'],
    ]),
  }
  const notified = aNotification()
  const awas = aContract('2026-02-01', '2026-06-30')
  const left = aDeparture('2026-05-15')
  const known = [notified, awas]
  const successor = aContract('2026-06-01', null, { scope: brunosScope })
  const refused = (facts: PostFact[], fact: PostFact) => refusalOfPostFact(facts, fact, around)
  expect({
    twice: refused(known, aContract('2026-06-30', null, { scope: brunosScope })),
    backwards: refused([notified], aContract('2026-03-02', '2026-03-01')),
    before: refused([notified], aContract('2026-01-04', null)),
    faraway: refused([notified], aTransfer('2026-04-01', faraway)),
    filled: refused(known, aTransfer('2026-06-30')),
    taken: refused(known, aReturn('2026-04-01')),
    absent: refused(known, aDeparture('2026-05-15', brunosScope)),
    undone: refused([...known, left], aWithdrawal(left)),
    tooLate: refusalOfPostFact([...known, left], aWithdrawal(left), { ...around, today: day('2026-05-16') }),
    succeeded: refused([...known, left, successor], aWithdrawal(left)),
    again: refused([...known, left, aWithdrawal(left)], aWithdrawal(left)),
  }).toEqual({
    twice: 'post-filled-twice',
    backwards: 'contract-ends-before-start',
    before: 'post-not-held',
    faraway: 'other-department',
    filled: 'post-still-filled',
    taken: 'post-still-filled',
    absent: 'not-in-post',
    undone: undefined,
    tooLate: 'departure-past',
    succeeded: 'successor-in-place',
    again: 'fact-replaced',
  })
})
