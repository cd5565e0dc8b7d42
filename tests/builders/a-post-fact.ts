import { calendarDaySchema, type CalendarDay } from '../../src/domain/calendar-day.ts'
import type { PostFact, PostFactOf } from '../../src/domain/commitments/post-fact.ts'
import { offerIdSchema, postFactIdSchema } from '../../src/domain/commitments/post-ids.ts'
import { aScopeId, aStructureId, aUuid } from './an-id.ts'

/** Two structures of one department, one of another, and two people. */
export const [ours, theirs, faraway] = [aStructureId(), aStructureId(), aStructureId()]
export const [awasScope, brunosScope, awasScopeThere] = [aScopeId(), aScopeId(), aScopeId()]

export function day(text: string): CalendarDay {
  return calendarDaySchema.parse(text)
}

let said = 0

/** What every fact has; each is said a second after the one before. */
function base(on: string, replaces: PostFact | undefined): Pick<PostFact, 'id' | 'at' | 'day' | 'replaces'> {
  said += 1
  return {
    id: postFactIdSchema.parse(aUuid()),
    at: new Date(Date.UTC(2026, 0, 1) + said * 1000).toISOString(),
    day: day(on),
    replaces: replaces?.id ?? null,
  }
}

export function aNotification(on = '2026-01-05', fields: Partial<PostFactOf<'notified'>> = {}): PostFact {
  return {
    ...base(on, undefined),
    kind: 'notified',
    structure: ours,
    role: 'advisor',
    isAdditional: false,
    ...fields,
  }
}

export function aContract(
  on: string,
  ends: string | null,
  fields: Partial<PostFactOf<'contract'>> = {},
  replaces?: PostFact,
): PostFact {
  return {
    ...base(on, replaces),
    kind: 'contract',
    structure: ours,
    scope: awasScope,
    contract: aUuid(),
    terms: 'cdd',
    ends: ends === null ? null : day(ends),
    weeklyMinutes: 2100,
    ...fields,
  }
}

export function anOffer(
  on: string,
  ends: string | null,
  fields: Partial<PostFactOf<'offered'>> = {},
  replaces?: PostFact,
): PostFactOf<'offered'> {
  return {
    ...base(on, replaces),
    kind: 'offered',
    structure: ours,
    offer: offerIdSchema.parse(aUuid()),
    terms: 'cdd',
    ends: ends === null ? null : day(ends),
    weeklyMinutes: 2100,
    ...fields,
  }
}

/** The person accepts what was offered, as it was offered. */
export function anAcceptance(
  offered: PostFactOf<'offered'>,
  fields: Partial<PostFactOf<'contract'>> = {},
): PostFact {
  const { day: on, ends, structure } = offered
  return aContract(on, ends, { structure, ...fields }, offered)
}

export function aRefusal(offered: PostFactOf<'offered'>): PostFact {
  return { ...base(offered.day, offered), kind: 'declined', structure: offered.structure }
}

export function aDeparture(on: string, scope = awasScope, structure = ours): PostFact {
  return { ...base(on, undefined), kind: 'departure', structure, scope, reason: 'demission' }
}

export function aTransfer(on: string, structure = theirs): PostFact {
  return { ...base(on, undefined), kind: 'transferred', structure }
}

export function aReturn(on: string): PostFact {
  return { ...base(on, undefined), kind: 'returned' }
}

export function aConvention(on: string, ends: string, structure = ours): PostFact {
  return { ...base(on, undefined), kind: 'convention', structure, ends: day(ends) }
}

export function aStep(on: string, structure = ours): PostFact {
  return { ...base(on, undefined), kind: 'step', structure, step: 'entretiens', words: '' }
}

export function aWithdrawal(of: PostFact): PostFact {
  return { ...base(of.day, of), kind: 'withdrawn' }
}
