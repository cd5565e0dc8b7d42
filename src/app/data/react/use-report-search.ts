import { useEffect, useState } from 'react'
import { isEmptyFilter, type ReportFilter } from '../../../domain/report/search/report-filter.ts'
import type { FacetValue } from '../../../domain/report/search/facets.ts'
import { inSlices } from '../in-slices.ts'
import { reportIndex, type Found, type ReportIndex } from '../report-index.ts'
import { useDatabase } from './database-context.ts'

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

/** Begins to make the index, for whoever is about to search. */
export function useIndexWarmUp(): () => void {
  const db = useDatabase()
  return () => {
    // What goes wrong here is met again, and said, by the search itself.
    reportIndex(db).catch(() => undefined)
  }
}

/** What a filter finds on this device; undefined where it asks for nothing, and until it is known. */
export function useReportSearch(filter: ReportFilter): Found | undefined {
  const isSearching = !isEmptyFilter(filter)
  const found = useFromIndex(filter, isSearching, findIn)
  return isSearching ? found : undefined
}

/** How many reports have each value, to filter by it; undefined until the index is there. */
export function useFacetCounts(filter: ReportFilter): ReadonlyMap<FacetValue, number> | undefined {
  return useFromIndex(filter, true, countIn)
}

type Work<Result> = (index: ReportIndex, filter: ReportFilter) => Generator<void, Result>

const findIn: Work<Found> = (index, filter) => index.findSlowly(filter)
const countIn: Work<ReadonlyMap<FacetValue, number>> = (index, filter) => index.countSlowly(filter)

/** What the index says of a filter, found without holding up the page; what it said before, until then. */
function useFromIndex<Result>(filter: ReportFilter, isWanted: boolean, work: Work<Result>) {
  const known = useReportIndex(isWanted)
  const [result, setResult] = useState<Result>()
  const [failure, setFailure] = useState<unknown>()
  // The next search doesn't begin with what the last one found.
  if (!isWanted && result !== undefined) setResult(undefined)
  useEffect(() => {
    if (!known || !isWanted) return undefined
    let isAwaited = true
    inSlices(work(known.index, filter), () => isAwaited).then(
      (next) => isAwaited && setResult(() => next),
      setFailure,
    )
    return () => {
      isAwaited = false
    }
  }, [known, filter, isWanted, work])
  if (failure !== undefined) throw failure
  return result
}
