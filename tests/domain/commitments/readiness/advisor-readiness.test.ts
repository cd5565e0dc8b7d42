import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type CalendarDay } from '../../../../src/domain/calendar-day.ts'
import type { Judgement } from '../../../../src/domain/commitments/commitment.ts'
import { clothe } from '../../../../src/domain/commitments/evidence/clothe.ts'
import { equip } from '../../../../src/domain/commitments/evidence/equip.ts'
import { train } from '../../../../src/domain/commitments/evidence/train.ts'
import type { KitFact } from '../../../../src/domain/commitments/kit/kit-fact.ts'
import { kitRules } from '../../../../src/domain/commitments/kit/kit-rules.ts'
import { equipmentLabels, type Equipment } from '../../../../src/domain/commitments/kit/kit-words.ts'
import { structureKit } from '../../../../src/domain/commitments/kit/structure-kit.ts'
import { readinessOf } from '../../../../src/domain/commitments/readiness/advisor-readiness.ts'
import { nextChangeAfter } from '../../../../src/domain/commitments/readiness/next-change.ts'
import { tallyOf } from '../../../../src/domain/commitments/readiness/readiness-tally.ts'
import { readinessWords } from '../../../../src/domain/commitments/readiness/readiness-words.ts'
import type { TrainingFact } from '../../../../src/domain/commitments/training/training-fact.ts'
import { trainingRecord } from '../../../../src/domain/commitments/training/training-record.ts'
import { groupBy } from '../../../../src/domain/group-by.ts'
import { aHandOver, anAskedOutfit, aTakingBack, aTold } from '../../../builders/a-kit-fact.ts'
import { awasScope, brunosScope, day } from '../../../builders/a-post-fact.ts'
import {
  aCompletion,
  aConvocation,
  aHalfDay,
  aModule,
  anAttendance,
  anExemption,
  aPositioning,
  aResult,
} from '../../../builders/a-training-fact.ts'
import { awa, commitmentFacts } from '../../../builders/commitment-facts.ts'

const since = day('2023-09-04')
const people = [
  { ...awa, since },
  { ...awa, scope: brunosScope, name: 'Bruno Estèbe', since: day('2025-03-03') },
]

interface Said {
  readonly training?: readonly TrainingFact[]
  readonly kit?: readonly KitFact[]
}

function factsOf({ training = [], kit = [] }: Said) {
  const records = [...groupBy(training, ({ scope }) => scope)].map(
    ([scope, own]) => [scope, trainingRecord(own)] as const,
  )
  return commitmentFacts({ advisors: people, training: new Map(records), kit: structureKit(kit) })
}

/** Of Awa, by the path of 2021. */
function ofAwa(said: Said) {
  return readinessOf({ scope: awasScope, since }, factsOf(said))
}

const pix = aConvocation('2026-10-06', { exam: 'pix' })
const ccp1 = aConvocation('2026-10-07')
const sat = [pix, anAttendance(pix), ccp1, anAttendance(ccp1)]

test('of who nothing is kept, nothing is known; that is no « not yet »', () => {
  expect(ofAwa({})).toEqual({
    initial: 'unknown',
    exams: 'unknown',
    certified: 'unknown',
    continuing: 'unknown',
    equipped: 'unknown',
    clothed: 'unknown',
  })
})

test('trained is whose training is over or exempted; exams that were sat are done whatever their result, and certify by it alone', () => {
  expect(ofAwa({ training: [aPositioning('2023-09-05')] })).toMatchObject({
    initial: 'not-done',
    exams: 'not-done',
    certified: 'not-done',
  })
  const trained = [aPositioning('2023-09-05'), aCompletion('2023-11-10'), ...sat]
  expect(ofAwa({ training: trained })).toMatchObject({
    initial: 'done',
    exams: 'done',
    certified: 'not-done',
  })
  const failed = [...trained, aResult(pix, true), aResult(ccp1, false)]
  expect(ofAwa({ training: failed })).toMatchObject({ exams: 'done', certified: 'not-done' })
  const passed = [...trained, aResult(pix, true), aResult(ccp1, true)]
  expect(ofAwa({ training: passed })).toMatchObject({ exams: 'done', certified: 'done' })
  const exempted = [
    anExemption('2023-09-05'),
    anExemption('2023-09-05', 'pix'),
    anExemption('2023-09-05', 'ccp1'),
  ]
  expect(ofAwa({ training: exempted })).toMatchObject({ initial: 'done', exams: 'done', certified: 'done' })
})

