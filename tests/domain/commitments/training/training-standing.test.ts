import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../../src/domain/calendar-day.ts'
import { calendarMonthSchema } from '../../../../src/domain/calendar-month.ts'
import { ownHalfDays } from '../../../../src/domain/commitments/training/own-half-days.ts'
import { refusalOfTrainingFact } from '../../../../src/domain/commitments/training/refuse-training-fact.ts'
import type { TrainingFact } from '../../../../src/domain/commitments/training/training-fact.ts'
import { trainingRecord } from '../../../../src/domain/commitments/training/training-record.ts'
import { trainingOn } from '../../../../src/domain/commitments/training/training-standing.ts'
import {
  aCancellation,
  aCompletion,
  aConvocation,
  aHalfDay,
  aModule,
  anAcknowledgement,
  anAttendance,
  anExemption,
  aPositioning,
  aResult,
  aSession,
  aTakingUp,
  aTrainingTakenBack,
} from '../../../builders/a-training-fact.ts'
import { day } from '../../../builders/a-post-fact.ts'

const since = { since: day('2021-09-06') }
const contracts = [{ starts: day('2021-09-06'), ends: null }]
const today = day('2026-11-23')
const around = { today, contracts, sealed: new Set([calendarMonthSchema.parse('2026-09')]) }

const standing = (facts: readonly TrainingFact[], on: string, from = '2021-09-06') =>
  trainingOn(trainingRecord(facts), { since: day(from) }, day(on))
const refused = (facts: readonly TrainingFact[], added: TrainingFact) =>
  refusalOfTrainingFact(facts, added, around)

/** Half-days that were all attended, one a day. */
function attended(from: string, halfDays: number, part: 'formation' | 'stage' = 'formation'): TrainingFact[] {
  return Array.from({ length: halfDays }, (_, index) => {
    const planned = aHalfDay(addDays(day(from), index), { part })
    return [planned, anAttendance(planned)]
  }).flat()
}

describe('a path', () => {
  test('is that of the day of the test, or of the first day where there is none', () => {
    const versions = [
      standing([], '2026-11-23', '2023-12-31'),
      standing([], '2026-11-23', '2024-01-01'),
      standing([], '2026-11-23', '2025-03-01'),
      standing([aPositioning('2023-12-30', 280)], '2026-11-23', '2024-01-15'),
    ].map(({ path }) => path.version)
    expect(versions).toEqual([1, 2, 3, 1])
  })

  test('gives hours of its own, and no others', () => {
    const given = [
      aPositioning('2021-09-06', 420),
      aPositioning('2021-09-06', 315),
      aPositioning('2024-09-02', 70),
      aPositioning('2024-09-02', 420),
      aPositioning('2025-09-01', 175),
      aPositioning('2025-09-01', 105),
    ].map((fact) => refused([], fact))
    expect(given).toEqual([
      undefined,
      'training-hours',
      undefined,
      'training-hours',
      undefined,
      'training-hours',
    ])
  })

  test('of 2021 is over once all its hours were attended, and its exams are due six months later', () => {
    const facts = [aPositioning('2021-09-07', 105), ...attended('2021-09-13', 30)]
    const { hours, doneOn, exams } = standing(facts, '2021-11-01')
    expect({ hours, doneOn, exams: exams.map(({ exam, state, by }) => [exam, state, by]) }).toEqual({
      hours: { due: 105, done: 105, planned: 0 },
      doneOn: '2021-10-12',
      exams: [
        ['pix', 'to-convoke', '2022-04-12'],
        ['ccp1', 'to-convoke', '2022-04-12'],
      ],
    })
    expect(standing(facts, '2021-10-11').doneOn).toBeNull()
  })

  test('of 2025 is over once the placement is too', () => {
    const facts = [aPositioning('2025-01-10', 175), ...attended('2025-02-03', 50)]
    expect(standing(facts, '2025-12-01', '2025-01-06').doneOn).toBeNull()
    const placed = [...facts, ...attended('2025-05-01', 60, 'stage')]
    expect(standing(placed, '2025-12-01', '2025-01-06').doneOn).toBe('2025-06-29')
  })

  test('is over when the body says so, whatever was missed', () => {
    const planned = aHalfDay('2021-09-13')
    const facts = [
      aPositioning('2021-09-07', 105),
      planned,
      anAttendance(planned, 'excused'),
      aCompletion('2021-12-17'),
    ]
    expect(standing(facts, '2022-01-10').doneOn).toBe('2021-12-17')
  })
})

