import { addDays, type CalendarDay } from '../../domain/calendar-day.ts'
import { factsOfKind, standingFacts, type PostFact } from '../../domain/commitments/post-fact.ts'
import { postLife } from '../../domain/commitments/post-life.ts'
import { CodedError } from '../../domain/errors.ts'
import type { ScopeId } from '../../domain/ids.ts'
import { serverDaysAhead } from '../../domain/report/filing-window.ts'
import { holdDay } from '../../domain/sync/closed-scope.ts'
import { mayWaitInScope } from '../store/device-contacts.ts'
import {
  contractsOfScope,
  deleteContract,
  reportedDays,
  type StoredContract,
} from '../store/post-assignments.ts'
import { putContract } from '../store/provisioning-assignments.ts'
import type { Db } from '../store/tables.ts'

/**
 * The contracts by which devices file become those that a post's facts say: a departure ends them at its day, and the
 * protocol's 90 days to send begin (sync.md 3.1); the right to write is never withdrawn. Throws `reports-on-these-days`
 * where a day that has a report would be in no contract any more, and `reports-waiting` where a contract is moved, other
 * than by a departure, while a device says that it holds reports: nobody knows of which days.
 */
export async function followContracts(
  tx: Db,
  { before, after, today }: { before: readonly PostFact[]; after: readonly PostFact[]; today: CalendarDay },
): Promise<void> {
  const [were, are] = [contractsIn(before), contractsIn(after)]
  const scopes = new Set([...were, ...are].map(({ scope }) => scope))
  for (const scope of scopes) {
    const own = ({ scope: other }: { scope: ScopeId }) => other === scope
    const known = await contractsOfScope(tx, scope)
    for (const { id } of goneFrom(were.filter(own), are.filter(own))) await deleteContract(tx, scope, id)
    for (const one of are.filter(own)) await putContract(tx, one)
    await refuseLostDays(tx, { scope, known, today, isDeparture: leftEarlier(before, after, scope) })
  }
}

interface SaidContract extends StoredContract {
  readonly scope: ScopeId
}

function contractsIn(facts: readonly PostFact[]): SaidContract[] {
  return postLife(facts).fillings.map(({ scope, from, until, contract }) => ({
    scope,
    id: contract.contract,
    starts: from,
    ends: until,
  }))
}

/** What isn't said any more, or begins on another day: `putContract` knows a contract by its first day. */
function goneFrom(were: readonly SaidContract[], are: readonly SaidContract[]): SaidContract[] {
  return were.filter(({ id, starts }) => !are.some((one) => one.id === id && one.starts === starts))
}

interface Change {
  readonly scope: ScopeId
  /** Its contracts before. */
  readonly known: readonly StoredContract[]
  readonly today: CalendarDay
  readonly isDeparture: boolean
}

async function refuseLostDays(tx: Db, { scope, known, today, isDeparture }: Change): Promise<void> {
  const now = await contractsOfScope(tx, scope)
  if (known.every((one) => now.some((other) => covers(other, one)))) return
  const lost = (await reportedDays(tx, scope)).some((day) => holdDay(known, day) && !holdDay(now, day))
  if (lost) throw new CodedError('reports-on-these-days')
  const past = known.flatMap((one) => upTo(addDays(today, serverDaysAhead), one) ?? [])
  if (isDeparture || past.every((one) => now.some((other) => covers(other, one)))) return
  if ((await mayWaitInScope(tx, scope)) > 0) throw new CodedError('reports-waiting')
}

/** The days of a contract of which a device may hold reports. */
function upTo(day: CalendarDay, contract: StoredContract): StoredContract | undefined {
  const { starts, ends } = contract
  if (starts > day) return undefined
  return { ...contract, ends: ends === null || ends > day ? day : ends }
}

function covers(a: StoredContract, b: StoredContract): boolean {
  return a.starts <= b.starts && (a.ends === null || (b.ends !== null && b.ends <= a.ends))
}

/** Whether the person leaves by what was added: what they hold goes out within 90 days. */
function leftEarlier(before: readonly PostFact[], after: readonly PostFact[], scope: ScopeId): boolean {
  const departuresIn = (facts: readonly PostFact[]) =>
    factsOfKind(standingFacts(facts), 'departure').filter((one) => one.scope === scope)
  const known = new Set(departuresIn(before).map(({ id }) => id))
  return departuresIn(after).some(({ id }) => !known.has(id))
}
