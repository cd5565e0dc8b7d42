import { expect, test } from 'vitest'
import type { CommitmentFacts } from '../../../src/domain/commitments/commitment-facts.ts'
import { train } from '../../../src/domain/commitments/evidence/train.ts'
import type { TrainingFact } from '../../../src/domain/commitments/training/training-fact.ts'
import { trainingRecord } from '../../../src/domain/commitments/training/training-record.ts'
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
  aTakingUp,
} from '../../builders/a-training-fact.ts'
import { awasScope, day } from '../../builders/a-post-fact.ts'
import { awa, commitmentFacts } from '../../builders/commitment-facts.ts'

const since = day('2023-09-04')

/** Awa has worked since 2023, by the path of 2021 unless her test was later. */
function judged(facts: readonly TrainingFact[], fields: Partial<CommitmentFacts> = {}) {
  const training = new Map([[awasScope, trainingRecord(facts)]])
  return train.judge(commitmentFacts({ advisors: [{ ...awa, since }], training, ...fields }))
}

const convoked = [aConvocation('2026-10-06', { exam: 'pix' }), aConvocation('2026-10-07')] as const
const sat = convoked.flatMap((one) => [one, anAttendance(one)])
/** All that is asked of the path of 2021. */
const done = [
  aPositioning('2023-09-05'),
  aCompletion('2023-11-10'),
  aModule('2024-02-05'),
  aModule('2025-02-05', 'Café IA'),
  aModule('2026-02-05', 'Parentalité numérique'),
]

test('nothing that is kept here is unknown, and nobody to train is nothing to keep', () => {
  // Years that were over when the first word was written down aren't asked for.
  const planned = { ...aHalfDay('2026-11-02'), at: '2026-10-20T09:00:00.000Z' }
  expect([judged([]).status, judged([], { advisors: [] }).status, judged([planned]).status]).toEqual([
    'unknown',
    'not-applicable',
    'to-do',
  ])
})

test('training done and exams sat keep it; a failed exam breaches nothing', () => {
  const passed = [...done, ...sat, ...convoked.map((one) => aResult(one, true))]
  const failed = [...done, ...sat, ...convoked.map((one) => aResult(one, false))]
  expect([judged(passed).status, judged(failed).status]).toEqual(['kept', 'kept'])
  expect(judged(failed).evidence.map(({ words }) => words)).toContain(
    'Awa Diallo\u00A0: CCP1, premier bloc du titre, présenté et pas encore réussi\u00A0: ce n’est pas un manquement.',
  )
})

test('an absence without an accepted reason is late, from a half-day and from an exam; an excused one isn’t', () => {
  const planned = aHalfDay('2026-10-05')
  const [pix, ccp1] = convoked
  const missed = (presence: 'excused' | 'unexcused') => [
    ...done,
    planned,
    anAttendance(planned, presence),
    pix,
    anAttendance(pix),
    ccp1,
    anAttendance(ccp1, presence),
  ]
  expect([judged(missed('unexcused')).status, judged(missed('excused')).status]).toEqual(['late', 'to-do'])
})

test('the public before the end of the training is late while the path forbids it, and stays told afterwards', () => {
  const early = [aPositioning('2023-09-05'), aTakingUp('2023-10-02'), ...done.slice(2), ...sat]
  expect(judged(early).status).toBe('late')
  const over = judged([...early, aCompletion('2023-11-10')])
  expect(over.status).toBe('kept')
  expect(over.evidence.map(({ words }) => words)).toContain(
    'Awa Diallo\u00A0: reçoit le public depuis ce jour, avant la fin de la formation initiale.',
  )
  const later = { advisors: [{ ...awa, since: day('2025-09-01') }] }
  const alternating = [aPositioning('2025-09-02', 175), aHalfDay('2025-09-08'), aTakingUp('2025-09-03')]
  expect(judged(alternating, later).status).toBe('to-do')
})

test('a calendar is to be acknowledged within a week, then late', () => {
  const planned = { ...aHalfDay('2026-12-07'), at: '2026-11-20T09:00:00.000Z' }
  const facts = [...done, ...sat, planned]
  expect(judged(facts)).toMatchObject({ status: 'to-do', next: { by: '2026-11-27', page: 'training' } })
  expect(judged(facts, { today: day('2026-11-28') }).status).toBe('late')
  expect(judged([...facts, anAcknowledgement('2026-11-21', planned.at)]).status).toBe('kept')
  expect(judged([...facts, anAcknowledgement('2026-11-21', planned.at), aCancellation(planned)]).status).toBe(
    'kept',
  )
})

test('a module that a year lacks is to do until its end, then late', () => {
  const lacking = [...done.slice(0, 4), ...sat]
  expect(judged(lacking)).toMatchObject({ status: 'to-do', next: { by: '2026-12-31' } })
  expect(judged(lacking, { today: day('2027-01-01') }).status).toBe('late')
})

test('the State reads of how many it is done, and no name', () => {
  const bruno = { ...awa, scope: aHalfDay('2026-11-02').scope, name: 'Bruno Soula', since }
  const other = { ...bruno, scope: commitmentFacts().advisors[0]?.scope ?? awasScope }
  const told = judged([...done, ...sat], { advisors: [{ ...awa, since }, other] }).toState ?? []
  expect(told.map(({ words }) => words)).toEqual(['Formation et examens faits\u00A0: 2 personnes.'])
  const exempted = judged([anExemption('2026-01-05'), ...sat, aModule('2026-01-05')])
  expect(exempted.toState?.map(({ words }) => words)).toEqual([
    'Formation et examens faits\u00A0: une personne.',
  ])
})
