import { useDeferredValue, useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { isEmptyFilter, type ReportFilter } from '../../../domain/report/search/report-filter.ts'
import { useReports } from '../../data/react/use-reports.ts'
import { useReportSearch } from '../../data/react/use-report-search.ts'
import type { LocalReport } from '../../data/reports.ts'
import { filterOfQuery, queryOfFilter } from '../../data/filter-address.ts'

/** Reports that come at once, and at each step after. */
export const reportsStep = 50

/** How long after the last key the address says what is looked for: browsers allow few changes of it. */
const addressAfterMs = 400

export interface FoundReports {
  /** Undefined until the first reading. */
  reports: readonly LocalReport[] | undefined
  filter: ReportFilter
  onFilter: (filter: ReportFilter) => void
  isFiltering: boolean
  /** All that a filter finds, undefined until it is known; and their minutes. */
  count: number | undefined
  minutes: number
  hasMore: boolean
  onMore: () => void
}

// How far one had gone down the list: coming back from a report finds it as it was left.
let shownLast = reportsStep

/** The reports of the list: the newest, more of them at the end of the page, or those that a filter finds. */
export function useFoundReports(): FoundReports {
  const [filter, setFilter] = useFilterInAddress()
  const [limit, setLimit] = useState(shownLast)
  const isFiltering = !isEmptyFilter(filter)
  // A key is shown before what it finds: typing never waits.
  const found = useReportSearch(useDeferredValue(filter), limit)
  // One more than is shown says whether there are more.
  const all = useReports(limit + 1)
  const read = isFiltering ? found?.reports : all
  const [before, setBefore] = useState(read)
  // While more are being read, those that were there stay.
  if (read && read !== before) setBefore(read)
  const reports = read ?? before
  const grow = () => {
    shownLast = limit + reportsStep
    setLimit(shownLast)
  }
  return {
    reports: reports?.slice(0, limit),
    filter,
    onFilter: (next) => {
      setLimit(reportsStep)
      setFilter(next)
    },
    isFiltering,
    count: found?.count,
    minutes: found?.minutes ?? 0,
    hasMore: isFiltering ? (found?.count ?? 0) > limit : (all?.length ?? 0) > limit,
    onMore: grow,
  }
}

/** What is looked for, kept in the address: coming back, or opening it again, finds the same. */
function useFilterInAddress(): [ReportFilter, (filter: ReportFilter) => void] {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const [filter, setFilter] = useState(() => filterOfQuery(search))
  const wanted = queryOfFilter(filter)
  useEffect(() => {
    if (wanted === queryOfFilter(filterOfQuery(search))) return undefined
    const timer = setTimeout(
      () => navigate(wanted === '' ? path : `${path}?${wanted}`, { replace: true, state: history.state }),
      addressAfterMs,
    )
    return () => clearTimeout(timer)
  }, [wanted, search, path, navigate])
  return [filter, setFilter]
}
