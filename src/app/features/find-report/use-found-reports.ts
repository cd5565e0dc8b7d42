import { useState } from 'react'
import { useReports } from '../../data/react/use-reports.ts'
import type { LocalReport } from '../../data/reports.ts'
import { usePlaceNames } from '../../data/react/use-place-names.ts'
import { matches, wordsOf } from './search-words.ts'

/** Reports that come at once, and at each step after. */
export const reportsStep = 50
/** All that a device is expected to hold: a search reads it whole. */
const everything = 100_000

export interface FoundReports {
  /** Undefined until the first reading. */
  reports: readonly LocalReport[] | undefined
  search: string
  onSearch: (text: string) => void
  hasMore: boolean
  onMore: () => void
}

// How far one had gone down the list: coming back from a report finds it as it was left.
let shownLast = reportsStep

/** The reports of the list: the newest, more of them at the end of the page, or those that a search finds. */
export function useFoundReports(): FoundReports {
  const [search, setSearch] = useState('')
  const [limit, setLimit] = useState(shownLast)
  const words = wordsOf(search)
  const isSearching = words.length > 0
  const places = usePlaceNames()
  // One more than is shown says whether there are more.
  const read = useReports(isSearching ? everything : limit + 1)
  const [before, setBefore] = useState(read)
  // While more are being read, those that were there stay.
  if (read && read !== before) setBefore(read)
  const all = read ?? before
  const found = isSearching ? all?.filter((report) => matches(report, words, places)) : all
  const grow = () => {
    shownLast = limit + reportsStep
    setLimit(shownLast)
  }
  return {
    reports: found?.slice(0, limit),
    search,
    onSearch: setSearch,
    hasMore: (found?.length ?? 0) > limit,
    onMore: grow,
  }
}
