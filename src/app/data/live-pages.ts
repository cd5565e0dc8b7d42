import { liveQuery } from 'dexie'
import type { LocalReport } from './reports.ts'

/** One page of a list of reports, to be read again whenever something of it changes. */
export interface ReportPage {
  read(): Promise<LocalReport[]>
  /** Once it was read: whether others come after it. */
  hasMore(): boolean
  /** So many came to it that the list had better begin again. */
  isOverfull?(): boolean
}

/** The page that comes after those that are there: after the last of their reports, and how many pages there are. */
export type NextPage = (last: LocalReport | undefined, at: number) => ReportPage

export interface PagesShown {
  /** Undefined until the first reading. */
  reports: readonly LocalReport[] | undefined
  hasMore: boolean
}

interface OpenPage {
  page: ReportPage
  reports: LocalReport[] | undefined
  stop: () => void
}

/**
 * A list that grows page by page, each of them kept up to date by itself: going down a long list reads only what comes
 * next, and leaves what is there as it is.
 */
export class LivePages {
  readonly #next: NextPage
  readonly #pages: OpenPage[] = []
  readonly #listeners = new Set<() => void>()
  #shown: PagesShown = { reports: undefined, hasMore: false }
  #failure: { error: unknown } | undefined

  constructor(next: NextPage) {
    this.#next = next
  }

  /** Reads while somebody listens. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    if (this.#pages.length === 0) this.#open()
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) this.#close()
    }
  }

  /** What there is to show: the same value until something changes. Throws what the database threw. */
  readonly shown = (): PagesShown => {
    if (this.#failure) throw this.#failure.error
    return this.#shown
  }

  /** One page more, unless the last is still being read. */
  readonly more = (): void => {
    const last = this.#pages.at(-1)
    if (last?.reports && last.page.hasMore()) this.#open()
  }

  #close(): void {
    for (const { stop } of this.#pages.splice(0)) stop()
  }

  #open(): void {
    const last = this.#pages.findLast(({ reports }) => reports?.length)?.reports?.at(-1)
    const page = this.#next(last, this.#pages.length)
    const open: OpenPage = { page, reports: undefined, stop: () => undefined }
    this.#pages.push(open)
    const following = liveQuery(() => page.read()).subscribe({
      next: (reports) => {
        open.reports = reports
        if (page.isOverfull?.()) this.#beginAgain()
        else this.#announce()
      },
      error: (error: unknown) => {
        this.#failure = { error }
        this.#announce()
      },
    })
    open.stop = () => following.unsubscribe()
  }

  #beginAgain(): void {
    this.#close()
    this.#open()
  }

  #announce(): void {
    const read = this.#pages.flatMap(({ reports }) => (reports ? [reports] : []))
    const last = this.#pages.at(-1)
    this.#shown = {
      reports: read.length === 0 ? undefined : read.flat(),
      hasMore: last?.reports ? last.page.hasMore() : true,
    }
    for (const listener of this.#listeners) listener()
  }
}
