import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** An installation, on a machine that does much else. */
const patience = 60_000

/** Looks for a newer build, and waits until it is on the device, to be taken. */
export async function findsUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
  })
  await expect.poll(() => waits(page).catch(reloading), { timeout: patience }).toBe(true)
}

/** Looks for the build that the server has now, and takes it where another one runs, or waits to. */
export async function takesWhatIsServed(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
  })
  const isInstalled = () =>
    page.evaluate(async () => (await navigator.serviceWorker.ready).installing === null)
  await expect.poll(() => isInstalled().catch(reloading), { timeout: patience }).toBe(true)
  if (await waits(page)) await takesUpdate(page)
}

/** Goes from page to page until the newer build is taken: the page learns of it a moment after it is there. */
export async function takesUpdate(page: Page): Promise<void> {
  const goesOnce = () =>
    goesOn(page)
      .then(() => waits(page))
      .catch(reloading)
  await expect.poll(goesOnce, { timeout: patience, interval: 2_000 }).toBe(false)
}

/** Whether a newer build is on the device and waits to be taken. */
function waits(page: Page): Promise<boolean> {
  return page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null)
}

/** To another page of the app. */
async function goesOn(page: Page): Promise<void> {
  const isHome = new URL(page.url()).pathname === '/'
  await page.getByRole('link', { name: isHome ? 'Activités' : 'Accueil', exact: true }).click()
}

/** Asked while the page reloads into the newer build, nobody answers. */
export function reloading(error: unknown): undefined {
  if (!(error instanceof Error) || !/destroyed|navigation|closed/i.test(error.message)) throw error
}
