import type {
  MonthAnomalies,
  SettlementsAnswer,
  StructureAnomaly,
} from '../../../../domain/access/month-anomalies.ts'
import { anomalyKinds, type AnomalyKind } from '../../../../domain/anomalies/anomaly-kinds.ts'
import { rules } from '../../../../domain/anomalies/rules.ts'
import { settlementsThatCount, type Settlement } from '../../../../domain/anomalies/settlement.ts'
import { ruleVersions } from '../../../../domain/anomalies/thresholds.ts'

/** A finding with the sentence that settles it, where one does. */
export interface SeenAnomaly {
  readonly anomaly: StructureAnomaly
  readonly settledBy: Settlement | undefined
}

/** Findings of one kind. */
export interface KindOfAnomalies {
  readonly kind: string
  readonly title: string
  /** What the rule compares with; undefined for a kind that this build doesn't know. */
  readonly rule: string | undefined
  readonly answers: readonly string[]
  readonly seen: readonly SeenAnomaly[]
}

/** What is still to be looked at, by kind in the order of the rules, and what is settled. */
export function viewOf({ anomalies }: MonthAnomalies): { open: KindOfAnomalies[]; settled: SeenAnomaly[] } {
  const seen = anomalies.map((anomaly) => ({
    anomaly,
    settledBy: settlementsThatCount(anomaly.settlements).get(anomaly.key),
  }))
  const open = seen.filter(({ settledBy }) => settledBy === undefined)
  const kinds = [...new Set([...anomalyKinds, ...open.map(({ anomaly }) => anomaly.kind)])]
  return {
    open: kinds.flatMap((kind) => {
      const ofKind = open.filter(({ anomaly }) => anomaly.kind === kind)
      const version = ofKind[0]?.anomaly.version
      return version === undefined ? [] : [{ kind, seen: ofKind, ...wordsOf(kind, version) }]
    }),
    settled: seen.filter(({ settledBy }) => settledBy !== undefined),
  }
}

/** The answer, with all that is said of one finding now. */
export function withSaid(answer: MonthAnomalies, { key, settlements }: SettlementsAnswer): MonthAnomalies {
  return {
    ...answer,
    anomalies: answer.anomalies.map((anomaly) =>
      anomaly.key === key ? { ...anomaly, settlements } : anomaly,
    ),
  }
}

export function titleOf(kind: string): string {
  return isKnown(kind) ? rules[kind].title : 'À regarder'
}

function wordsOf(kind: string, version: number): Pick<KindOfAnomalies, 'title' | 'rule' | 'answers'> {
  if (!isKnown(kind)) return { title: titleOf(kind), rule: undefined, answers: [] }
  return { title: rules[kind].title, rule: ruleWords(kind, version), answers: rules[kind].answers }
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- ties a kind's rule to its own numbers
function ruleWords<K extends AnomalyKind>(kind: K, version: number): string | undefined {
  const held = ruleVersions[kind].find((one) => one.version === version)
  return held && rules[kind].words(held.thresholds)
}

function isKnown(kind: string): kind is AnomalyKind {
  return anomalyKinds.some((known) => known === kind)
}