describe('taking up the post with the public', () => {
  const begun = (on: string, hours: number) => [aPositioning(on, hours), ...attended(on, 3), aTakingUp(on)]

  test('before the end of the training is told where the path forbids it, and nowhere else', () => {
    expect([
      standing(begun('2021-09-13', 105), '2021-10-01').earlyOn,
      standing(begun('2024-09-16', 105), '2024-10-01', '2024-09-02').earlyOn,
      standing(begun('2025-09-15', 175), '2025-10-01', '2025-09-01').earlyOn,
    ]).toEqual(['2021-09-13', null, null])
  })

  test('isn’t early for who is exempted, nor once the training is over', () => {
    const exempted = [...begun('2021-09-13', 105), anExemption('2021-09-10')]
    const over = [aPositioning('2021-09-07'), aCompletion('2021-10-15'), aTakingUp('2021-10-15')]
    expect([standing(exempted, '2021-10-01').earlyOn, standing(over, '2021-11-01').earlyOn]).toEqual([
      null,
      null,
    ])
  })
})

describe('continuing training', () => {
  const years = (facts: readonly TrainingFact[], on: string, from: string) =>
    standing(facts, on, from).modules.map(({ year, due, done, by }) => [year, due, done, by])

  test('of the first path is one a calendar year, from 2024 on', () => {
    const facts = [aModule('2024-03-05'), aModule('2026-02-03')]
    expect(years(facts, '2026-11-23', '2021-09-06')).toEqual([
      [2024, 1, 1, '2024-12-31'],
      [2025, 1, 0, '2025-12-31'],
      [2026, 1, 1, '2026-12-31'],
    ])
  })

  test('of 2024 is two in the year that begins with the training, then one a calendar year', () => {
    const facts = [
      aPositioning('2024-09-03', 105),
      aHalfDay('2024-10-07'),
      aModule('2024-12-02'),
      aModule('2025-05-06', 'Café IA'),
    ]
    expect(years(facts, '2025-11-23', '2024-09-02')).toEqual([[2025, 2, 2, '2025-10-06']])
    expect(years(facts, '2026-11-23', '2024-09-02')).toEqual([
      [2025, 2, 2, '2025-10-06'],
      [2026, 1, 0, '2026-12-31'],
    ])
    expect(years(facts, '2024-11-01', '2024-09-02')).toEqual([[2025, 2, 0, '2025-10-06']])
  })

  test('asks nothing of who hasn’t begun, and one a year of who is exempted', () => {
    expect(years([aPositioning('2024-09-03', 105)], '2024-11-01', '2024-09-02')).toEqual([])
    expect(years([anExemption('2024-09-03')], '2024-11-01', '2024-09-02')).toEqual([
      [2024, 1, 0, '2024-12-31'],
    ])
  })
})

describe('an exam', () => {
  const states = (facts: readonly TrainingFact[], on = '2022-06-01') =>
    standing(facts, on).exams.map(({ exam, state }) => [exam, state])

  test('stands by the last convocation, and a pass stays a pass', () => {
    const failed = aConvocation('2022-03-01')
    const passed = aConvocation('2022-05-03')
    const facts = [
      failed,
      anAttendance(failed),
      aResult(failed, false),
      passed,
      anAttendance(passed),
      aResult(passed, true),
    ]
    expect([states(facts.slice(0, 2))[1], states(facts.slice(0, 3))[1], states(facts)[1]]).toEqual([
      ['ccp1', 'sat'],
      ['ccp1', 'failed'],
      ['ccp1', 'passed'],
    ])
    expect(states([...facts, anExemption('2022-01-10', 'pix')])[0]).toEqual(['pix', 'exempted'])
  })

  test('that was missed is excused by an accepted reason alone', () => {
    const convoked = aConvocation('2022-03-01')
    const missed = (presence: 'excused' | 'unexcused') =>
      standing([convoked, anAttendance(convoked, presence)], '2022-06-01')
    expect(missed('excused').unexcused).toHaveLength(0)
    expect(missed('unexcused').unexcused).toHaveLength(1)
    // A year later it isn't told any more.
    expect(standing([convoked, anAttendance(convoked, 'unexcused')], '2023-03-01').unexcused).toHaveLength(0)
  })

  test('has a result only for who was there', () => {
    const convoked = aConvocation('2022-03-01')
    const missed = anAttendance(convoked, 'excused')
    expect([
      refused([convoked], aResult(convoked, true)),
      refused([convoked, missed], aResult(convoked, false)),
      refused([convoked, anAttendance(convoked)], aResult(convoked, false)),
    ]).toEqual(['training-not-sat', 'training-not-sat', undefined])
  })
})

