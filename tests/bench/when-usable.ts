import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** Watches for a form that can be saved, from the page's first script on. To be called before the navigation. */
export async function watchForSaveButton(page: Page): Promise<void> {
  await page.addInitScript({ path: join(import.meta.dirname, 'watch-save-button.js') })
}

/** Milliseconds from the beginning of the navigation until the save button was painted and could be pressed. */
export async function usableAfter(page: Page): Promise<number> {
  const took: unknown = await page.evaluate('window.saveButtonUsableAt')
  if (typeof took !== 'number') throw new Error('the page was not watched from its beginning')
  return took
}
