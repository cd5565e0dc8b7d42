import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useMemo, useState } from 'react'
import { isEmptyFilter, type ReportFilter } from '../../../domain/report/search/report-filter.ts'
import type { FacetValue } from '../../../domain/report/search/facets.ts'
import { reportIndex, type ReportIndex } from '../report-index.ts'
import { reportsByKeys, type LocalReport } from '../reports.ts'
import { useDatabase } from './database-context.ts'

export interface ReportSearch {
  /** The first of those found; undefined until the first reading. */
  reports: LocalReport[] | undefined
  /** Undefined while this visit's index is made. */
  count: number | undefined
  minutes: number
}

/** This visit's index, once somebody searches; another value after each change. */
export function useReportIndex(isWanted: boolean): { index: ReportIndex; version: number } | undefined {
  const db = useDatabase()
  const [known, setKnown] = useState<{ index: ReportIndex; version: number }>()
  const [failure, setFailure] = useState<unknown>()
  useEffect(() => {
    if (!isWanted) return undefined
    let stop: (() => void) | undefined
    let isAwaited = true
    const follow = async () => {
      const index = await reportIndex(db)
      if (!isAwaited) return
      setKnown({ index, version: 0 })
      stop = index.onChange(() => setKnown((before) => ({ index, version: (before?.version ?? 0) + 1 })))
    }
    follow().catch(setFailure)
    return () => {
      isAwaited = false
      stop?.()
    }
  }, [db, isWanted])
  if (failure !== undefined) throw failure
  return known
}

/** What a filter finds on this device; undefined where it asks for nothing. */
export function useReportSearch(filter: ReportFilter, limit: number): ReportSearch | undefined {
  const db = useDatabase()
  const isSearching = !isEmptyFilter(filter)
  const known = useReportIndex(isSearching)
  const found = useMemo(
    () => (isSearching ? known?.index.find(filter) : undefined),
    [filter, isSearching, known],
  )
  const keys = useMemo(() => found?.keys.slice(0, limit), [found, limit])
  const reports = useLiveQuery(() => (keys ? reportsByKeys(db, keys) : undefined), [db, keys])
  if (!isSearching) return undefined
  return { reports, count: found?.keys.length, minutes: found?.minutes ?? 0 }
}

/** How many reports have each value, to filter by it; undefined until the index is there. */
export function useFacetCounts(filter: ReportFilter): ReadonlyMap<FacetValue, number> | undefined {
  const known = useReportIndex(true)
  return useMemo(() => known?.index.counts(filter), [filter, known])
}
