import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../../src/domain/calendar-day.ts'
import {
  kitFactsOfKind,
  type KitFact,
  type KitFactOf,
} from '../../../../src/domain/commitments/kit/kit-fact.ts'
import {
  clothingOn,
  heldBy,
  loanStateOn,
  missingSince,
} from '../../../../src/domain/commitments/kit/kit-standing.ts'
import { refusalOfKitFact } from '../../../../src/domain/commitments/kit/refuse-kit-fact.ts'
import { sizeOn, structureKit } from '../../../../src/domain/commitments/kit/structure-kit.ts'
import { aHandOver, anAskedOutfit, anItem, aSize, aTakingBack, aTold } from '../../../builders/a-kit-fact.ts'
import { awasScope, brunosScope, day } from '../../../builders/a-post-fact.ts'

const awa = { scope: awasScope, since: day('2026-01-05') }
const bruno = { scope: brunosScope, since: day('2026-01-05') }
const contracts = [{ starts: day('2026-01-05'), ends: null }]
const today = day('2026-11-23')

function statesOf(facts: readonly KitFact[], ...days: string[]) {
  const [loan] = structureKit(facts).loans
  return days.map((on) => loan && loanStateOn(loan, day(on)))
}

test('what is handed over is to be confirmed, held, and back once both have said so', () => {
  const handed = aHandOver('2026-02-02')
  const facts = [
    handed,
    aTold('received', handed, '2026-02-04'),
    aTold('back', handed, '2026-06-01', { party: 'advisor' }),
    aTold('back', handed, '2026-06-03'),
  ]
  expect(statesOf(facts, '2026-02-01', '2026-02-02', '2026-02-04', '2026-06-01', '2026-06-03')).toEqual([
    'not-yet',
    'to-confirm',
    'held',
    'back-to-confirm',
    'back',
  ])
})

test('a thing out of order is missing from that day, until it is repaired', () => {
  const handed = aHandOver('2026-02-02')
  const broken = [
    handed,
    aTold('received', handed, '2026-02-02'),
    aTold('out-of-order', handed, '2026-03-10'),
  ]
  expect(statesOf(broken, '2026-03-09', '2026-03-10')).toEqual(['held', 'out-of-order'])
  expect(missingSince(structureKit(broken), awa, 'ordinateur', day('2026-03-20'))).toBe('2026-03-10')
  const repaired = structureKit([...broken, aTold('repaired', handed, '2026-03-15')])
  expect(missingSince(repaired, awa, 'ordinateur', day('2026-03-20'))).toBeUndefined()
  expect(missingSince(repaired, awa, 'ordinateur', day('2026-03-12'))).toBe('2026-03-10')
})

test('what was never handed over has been missing since the contract began', () => {
  const kit = structureKit([aHandOver('2026-02-02')])
  expect(missingSince(kit, awa, 'telephone', today)).toBe('2026-01-05')
  expect(missingSince(kit, bruno, 'ordinateur', today)).toBe('2026-01-05')
})

test('what another was handed over instead of is to bring back, and the other one is in use', () => {
  const old = aHandOver('2026-02-02')
  const kit = structureKit([old, aHandOver('2026-05-04', { label: 'PC-30', instead: old.item })])
  expect(heldBy(kit, awasScope, today).map((loan) => [loan.label, loanStateOn(loan, today)])).toEqual([
    ['PC-12', 'replaced'],
    ['PC-30', 'to-confirm'],
  ])
  expect(missingSince(kit, awa, 'ordinateur', today)).toBeUndefined()
})

test('the same computer passes from one person to another, each with their own days', () => {
  const item = anItem()
  const toAwa = aHandOver('2026-02-02', { item })
  const toBruno = aHandOver('2026-06-03', { item, scope: brunosScope, wear: 'bon' })
  const kit = structureKit([toAwa, aTold('back', toAwa, '2026-06-03'), toBruno])
  expect(heldBy(kit, awasScope, day('2026-06-02'))).toHaveLength(1)
  expect(heldBy(kit, awasScope, day('2026-06-03'))).toHaveLength(0)
  expect(heldBy(kit, brunosScope, day('2026-06-03'))).toHaveLength(1)
})