test('continuing training is that of the year, and not due where the path asks for none', () => {
  const trained = [aPositioning('2023-09-05'), aCompletion('2023-11-10')]
  const continuing = (training: readonly TrainingFact[]) => ofAwa({ training }).continuing
  expect(continuing([...trained, aModule('2025-05-04')])).toBe('not-done')
  expect(continuing([...trained, aModule('2026-05-04')])).toBe('done')
  expect(continuing([aPositioning('2025-03-04', 175), aModule('2026-05-04')])).toBe('not-due')
})

test('equipped is who has each required thing in working order, confirmed or not', () => {
  const [computer, phone, desk] = (['ordinateur', 'telephone', 'espace_de_travail'] as const).map(
    (equipment) => aHandOver('2024-01-08', { equipment }),
  )
  if (!computer || !phone || !desk) throw new Error('three things are handed over')
  expect(ofAwa({ kit: [computer, phone] }).equipped).toBe('not-done')
  expect(ofAwa({ kit: [computer, phone, desk] }).equipped).toBe('done')
  const broken = aTold('out-of-order', computer, '2026-05-04')
  expect(ofAwa({ kit: [computer, phone, desk, broken] }).equipped).toBe('not-done')
})

test('clothed is who has an outfit to wear, also while another is on its way', () => {
  const first = anAskedOutfit('2024-01-08')
  const received = aTold('outfit-received', first, '2024-02-08')
  const worn = anAskedOutfit('2026-10-05', { reason: 'usee' })
  const lost = anAskedOutfit('2026-10-05', { reason: 'perdue' })
  const clothed = (...kit: KitFact[]) => ofAwa({ kit }).clothed
  expect([clothed(first), clothed(first, received), clothed(first, received, worn)]).toEqual([
    'not-done',
    'done',
    'done',
  ])
  expect(clothed(first, received, lost)).toBe('not-done')
})

test('the words name each thing that everybody must have', () => {
  const definition = readinessWords.equipped.definition.toLowerCase()
  const named = (equipment: Equipment) => definition.includes(equipmentLabels[equipment].toLowerCase())
  expect(kitRules.flatMap(({ required }) => required).filter((one) => !named(one))).toEqual([])
})

/** Any training of one of the two. */
function anyTraining(scope: typeof awasScope) {
  const on = fc.constantFrom('2023-10-02', '2024-03-05', '2025-05-06', '2026-06-01', '2026-12-07')
  const exam = fc.record({
    on,
    exam: fc.constantFrom('pix' as const, 'ccp1' as const, 'titre' as const),
    presence: fc.option(fc.constantFrom('present' as const, 'excused' as const, 'unexcused' as const)),
    passed: fc.option(fc.boolean()),
  })
  return fc
    .record({
      positioned: fc.option(on),
      completed: fc.option(on),
      exempted: fc.subarray(['formation', 'pix', 'ccp1', 'titre'] as const),
      modules: fc.array(on, { maxLength: 3 }),
      halfDays: fc.array(on, { maxLength: 2 }),
      exams: fc.array(exam, { maxLength: 3 }),
    })
    .map(({ positioned, completed, exempted, modules, halfDays, exams }): TrainingFact[] =>
      [
        ...(positioned === null ? [] : [aPositioning(positioned)]),
        ...(completed === null ? [] : [aCompletion(completed)]),
        ...exempted.map((from) => anExemption('2023-10-02', from)),
        ...modules.map((one, index) => aModule(one, `Module ${index}`)),
        ...halfDays.map((one) => aHalfDay(one)),
        ...exams.flatMap(({ on: held, exam: what, presence, passed }) => {
          const convoked = aConvocation(held, { exam: what })
          return [
            convoked,
            ...(presence === null ? [] : [anAttendance(convoked, presence)]),
            ...(passed === null ? [] : [aResult(convoked, passed)]),
          ]
        }),
      ].map((fact) => ({ ...fact, scope })),
    )
}