describe('a calendar', () => {
  test('has nobody at two places in one half-day, unless one of them is cancelled', () => {
    const planned = aHalfDay('2026-12-07')
    const same = aConvocation('2026-12-07')
    expect([
      refused([planned], same),
      refused([planned], aHalfDay('2026-12-07', { half: 'apres_midi' })),
      refused([planned, aCancellation(planned)], same),
    ]).toEqual(['training-clash', undefined, undefined])
    expect(refused([planned, aCancellation(planned), same], aTrainingTakenBack(aCancellation(planned)))).toBe(
      'fact-replaced',
    )
    const cancelled = aCancellation(planned)
    expect(refused([planned, cancelled, same], aTrainingTakenBack(cancelled))).toBe('training-clash')
  })

  test('moves a half-day by a correction, and what was said of it before stays', () => {
    const planned = aHalfDay('2026-12-07')
    const moved = aHalfDay('2026-12-14', { session: planned.session, replaces: planned.id })
    expect(refused([planned], moved)).toBeUndefined()
    expect(trainingRecord([planned, moved]).halfDays.map((one) => one.planned.day)).toEqual(['2026-12-14'])
    const held = aHalfDay('2026-11-02')
    const late = aHalfDay('2026-11-09', { session: held.session, replaces: held.id })
    expect(refused([held, anAttendance(held)], late)).toBe('training-facts-follow')
  })

  test('is of days of the contract, and presences are of days that have come', () => {
    const ahead = aHalfDay('2026-12-07')
    expect([
      refused([], aHalfDay('2021-09-03')),
      refused([ahead], anAttendance(ahead)),
      refused([], anAttendance(ahead, 'present', { day: day('2026-11-02') })),
    ]).toEqual(['training-outside-contract', 'training-day-ahead', 'training-unknown-session'])
  })

  test('that is cancelled has no presence, and what was held isn’t cancelled', () => {
    const planned = aHalfDay('2026-11-02')
    expect([
      refused([planned, aCancellation(planned)], anAttendance(planned)),
      refused([planned, anAttendance(planned)], aCancellation(planned)),
      refused([planned, aCancellation(planned)], aCancellation(planned)),
    ]).toEqual(['training-cancelled', 'training-cancelled', 'training-already-said'])
  })

  test('is acknowledged as it was seen: what is said later is to be seen again', () => {
    const first = aHalfDay('2026-12-07')
    const seen = anAcknowledgement('2026-11-20', first.at)
    const later = aHalfDay('2026-12-08')
    const unseen = (facts: readonly TrainingFact[]) =>
      standing(facts, '2026-11-23').unseen.map(({ planned }) => planned.day)
    expect([unseen([first]), unseen([first, seen]), unseen([first, seen, later])]).toEqual([
      ['2026-12-07'],
      [],
      ['2026-12-08'],
    ])
    expect(unseen([first, seen, aCancellation(first)])).toEqual(['2026-12-07'])
  })

  test('tells a person where to be, in order, without what was cancelled', () => {
    const cancelled = aHalfDay('2026-12-07')
    const afternoon = aHalfDay('2026-12-08', { half: 'apres_midi', place: 'Foix' })
    const exam = aConvocation('2026-12-08')
    const facts = [afternoon, anAttendance(afternoon, 'excused'), exam, cancelled, aCancellation(cancelled)]
    expect(ownHalfDays(trainingRecord(facts))).toEqual([
      {
        session: exam.session,
        day: '2026-12-08',
        half: 'matin',
        title: 'Examen\u00A0: CCP1, premier bloc du titre',
        place: '',
        isExam: true,
        presence: null,
      },
      {
        session: afternoon.session,
        day: '2026-12-08',
        half: 'apres_midi',
        title: 'Posture',
        place: 'Foix',
        isExam: false,
        presence: 'excused',
      },
    ])
  })
})