test('an outfit is asked for, shipped and received; a lost one is missing from the day it is said', () => {
  const asked = anAskedOutfit('2026-01-12')
  const facts: KitFact[] = [
    asked,
    aTold('outfit-shipped', asked, '2026-02-02'),
    aTold('outfit-received', asked, '2026-02-09'),
    anAskedOutfit('2026-09-07', { reason: 'perdue' }),
  ]
  const on = (text: string) => clothingOn(structureKit(facts), awa, day(text))
  expect(
    ['2026-01-11', '2026-01-12', '2026-02-02', '2026-02-09', '2026-09-07'].map((d) => on(d).state),
  ).toEqual(['not-asked', 'asked', 'shipped', 'received', 'asked'])
  expect(on('2026-02-08').missingSince).toBe('2026-01-05')
  expect(on('2026-09-06').missingSince).toBeUndefined()
  expect(on('2026-09-30').missingSince).toBe('2026-09-07')
})

test('a worn outfit is worn until the new one arrives', () => {
  const first = anAskedOutfit('2026-01-12')
  const facts = [
    first,
    aTold('outfit-received', first, '2026-02-09'),
    anAskedOutfit('2026-09-07', { reason: 'usee' }),
  ]
  expect(clothingOn(structureKit(facts), awa, today)).toMatchObject({
    state: 'asked',
    missingSince: undefined,
  })
})

test('the last size said stands, for the person who said it alone', () => {
  const facts = [aSize('2026-01-06', 'M'), aSize('2026-03-02', 'L')]
  expect([sizeOn(facts, awasScope, day('2026-02-01')), sizeOn(facts, awasScope, today)]).toEqual(['M', 'L'])
  expect(sizeOn(facts, brunosScope, today)).toBeUndefined()
})

const refused = (facts: readonly KitFact[], added: KitFact) =>
  refusalOfKitFact(facts, added, { today, contracts })

test('one computer isn’t with two people, whether it is known by its id or by its serial number', () => {
  const handed = aHandOver('2026-02-02', { serial: 'AB-1234' })
  const same = aHandOver('2026-03-02', { item: handed.item, scope: brunosScope })
  const typedAgain = aHandOver('2026-03-02', { serial: 'ab 1234', scope: brunosScope })
  expect([refused([handed], same), refused([handed], typedAgain)]).toEqual(['kit-item-held', 'kit-item-held'])
  const back = aTold('back', handed, '2026-03-02')
  expect([refused([handed, back], same), refused([handed, back], typedAgain)]).toEqual([undefined, undefined])
})

test('nobody confirms what was handed over to somebody else, nor twice what was handed over to them', () => {
  const handed = aHandOver('2026-02-02')
  const received = aTold('received', handed, '2026-02-03')
  expect(refused([handed], aTold('received', handed, '2026-02-03', { scope: brunosScope }))).toBe(
    'kit-item-unknown',
  )
  expect(refused([handed, received], aTold('received', handed, '2026-02-05'))).toBe('kit-already-said')
})

test('a return is said once by each of the two', () => {
  const handed = aHandOver('2026-02-02')
  const back = aTold('back', handed, '2026-06-01')
  expect(refused([handed, back], aTold('back', handed, '2026-06-02'))).toBe('kit-already-said')
  expect(refused([handed, back], aTold('back', handed, '2026-06-02', { party: 'advisor' }))).toBeUndefined()
})

test('a thing that its advisor gave back may be found broken since, and its hand-over isn’t taken back before that', () => {
  const handed = aHandOver('2026-02-02')
  const back = aTold('back', handed, '2026-06-01', { party: 'advisor' })
  const broken = aTold('out-of-order', handed, '2026-06-02')
  expect([refused([handed, back], broken), refused([handed, broken], back)]).toEqual([undefined, undefined])
  expect(statesOf([handed, broken, back], '2026-06-03')).toEqual(['back-to-confirm'])
  expect(refused([handed, broken, back], aTakingBack(handed))).toBe('kit-facts-follow')
})

