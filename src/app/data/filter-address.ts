import { calendarDaySchema } from '../../domain/calendar-day.ts'
import { facetNames, type FacetValue } from '../../domain/report/search/facets.ts'
import { facetOf, valueOf, type ReportFilter } from '../../domain/report/search/report-filter.ts'

/** A filter as the query of an address, which can be kept and shared with oneself. */
export function queryOfFilter({ text, from, to, values }: ReportFilter): string {
  const query = new URLSearchParams()
  if (text.trim() !== '') query.set('q', text)
  if (from) query.set('du', from)
  if (to) query.set('au', to)
  for (const value of values) query.append(facetOf(value), valueOf(value))
  return query.toString()
}

/** An address of the list or of a report, with what the list is filtered by. */
export function withQuery(address: string, query: string): string {
  return query === '' ? address : `${address}?${query}`
}

/** What an address says; what it says wrongly is left out. */
export function filterOfQuery(search: string): ReportFilter {
  const query = new URLSearchParams(search)
  return {
    text: query.get('q') ?? '',
    from: calendarDaySchema.safeParse(query.get('du')).data,
    to: calendarDaySchema.safeParse(query.get('au')).data,
    values: facetNames.flatMap((name) => query.getAll(name).map((value): FacetValue => `${name}:${value}`)),
  }
}
