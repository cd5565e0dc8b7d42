import type { CalendarDay } from '../../calendar-day.ts'
import { facetNames, type FacetName, type FacetValue } from './facets.ts'
import { wordsOf } from './fold-text.ts'

/** What is looked for: every part must hold; of one facet, any of its values will do. */
export interface ReportFilter {
  /** As typed. */
  text: string
  from: CalendarDay | undefined
  to: CalendarDay | undefined
  values: readonly FacetValue[]
}

export const emptyFilter: ReportFilter = { text: '', from: undefined, to: undefined, values: [] }

export function isEmptyFilter({ text, from, to, values }: ReportFilter): boolean {
  return wordsOf(text).length === 0 && from === undefined && to === undefined && values.length === 0
}

export function facetOf(value: FacetValue): FacetName {
  // The type says what stands before the colon.
  return value.slice(0, value.indexOf(':')) as FacetName
}

export function valueOf(value: FacetValue): string {
  return value.slice(value.indexOf(':') + 1)
}

/** What a filter is compared with. */
export interface Searchable {
  readonly date: string
  /** Folded; absent where words are not looked for. */
  readonly text?: string
  readonly values: readonly FacetValue[]
}

/** The rule of a filter, made ready once for many reports: only what is asked for is looked at. */
export function matcherOf({ text, from, to, values }: ReportFilter): (report: Searchable) => boolean {
  const words = wordsOf(text)
  const groups = facetNames
    .map((name) => new Set(values.filter((value) => facetOf(value) === name)))
    .filter((group) => group.size > 0)
  const rules: ((report: Searchable) => boolean)[] = [
    ...(from ? [({ date }: Searchable) => date >= from] : []),
    ...(to ? [({ date }: Searchable) => date <= to] : []),
    ...groups.map(anyOf),
    ...words.map((word) => (report: Searchable) => (report.text ?? '').includes(word)),
  ]
  return (report) => rules.every((holds) => holds(report))
}

/** One value alone, as most facets are asked for, is found several times faster than in a set. */
function anyOf(group: ReadonlySet<FacetValue>): (report: Searchable) => boolean {
  const [only, ...others] = group
  return only !== undefined && others.length === 0
    ? ({ values }) => values.includes(only)
    : ({ values }) => values.some((value) => group.has(value))
}
