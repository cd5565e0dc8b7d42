import { useDeferredValue, useMemo, useState } from 'react'
import { isEmptyFilter, type ReportFilter } from '../../../domain/report/search/report-filter.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { useReportPages } from '../../data/react/use-report-pages.ts'
import { useReportSearch } from '../../data/react/use-report-search.ts'
import { pagesByDay, pagesByKeys } from '../../data/report-pages.ts'
import type { LocalReport } from '../../data/reports.ts'
import { usePrintOnce } from './use-print-once.ts'
import { useFilterInAddress } from './use-filter-in-address.ts'

/** Reports that come at once, and at each step after. */
export const reportsStep = 50

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
  onPrint: () => void
}

// How far one had gone down the list: coming back from a report finds it as it was left.
let shownLast = reportsStep

const onScreen = { first: () => shownLast, step: reportsStep }

/** A list on paper is read from its beginning: more than these would be read by nobody. */
const printedMost = 1000
const onPaper = { first: () => printedMost, step: reportsStep }

/** The reports of the list: the newest, more of them at the end of the page, or those that a filter finds. */
export function useFoundReports(): FoundReports {
  const db = useDatabase()
  const [filter, setFilter] = useFilterInAddress()
  const isFiltering = !isEmptyFilter(filter)
  const [isPrinting, setPrinting] = useState(false)
  const found = useReportSearch(filter)
  const next = useMemo(() => {
    const sizes = isPrinting ? onPaper : onScreen
    if (!isFiltering) return pagesByDay(db, sizes)
    return found && pagesByKeys(db, found.keys, sizes)
  }, [db, isFiltering, found, isPrinting])
  const { reports: read, hasMore, more } = useReportPages(next)
  const [before, setBefore] = useState(read)
  // While others are being read, those that were there stay.
  if (read && read !== before) setBefore(read)
  // The rows are drawn when nothing more pressing waits: a key, a scroll.
  const reports = useDeferredValue(read ?? before)
  usePrintOnce(isPrinting && read !== undefined && reports === read, () => setPrinting(false))
  return {
    reports,
    filter,
    onFilter: (changed) => {
      shownLast = reportsStep
      setFilter(changed)
    },
    isFiltering,
    count: found?.keys.length,
    minutes: found?.minutes ?? 0,
    hasMore,
    onMore: () => {
      shownLast = (read?.length ?? 0) + reportsStep
      more()
    },
    onPrint: () => setPrinting(true),
  }
}