test('days that can’t be are refused', () => {
  const handed = aHandOver('2026-02-02')
  expect({
    ahead: refused([], aHandOver('2026-11-24')),
    before: refused([], aHandOver('2026-01-04')),
    receivedBefore: refused([handed], aTold('received', handed, '2026-02-01')),
    brokenAfter: refused(
      [handed, aTold('back', handed, '2026-06-01')],
      aTold('out-of-order', handed, '2026-06-02'),
    ),
  }).toEqual({
    ahead: 'kit-day-ahead',
    before: 'kit-outside-contract',
    receivedBefore: 'kit-wrong-day',
    brokenAfter: 'kit-wrong-day',
  })
})

test('an outfit is asked for with a size, until the last day of the contract', () => {
  const asked = anAskedOutfit('2026-11-02')
  expect([refused([], asked), refused([aSize('2026-10-01')], asked)]).toEqual(['kit-size-missing', undefined])
  const ended = [{ starts: day('2026-01-05'), ends: day('2026-10-31') }]
  expect(refusalOfKitFact([aSize('2026-10-01')], asked, { today, contracts: ended })).toBe(
    'kit-outside-contract',
  )
})

test('what others depend on is taken back last, and nobody takes back what the other one said', () => {
  const handed = aHandOver('2026-02-02')
  const received = aTold('received', handed, '2026-02-03')
  const back = aTold('back', handed, '2026-06-01')
  expect(refused([handed, received, back], aTakingBack(handed))).toBe('kit-facts-follow')
  expect(refused([handed, received], { ...aTakingBack(received), party: 'structure' })).toBe('fact-replaced')
  const taken = aTakingBack(back)
  expect(refused([handed, received, back], taken)).toBeUndefined()
  expect(refused([handed, received, back, taken], aTakingBack(handed))).toBeUndefined()
})

/** The same hand-over, as it should have been said. */
function corrected(handed: KitFactOf<'handed'>, fields: Partial<KitFactOf<'handed'>>): KitFactOf<'handed'> {
  const { id, item, scope } = handed
  return aHandOver(handed.day, { item, scope, replaces: id, ...fields })
}

test('a hand-over that is corrected is confirmed again, and what it said before is kept', () => {
  const handed = aHandOver('2026-02-02', { serial: 'AB-1' })
  const received = aTold('received', handed, '2026-02-03', { confirms: handed.id })
  const right = corrected(handed, { serial: 'AB-7', day: day('2026-02-09') })
  const before = [handed, received]
  expect(refused(before, right)).toBeUndefined()
  const { loans, outdated, loose } = structureKit([...before, right])
  expect(loans).toMatchObject([{ serial: 'AB-7', from: '2026-02-09', received: undefined, former: [handed] }])
  expect([outdated, loose]).toEqual([[received], []])
  const again = aTold('received', handed, '2026-02-10', { confirms: right.id })
  expect(structureKit([...before, right, again]).loans).toMatchObject([{ received: again }])
})

test('a receipt said without network of what was corrected meanwhile confirms what was read, and no more', () => {
  const handed = aHandOver('2026-02-02')
  const right = corrected(handed, { label: 'PC-21' })
  // Said after the correction, of what was shown before it.
  const late = aTold('received', handed, '2026-02-05', { confirms: handed.id })
  expect(structureKit([handed, right, late]).loans).toMatchObject([{ received: undefined }])
})

test('a receipt that names nothing, of an older build, is of what stood when it was said', () => {
  const handed = aHandOver('2026-02-02')
  const early = aTold('received', handed, '2026-02-02')
  const right = corrected(handed, { label: 'PC-21' })
  const late = aTold('received', handed, '2026-02-02')
  expect(structureKit([handed, early, right]).loans).toMatchObject([{ received: undefined }])
  expect(structureKit([handed, early, right, late]).loans).toMatchObject([{ received: late }])
})