test('a presence corrected after the month was vouched for is taken once that is known, and the first word stays', () => {
  const planned = aHalfDay('2026-09-14')
  const first = anAttendance(planned, 'unexcused')
  const corrected = anAttendance(planned, 'present', { replaces: first.id })
  const known = { ...corrected, afterSeal: true }
  expect([
    refused([planned], first),
    refused([planned, first], corrected),
    refused([planned, first], known),
  ]).toEqual([undefined, 'training-month-sealed', undefined])
  const record = trainingRecord([planned, first, known])
  expect(record.halfDays[0]?.attended).toEqual(known)
})

test('nobody takes back what the other one said', () => {
  const begun = aTakingUp('2026-11-02')
  expect(refused([begun], { ...aTrainingTakenBack(begun), party: 'body' })).toBe('fact-replaced')
  expect(refused([begun], aTrainingTakenBack(begun))).toBeUndefined()
})

/** Some sessions, planned and told of on days around a few weeks, and words on the whole. */
const anyFacts = fc
  .array(
    fc.record({
      which: fc.nat(3),
      on: fc.nat(12),
      kind: fc.constantFrom(
        'positioned',
        'exempted',
        'half-day',
        'convoked',
        'cancelled',
        'attended',
        'missed',
        'exam-result',
        'completed',
        'module',
        'acknowledged',
        'took-up',
        'withdrawn',
        'moved',
      ),
      known: fc.nat(30),
    }),
    { maxLength: 25 },
  )
  .map((drawn) => {
    const sessions = [aSession(), aSession(), aSession(), aSession()]
    return drawn.reduce<TrainingFact[]>((facts, { which, on, kind, known }) => {
      const session = sessions[which] ?? aSession()
      const at = addDays(day('2026-10-05'), on)
      const half = on % 2 === 0 ? 'matin' : 'apres_midi'
      const plan = facts.find((fact) => 'session' in fact && fact.session === session)
      const of = { session, day: plan?.day ?? at, scope: since && aHalfDay(at).scope }
      const before = facts[known % Math.max(1, facts.length)]
      switch (kind) {
        case 'positioned':
          return [...facts, aPositioning(at, 175)]
        case 'exempted':
          return [...facts, anExemption(at)]
        case 'half-day':
          return [...facts, aHalfDay(at, { session, half })]
        case 'convoked':
          return [...facts, aConvocation(at, { session, half })]
        case 'cancelled':
          return [...facts, aCancellation(of)]
        case 'attended':
          return [...facts, anAttendance(of)]
        case 'missed':
          return [...facts, anAttendance(of, 'unexcused')]
        case 'exam-result':
          return [...facts, aResult(of, on > 6)]
        case 'completed':
          return [...facts, aCompletion(at)]
        case 'module':
          return [...facts, aModule(at)]
        case 'acknowledged':
          return [...facts, anAcknowledgement(at, aHalfDay(at).at)]
        case 'took-up':
          return [...facts, aTakingUp(at)]
        case 'withdrawn':
          return before && before.kind !== 'withdrawn' ? [...facts, aTrainingTakenBack(before)] : facts
        case 'moved':
          return before?.kind === 'half-day'
            ? [...facts, aHalfDay(at, { session: before.session, half, replaces: before.id })]
            : facts
      }
    }, [])
  })

test('whatever the order in which facts arrive, the training is the same', () => {
  fc.assert(
    fc.property(
      anyFacts.chain((facts) =>
        fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
      ),
      ([facts, shuffled]) => {
        const seen = (those: readonly TrainingFact[]) => {
          const record = trainingRecord(those)
          const days = [0, 5, 9, 14, 400].map((days) => addDays(day('2026-10-05'), days))
          return [ownHalfDays(record), ...days.map((on) => trainingOn(record, since, on))]
        }
        expect(seen(shuffled)).toEqual(seen(facts))
      },
    ),
  )
})

test('what is taken one by one, whatever is refused, leaves nobody at two places, nothing loose and nothing said twice', () => {
  let planned = 0
  let refusals = 0
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const taken = facts.reduce<TrainingFact[]>((known, fact) => {
        if (refused(known, fact) === undefined) return [...known, fact]
        refusals += 1
        return known
      }, [])
      const record = trainingRecord(taken)
      const slots = ownHalfDays(record).map((one) => `${one.day} ${one.half}`)
      planned += slots.length
      expect(new Set(slots).size).toBe(slots.length)
      expect([record.loose, record.doubled]).toEqual([[], []])
      for (const { cancelled, attended: there } of [...record.halfDays, ...record.exams])
        expect(cancelled !== undefined && there !== undefined).toBe(false)
    }),
  )
  expect([planned > 20, refusals > 20]).toEqual([true, true])
})
