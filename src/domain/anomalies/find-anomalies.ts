import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { daysOfMonth } from '../calendar-month.ts'
import type { DocumentId, ScopeId } from '../ids.ts'
import type { AdvisorMonth } from './advisor-month.ts'
import { anomalyKinds, type AnomalyKind } from './anomaly-kinds.ts'
import type { Found } from './rule.ts'
import { rules } from './rules.ts'
import { ruleVersions, versionOn, type RuleVersions } from './thresholds.ts'

/** Something that deserves a look. */
export interface Anomaly {
  /** The same as long as the facts are: what it is settled by. */
  readonly key: string
  readonly kind: AnomalyKind
  /** Of the rule that found it. */
  readonly version: number
  readonly scope: ScopeId
  readonly evidence: readonly DocumentId[]
  readonly sentence: string
}

/**
 * What deserves a look in one advisor's month, by the rules that held when the month began. Each month is looked at by
 * itself: nobody is compared with anybody else, and nothing is added up.
 *
 * @param versions other numbers, to measure what they would find
 */
export function findAnomalies(own: AdvisorMonth, versions: RuleVersions = ruleVersions): Anomaly[] {
  const inOrder = {
    ...own,
    reports: [...own.reports].sort(byDayAndId),
    outside: [...own.outside].sort(byDayAndId),
  }
  return anomalyKinds.flatMap((kind) => findKind(kind, inOrder, versions))
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- ties a kind's rule to its own numbers
function findKind<K extends AnomalyKind>(kind: K, own: AdvisorMonth, versions: RuleVersions): Anomaly[] {
  const holding = versionOn(versions[kind], daysOfMonth(own.month).from)
  if (!holding) return []
  return rules[kind].find(own, holding.thresholds).map((found) => ({
    key: keyOf(kind, own.scope, found),
    kind,
    version: holding.version,
    scope: own.scope,
    evidence: found.evidence,
    sentence: found.sentence,
  }))
}

/** Half of the sum is enough to tell findings apart. */
function keyOf(kind: AnomalyKind, scope: ScopeId, { facts }: Found): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([kind, scope, ...facts])))).slice(0, 32)
}

type Dated = { readonly id: string; readonly date: string }

function byDayAndId(a: Dated, b: Dated): number {
  return a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1
}
