import { useMemo, useSyncExternalStore } from 'react'
import { LivePages, type NextPage, type PagesShown } from '../live-pages.ts'

export interface ReportPages extends PagesShown {
  more: () => void
}

/** Pages of reports, kept up to date; another list where `next` is another. */
export function useReportPages(next: NextPage | undefined): ReportPages {
  const pages = useMemo(() => (next ? new LivePages(next) : undefined), [next])
  const shown = useSyncExternalStore(pages?.subscribe ?? nothingToHear, pages?.shown ?? nothingYet)
  return { ...shown, more: pages?.more ?? nothing }
}

const yetToCome: PagesShown = { reports: undefined, hasMore: false }
const nothingYet = () => yetToCome
const nothing = () => undefined
const nothingToHear = () => nothing
