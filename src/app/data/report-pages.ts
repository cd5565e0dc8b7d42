import type { CoopDatabase, DocumentKey } from './database.ts'
import type { NextPage, ReportPage } from './live-pages.ts'
import { reportsByDay, reportsByKeys, type LocalReport, type ReportPosition } from './reports.ts'

export interface PageSizes {
  /** How many the first page has: as many as one had come down to. */
  first: () => number
  step: number
}

/** More than these that come to a page while it is read are a history that arrives, not reports that are filed. */
const newcomersMost = 200

/**
 * Pages of all the reports, the newest first. A page that was read once goes from its first to its last report: one
 * that is filed in between joins it, and pushes nothing out of it.
 */
export function pagesByDay(db: CoopDatabase, { first, step }: PageSizes): NextPage {
  return (last, at) => pageOfDays(db, at === 0 ? first() : step, last && positionOf(last))
}

function pageOfDays(db: CoopDatabase, size: number, before: ReportPosition | undefined): ReportPage {
  let downTo: ReportPosition | undefined
  let count = 0
  return {
    async read() {
      if (downTo) {
        const reports = await reportsByDay(db, { before, downTo, limit: size + newcomersMost + 1 })
        count = reports.length
        return reports
      }
      // One more than is shown says whether there are more.
      const reports = await reportsByDay(db, { before, limit: size + 1 })
      const shown = reports.slice(0, size)
      const last = shown.at(-1)
      if (last && reports.length > size) downTo = positionOf(last)
      return shown
    },
    hasMore: () => downTo !== undefined,
    isOverfull: () => count > size + newcomersMost,
  }
}

/** Pages of the reports of some keys, in their order. */
export function pagesByKeys(
  db: CoopDatabase,
  keys: readonly DocumentKey[],
  { first, step }: PageSizes,
): NextPage {
  let firstSize = 0
  return (_last, at) => {
    if (at === 0) firstSize = first()
    const from = at === 0 ? 0 : firstSize + (at - 1) * step
    const until = firstSize + at * step
    return {
      read: () => reportsByKeys(db, keys.slice(from, until)),
      hasMore: () => until < keys.length,
    }
  }
}

function positionOf({ id, report: { date } }: LocalReport): ReportPosition {
  return { date, id }
}