test('a return that is corrected is confirmed again; what the advisor said first by themselves stands', () => {
  const handed = aHandOver('2026-02-02')
  const back = aTold('back', handed, '2026-06-01')
  const right = aTold('back', handed, '2026-06-08', { replaces: back.id })
  const own = { party: 'advisor' } as const
  const confirmed = aTold('back', handed, '2026-06-01', { ...own, confirms: back.id })
  const first = aTold('back', handed, '2026-06-01', own)
  const stateWith = (word: KitFact) => statesOf([handed, back, word, right], '2026-06-30')
  expect([stateWith(confirmed), stateWith(first)]).toEqual([['back-to-confirm'], ['back']])
})

test('a thing noted to the wrong person is taken from them and noted to the other, whatever they confirmed', () => {
  const wrong = aHandOver('2026-02-02', { serial: 'AB-1' })
  const received = aTold('received', wrong, '2026-02-03', { confirms: wrong.id })
  const taken = aTakingBack(wrong)
  const right = aHandOver('2026-02-02', { item: wrong.item, serial: 'AB-1', scope: brunosScope })
  expect(refused([wrong, received], right)).toBe('kit-item-held')
  expect(refused([wrong, received], taken)).toBeUndefined()
  expect(refused([wrong, received, taken], right)).toBeUndefined()
  const kit = structureKit([wrong, received, taken, right])
  expect(heldBy(kit, awasScope, today)).toEqual([])
  expect(heldBy(kit, brunosScope, today)).toMatchObject([{ handed: right, received: undefined }])
  expect(kit.loose).toEqual([received])
})

test('what was corrected isn’t corrected again, and a correction is held to the same rules', () => {
  const handed = aHandOver('2026-02-02')
  const right = corrected(handed, { label: 'PC-21' })
  const back = aTold('back', handed, '2026-06-01')
  expect({
    twice: refused([handed, right], corrected(handed, { label: 'PC-22' })),
    ahead: refused([handed], corrected(handed, { day: day('2026-11-24') })),
    beforeContract: refused([handed], corrected(handed, { day: day('2026-01-02') })),
    afterItsReturn: refused([handed, back], corrected(handed, { day: day('2026-06-02') })),
    ofAnother: refused([handed], corrected(handed, { item: anItem() })),
  }).toEqual({
    twice: 'fact-replaced',
    ahead: 'kit-day-ahead',
    beforeContract: 'kit-outside-contract',
    afterItsReturn: 'kit-facts-follow',
    ofAnother: 'fact-replaced',
  })
})

test('nothing is handed over instead of what somebody never had', () => {
  expect(refused([], aHandOver('2026-05-04', { instead: anItem() }))).toBe('kit-item-unknown')
})

