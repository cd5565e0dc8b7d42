import type { AcknowledgedOp } from './ledger.ts'
import type { RestoreOutcome } from './restore-drill.ts'

/** What came back, from whom, and what could not. */
export function outcomeLines(outcome: RestoreOutcome): string[] {
  const { acknowledged, lost, sentAgain, gone, people, returned, signedInAgain, newConflicts } = outcome
  return [
    `${acknowledged} ops of ${people} people acknowledged; ${lost.length} of them since the backup, lost with the server: ${kindsOf(lost)}`,
    `${returned} devices came back, ${signedInAgain} of them had to sign in again`,
    `all had sent again what they held after ${outcome.secondsToSend.toFixed(1)} s, and held what all had sent after ${outcome.secondsToHeal.toFixed(1)} s`,
    `${sentAgain} ops decided again; missing: ${outcome.missing.length}; documents that stand otherwise than they were acknowledged: ${outcome.otherwise.length}`,
    `${outcome.twice} ops twice, ${outcome.strangers} documents from nowhere, ${outcome.holes} with a hole in their revisions, ${outcome.wrongDigests} wrong digests, ${outcome.apart.length} devices that differ from the server`,
    `${outcome.erasedPeople} people erased in the hour, ${outcome.erasedValues} places where a value of them is left`,
    `${newConflicts} conflicts that were none before`,
    'From whom it came back:',
    ...byDevice(lost.filter((one) => !gone.includes(one))).slice(0, linesShown),
    `What could not, of devices that are gone: ${gone.length} ops`,
    ...byDevice(gone),
    ...gone
      .slice(0, linesShown)
      .map(({ device, op }) => `    ${device}: ${op.kind} of ${op.collection} ${op.id}`),
  ]
}

const linesShown = 12

/** Whatever must not be, in words; empty where nothing is wrong. */
export function faultsOf(outcome: RestoreOutcome): string[] {
  const faults: string[] = []
  const { missing, otherwise, twice, strangers, holes, wrongDigests, apart } = outcome
  if (outcome.lost.length === 0) faults.push('Nothing was lost with the server: the drill proves nothing.')
  if (missing.length > 0)
    faults.push(`I23: ${missing.length} acknowledged ops are nowhere: ${wordsOf(missing)}`)
  if (otherwise.length > 0)
    faults.push(`I23: ${otherwise.length} documents stand otherwise: ${otherwise.slice(0, 5).join('; ')}`)
  if (twice + strangers + holes + wrongDigests > 0)
    faults.push('I3, I7, I10: something is doubled or has a hole.')
  if (apart.length > 0)
    faults.push(`I7: ${apart.length} devices differ from the server: ${apart.slice(0, 5).join('; ')}`)
  if (outcome.erasedValues > 0)
    faults.push(`I27: values of erased people are left in ${outcome.erasedValues} places.`)
  return faults
}

function kindsOf(ops: readonly AcknowledgedOp[]): string {
  const count = (kind: string) => ops.filter(({ op }) => op.kind === kind).length
  return `${count('put')} filed, ${count('patch')} corrections, ${count('delete')} deletes, ${count('erase')} erasures`
}

function byDevice(ops: readonly AcknowledgedOp[]): string[] {
  const devices = [...new Set(ops.map(({ device }) => device))]
  return devices.map((name) => `  ${name}: ${kindsOf(ops.filter(({ device }) => device === name))}`)
}

function wordsOf(ops: readonly AcknowledgedOp[]): string {
  return ops
    .slice(0, 5)
    .map(({ device, op }) => `${op.kind} of ${op.id} by ${device}`)
    .join('; ')
}