/** Any things and outfits of one of the two. */
function anyKit(scope: typeof awasScope) {
  const on = fc.constantFrom('2025-03-03', '2025-09-01', '2026-06-01', '2026-12-01')
  const thing = fc.record({
    on,
    equipment: fc.constantFrom('ordinateur' as const, 'telephone' as const, 'espace_de_travail' as const),
    told: fc.subarray(['received', 'out-of-order', 'repaired', 'back'] as const),
    isTakenBack: fc.boolean(),
  })
  const outfit = fc.record({
    on,
    reason: fc.constantFrom('premiere' as const, 'usee' as const, 'perdue' as const),
    told: fc.subarray(['outfit-shipped', 'outfit-received'] as const),
  })
  return fc
    .record({ things: fc.array(thing, { maxLength: 5 }), outfits: fc.array(outfit, { maxLength: 3 }) })
    .map(({ things, outfits }): KitFact[] => [
      ...things.flatMap(({ on: from, equipment, told, isTakenBack }) => {
        const handed = aHandOver(from, { scope, equipment })
        const facts = told.map((kind) => aTold(kind, handed, '2026-10-05'))
        return isTakenBack ? [handed, aTakingBack(handed)] : [handed, ...facts]
      }),
      ...outfits.flatMap(({ on: from, reason, told }) => {
        const asked = anAskedOutfit(from, { scope, reason })
        return [asked, ...told.map((kind) => aTold(kind, asked, '2026-11-02'))]
      }),
    ])
}

/** Of how many people the State is told words that begin so. */
function told({ toState = [] }: Judgement, begins: string): number {
  return toState
    .filter(({ words }) => words.startsWith(begins))
    .reduce(
      (sum, { words }) =>
        sum + (words.endsWith('une personne.') ? 1 : parseInt(words.split('\u00A0: ')[1] ?? '', 10)),
      0,
    )
}

const anySaid = fc
  .tuple(anyTraining(awasScope), anyTraining(brunosScope), anyKit(awasScope), anyKit(brunosScope))
  .map(([a, b, kitOfA, kitOfB]) => ({ training: [...a, ...b], kit: [...kitOfA, ...kitOfB] }))

test('whatever was said, a structure’s page and the board tell the same', () => {
  fc.assert(
    fc.property(anySaid, (said) => {
      const facts = factsOf(said)
      const { counts } = tallyOf(people.map((advisor) => readinessOf(advisor, facts)))
      const both = people
        .map((advisor) => readinessOf(advisor, facts))
        .filter(({ initial, exams }) => initial === 'done' && exams === 'done').length
      const [training, equipment, clothing] = [train.judge(facts), equip.judge(facts), clothe.judge(facts)]
      const isUnknown = (judged: Judgement) => judged.status === 'unknown'
      expect(told(training, 'Formation et examens faits')).toBe(both)
      expect(isUnknown(training) ? people.length : told(training, 'Formation pas notée ici')).toBe(
        counts.initial.unknown,
      )
      expect(told(equipment, 'Matériel remis')).toBe(counts.equipped.done)
      expect(isUnknown(equipment) ? people.length : 0).toBe(counts.equipped.unknown)
      expect(told(clothing, 'Tenue reçue')).toBe(counts.clothed.done)
      expect(isUnknown(clothing) ? people.length : 0).toBe(counts.clothed.unknown)
    }),
  )
})

test('the order in which things were said changes nothing', () => {
  const shuffled = anySaid.chain((said) =>
    fc.tuple(
      fc.constant(said),
      fc.record({
        training: fc.shuffledSubarray([...said.training], { minLength: said.training.length }),
        kit: fc.shuffledSubarray([...said.kit], { minLength: said.kit.length }),
      }),
    ),
  )
  fc.assert(
    fc.property(shuffled, ([said, other]) => {
      const read = (from: Said) => people.map((advisor) => readinessOf(advisor, factsOf(from)))
      expect(read(other)).toEqual(read(said))
    }),
  )
})

test('between two days on which something may change, nothing does', () => {
  const laterBy = fc.integer({ min: 1, max: 500 })
  fc.assert(
    fc.property(
      anySaid,
      fc.constantFrom('2025-12-30', '2026-05-01', '2026-11-23'),
      laterBy,
      (said, on, days) => {
        const next = nextChangeAfter(
          day(on),
          [...said.training, ...said.kit].map((fact) => fact.day),
        )
        const later = addDays(day(on), days)
        const read = (today: CalendarDay) =>
          people.map((advisor) => readinessOf(advisor, { ...factsOf(said), today }))
        // The last day on which it still holds, where the later one is past it.
        expect(read(later < next ? later : addDays(next, -1))).toEqual(read(day(on)))
      },
    ),
  )
})