/** Some things, each handed over to one of two people and then told of, on days of a year. */
const anyFacts = fc
  .array(
    fc.record({
      thing: fc.nat(3),
      to: fc.constantFrom(awasScope, brunosScope),
      kind: fc.constantFrom(
        'handed',
        'received',
        'out-of-order',
        'repaired',
        'back',
        'own-back',
        'asked',
        'outfit-shipped',
        'outfit-received',
        'size',
        'withdrawn',
        'corrected',
        'confirmed',
      ),
      on: fc.nat(300),
      which: fc.nat(30),
    }),
    { maxLength: 25, size: 'max' },
  )
  .map((drawn) => {
    const items = [anItem(), anItem(), anItem(), anItem()]
    return drawn.reduce<KitFact[]>((facts, { thing, to: scope, kind, on, which }) => {
      const item = items[thing] ?? anItem()
      const of = { item, scope }
      const at = addDays(day('2026-01-05'), on)
      const known = facts[which % Math.max(1, facts.length)]
      // What a structure says and somebody confirms.
      const saidByStructure = [
        ...kitFactsOfKind(facts, 'handed'),
        ...kitFactsOfKind(facts, 'back').filter(({ party }) => party === 'structure'),
      ]
      const told = saidByStructure[which % Math.max(1, saidByStructure.length)]
      switch (kind) {
        case 'handed':
          return [...facts, aHandOver(at, of)]
        case 'asked':
          return [...facts, anAskedOutfit(at, of)]
        case 'size':
          return [...facts, aSize(at)]
        case 'own-back':
          return [...facts, aTold('back', of, at, { party: 'advisor' })]
        case 'withdrawn':
          return known && known.kind !== 'withdrawn' ? [...facts, aTakingBack(known)] : facts
        case 'corrected':
          if (told?.kind === 'handed') return [...facts, corrected(told, { day: at, label: `PC-${on}` })]
          return told ? [...facts, aTold('back', told, at, { replaces: told.id })] : facts
        case 'confirmed':
          if (told?.kind === 'handed') return [...facts, aTold('received', told, at, { confirms: told.id })]
          return told ? [...facts, aTold('back', told, at, { party: 'advisor', confirms: told.id })] : facts
        case 'received':
        case 'out-of-order':
        case 'repaired':
        case 'back':
        case 'outfit-shipped':
        case 'outfit-received':
          return [...facts, aTold(kind, of, at)]
      }
    }, [])
  })

test('whatever the order in which facts arrive, the kit is the same', () => {
  fc.assert(
    fc.property(
      anyFacts.chain((facts) =>
        fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
      ),
      ([facts, shuffled]) => {
        const days = [0, 60, 150, 300].map((days) => addDays(day('2026-01-05'), days))
        const seen = (those: readonly KitFact[]) => {
          const kit = structureKit(those)
          return days.flatMap((on) => [
            kit.outdated,
            kit.loans.map((loan) => loanStateOn(loan, on)),
            ...[awa, bruno].flatMap((one) => [
              heldBy(kit, one.scope, on),
              missingSince(kit, one, 'ordinateur', on),
              clothingOn(kit, one, on),
              sizeOn(those, one.scope, on),
            ]),
          ])
        }
        expect(seen(shuffled)).toEqual(seen(facts))
      },
    ),
  )
})

test('what is taken one by one, whatever is refused, leaves nothing of the structure’s loose or said twice, nor with two people', () => {
  let handedOver = 0
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const taken = facts.reduce<KitFact[]>(
        (known, fact) => (refused(known, fact) ? known : [...known, fact]),
        [],
      )
      const kit = structureKit(taken)
      handedOver += kit.loans.length
      const aside = [...kit.loose, ...kit.doubled].filter(({ party }) => party === 'structure')
      expect(aside).toEqual([])
      for (const on of [0, 50, 100, 150, 200, 250, 300].map((days) => addDays(day('2026-01-05'), days))) {
        const held = [awasScope, brunosScope].flatMap((scope) => heldBy(kit, scope, on))
        expect(new Set(held.map(({ item }) => item)).size).toBe(held.length)
      }
    }),
  )
  expect(handedOver).toBeGreaterThan(20)
})

test('what an advisor’s own facts say of them is what all the structure’s facts say', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const own = structureKit(facts.filter(({ scope }) => scope === awasScope))
      expect(own.loans).toEqual(structureKit(facts).loans.filter(({ scope }) => scope === awasScope))
    }),
  )
})

test('nothing is both confirmed and asked for again, and what is confirmed is what stands', () => {
  let corrections = 0
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { loans, outdated } = structureKit(facts)
      for (const { handed, former, received, back } of loans) {
        corrections += former.length
        expect(former.map(({ id }) => id)).not.toContain(handed.id)
        expect([handed.id, null, undefined]).toContain(received?.confirms)
        expect(back.advisor?.confirms ?? null).not.toBe(back.structure?.replaces ?? 'none')
        expect(outdated).not.toContain(received)
        expect(outdated).not.toContain(back.advisor)
      }
    }),
  )
  expect(corrections).toBeGreaterThan(5)
})
