import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Result } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2 AA and good practice. */
const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The rules whose answer hangs on colours, and none of the structure. */
const ofColours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

/** What axe finds against WCAG 2.2 AA and good practice on the page as it is shown: one line a violation. */
export function accessibilityViolations(page: Page): Promise<string[]> {
  return violations(page, everything)
}

/** Of a page that is looked at in light, then in dark: colours in both, what it is made of once, with the second. */
export const schemes = [
  ['light', (page: Page) => violations(page, ofColours)],
  ['dark', accessibilityViolations],
] as const

/**
 * Evaluated by the devtools protocol, so that the page's own content policy stays as it is. Only violations are gathered
 * and leave the page: what passed is told node by node, and is most of the work.
 */
async function violations(page: Page, runOnly: string[] | typeof ofColours): Promise<string[]> {
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(`${await source}; undefined`)
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'] })
  // axe is put on the window by the line above; the page's types don't know it.
  const found = await page.evaluate<Result[]>(
    `axe.run(document, ${options}).then((results) => results.violations)`,
  )
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map((node) => `${String(node.target)} ${node.failureSummary ?? ''}`).join(' | ')}`,
  )
}
