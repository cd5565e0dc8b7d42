import { useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { ReportFilter } from '../../../domain/report/search/report-filter.ts'
import { filterOfQuery, queryOfFilter } from '../../data/filter-address.ts'

/** How long after the last key the address says what is looked for: browsers allow few changes of it. */
const addressAfterMs = 400

/** What is looked for, kept in the address: coming back, or opening it again, finds the same. */
export function useFilterInAddress(): [ReportFilter, (filter: ReportFilter) => void] {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const [filter, setFilter] = useState(() => filterOfQuery(search))
  const wanted = queryOfFilter(filter)
  const said = queryOfFilter(filterOfQuery(search))
  const [seen, setSeen] = useState(said)
  const [written, setWritten] = useState(said)
  if (said !== seen) {
    setSeen(said)
    // Somebody went to another address of the list: what it says holds.
    if (said !== written) setFilter(filterOfQuery(search))
  }
  useEffect(() => {
    if (wanted === said) return undefined
    const timer = setTimeout(() => {
      setWritten(wanted)
      navigate(wanted === '' ? path : `${path}?${wanted}`, { replace: true, state: history.state })
    }, addressAfterMs)
    return () => clearTimeout(timer)
  }, [wanted, said, path, navigate])
  return [filter, setFilter]
}
