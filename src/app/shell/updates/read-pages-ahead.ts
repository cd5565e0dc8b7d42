import { rememberError } from '../../data/last-errors.ts'
import { OtherPages } from '../lazy-parts.ts'

/** Pages of the bar, each of dozens of parts, which a phone takes a quarter of a second to read one after the other. */
const barPages = [
  () => OtherPages.readAhead(),
  async () => (await import('../lazy-pages.ts')).ReportsPage.readAhead(),
  async () => (await import('../lazy-pages.ts')).FiguresPage.readAhead(),
]

/** Where a browser doesn't say when it has nothing else to do. */
const soonMs = 2_000

/** Reads the pages that are a tap away, one after the other, each while nothing else is to be done. */
export function readPagesAhead(page: Window, pages: readonly (() => Promise<unknown>)[] = barPages): void {
  const [first, ...others] = pages
  if (!first) return
  whenIdle(page, () => {
    first()
      .then(() => readPagesAhead(page, others))
      .catch(rememberError)
  })
}

function whenIdle(page: Window, act: () => void): void {
  // Not in Safari, whatever its type says.
  if ('requestIdleCallback' in page) page.requestIdleCallback(act)
  else setTimeout(act, soonMs)
}
