import type { ScopeId } from '../../../../src/domain/ids.ts'
import type { Period } from '../../../../src/domain/statistics/period.ts'
import type { ColumnarCopy } from '../../../../src/server/columnar-copy/columnar-copy.ts'
import {
  copiedFacets,
  valuesOf,
  type CopiedValue,
} from '../../../../src/server/columnar-copy/copied-activity.ts'

/** A question to the copy. What is counted is what `computeFigures` counts of the same activities. */
export interface CopyQuestion {
  readonly period: Period
  /** As in `ReportFilter`: of one facet any of its values will do, and every facet must hold. */
  readonly values: readonly CopiedValue[]
  /** Whose activities; undefined for everybody's. */
  readonly scopes?: readonly ScopeId[] | undefined
  /** Where they count, by INSEE code; undefined for everywhere. */
  readonly isThere?: ((commune: string) => boolean) | undefined
}

/** Whether it asks for all that its scopes did in the period: then what was seen before a meeting is known of each. */
export function isWhole({ values, isThere }: CopyQuestion): boolean {
  return values.length === 0 && isThere === undefined
}

/**
 * The rows that a question asks for, as a condition on a table's columns. Days and numbers are the program's own:
 * nothing that anybody typed stands in it.
 */
export function asked(copy: ColumnarCopy, question: CopyQuestion, table: string): string {
  const conditions = [ofPeriod(copy, question, table)]
  for (const facet of copiedFacets) {
    const values = question.values.filter((value) => value.startsWith(`${facet}:`))
    const hasOne = (text: string) => valuesOf(text).some((has) => values.some((value) => value === has))
    if (values.length > 0)
      conditions.push(`${table}."${facet}" in (${list(copy.combinations.codesWhere(hasOne))})`)
  }
  const { isThere } = question
  if (isThere) {
    const isCommuneThere = (text: string) =>
      text.startsWith(communePrefix) && isThere(text.slice(communePrefix.length))
    conditions.push(`${table}.commune in (${list(copy.combinations.codesWhere(isCommuneThere))})`)
  }
  return conditions.join(' and ')
}

/** The same of the period and the scopes alone, which every table knows of. */
export function ofPeriod(
  { scopes: known }: ColumnarCopy,
  { period: { from, to }, scopes }: CopyQuestion,
  table: string,
): string {
  const days = `${table}.day between DATE '${from}' and DATE '${to}'`
  if (!scopes) return days
  const numbers = scopes.flatMap((scope) => known.get(scope)?.n ?? [])
  return `${days} and ${table}.scope in (${list(numbers)})`
}

/** An activity counts in one commune at most: it is the whole combination. */
const communePrefix = 'commune:'

/** No number is below 0: of none, nothing is found. */
function list(numbers: readonly number[]): string {
  return numbers.length === 0 ? '-1' : numbers.join(', ')
}
