import type { TrainingFact, TrainingFactOf } from '../../src/domain/commitments/training/training-fact.ts'
import {
  trainingFactIdSchema,
  trainingSessionIdSchema,
  type TrainingSessionId,
} from '../../src/domain/commitments/training/training-ids.ts'
import { aUuid } from './an-id.ts'
import { awasScope, day } from './a-post-fact.ts'

let said = 0

function base(
  on: string,
  party: TrainingFact['party'] = 'body',
): Pick<TrainingFact, 'id' | 'at' | 'day' | 'replaces' | 'scope' | 'party'> {
  said += 1
  return {
    id: trainingFactIdSchema.parse(aUuid()),
    at: new Date(Date.UTC(2021, 0, 1) + said * 1000).toISOString(),
    day: day(on),
    replaces: null,
    scope: awasScope,
    party,
  }
}

export function aSession(): TrainingSessionId {
  return trainingSessionIdSchema.parse(aUuid())
}

/** A test of Awa's, by which she has hours of training to follow. */
export function aPositioning(on: string, hours = 105): TrainingFactOf<'positioned'> {
  return { ...base(on), kind: 'positioned', hours }
}

export function anExemption(
  on: string,
  from: TrainingFactOf<'exempted'>['from'] = 'formation',
): TrainingFactOf<'exempted'> {
  return { ...base(on), kind: 'exempted', from }
}

/** A morning of training. */
export function aHalfDay(
  on: string,
  fields: Partial<TrainingFactOf<'half-day'>> = {},
): TrainingFactOf<'half-day'> {
  const own = { session: aSession(), half: 'matin', part: 'formation', title: 'Posture', place: '' } as const
  return { ...base(on), kind: 'half-day', ...own, ...fields }
}

export function aConvocation(
  on: string,
  fields: Partial<TrainingFactOf<'convoked'>> = {},
): TrainingFactOf<'convoked'> {
  const own = { session: aSession(), exam: 'ccp1', half: 'matin', place: '' } as const
  return { ...base(on), kind: 'convoked', ...own, ...fields }
}

type Planned = Pick<TrainingFactOf<'half-day'>, 'session' | 'day' | 'scope'>

export function aCancellation({ session, day: on, scope }: Planned): TrainingFactOf<'cancelled'> {
  return { ...base(on), scope, kind: 'cancelled', session }
}

export function anAttendance(
  { session, day: on, scope }: Planned,
  presence: TrainingFactOf<'attended'>['presence'] = 'present',
  fields: Partial<TrainingFactOf<'attended'>> = {},
): TrainingFactOf<'attended'> {
  const reason = presence === 'excused' ? 'transport' : null
  return { ...base(on), scope, kind: 'attended', session, presence, reason, afterSeal: false, ...fields }
}

export function aResult(
  { session, day: on, scope }: Planned,
  passed: boolean,
): TrainingFactOf<'exam-result'> {
  return { ...base(on), scope, kind: 'exam-result', session, passed }
}

export function aCompletion(on: string): TrainingFactOf<'completed'> {
  return { ...base(on), kind: 'completed' }
}

export function aModule(on: string, title = 'Parentalité'): TrainingFactOf<'module'> {
  return { ...base(on), kind: 'module', title }
}

export function anAcknowledgement(on: string, until: string): TrainingFactOf<'acknowledged'> {
  return { ...base(on, 'structure'), kind: 'acknowledged', until }
}

export function aTakingUp(on: string): TrainingFactOf<'took-up'> {
  return { ...base(on, 'structure'), kind: 'took-up' }
}

export function aTrainingTakenBack(of: TrainingFact): TrainingFactOf<'withdrawn'> {
  return { ...base(of.day, of.party), scope: of.scope, kind: 'withdrawn', replaces: of.id }
}
