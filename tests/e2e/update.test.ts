import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Device } from '../browser/device.ts'
import { isInstalled, openForm, signIn, writeNote } from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

let newerBuild: string
let server: ServerProcess
let phone: Device

beforeAll(async () => {
  newerBuild = await mkdtemp(join(tmpdir(), 'espace-coop-build-'))
  execFileSync('npx', ['vite', 'build', '--logLevel', 'error', '--outDir', newerBuild, '--emptyOutDir'], {
    env: { ...process.env, APP_VERSION: 'newer-build' },
    stdio: 'inherit',
  })
  server = await ServerProcess.start()
  phone = await Device.open()
  await signIn(phone.page, server.origin, 'Awa')
  await isInstalled(phone.page)
  await phone.page.goto(server.origin)
})

afterAll(async () => {
  await phone?.remove()
  await server?.remove()
  await rm(newerBuild, { recursive: true, force: true })
})

test('I26 an update shows quietly, leaves an open form alone, and takes place at the next navigation', async () => {
  const { page } = phone
  await openForm(page)
  await writeNote(page, 'En cours de frappe')
  await server.stop()
  await server.start({ APP_FOLDER: newerBuild })
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
  })
  await expect.poll(() => waits(page), { timeout: 20_000 }).toBe(true)
  expect(await page.getByLabel('Note', { exact: true }).inputValue()).toBe('En cours de frappe')

  await page.getByRole('link', { name: 'Retour' }).click()
  // The page learns of it a moment after: the navigation after that one takes it.
  await expect
    .poll(
      () =>
        goesOn(page)
          .then(() => waits(page))
          .catch(reloading),
      { timeout: 20_000 },
    )
    .toBe(false)
  await page.goto(`${server.origin}/plus/diagnostic`)
  await page.getByText('newer-build').first().waitFor()

  await page.goto(server.origin)
  await page.getByRole('link').filter({ hasText: 'Brouillon' }).click()
  await page.getByRole('heading', { level: 1, name: 'Compte rendu' }).waitFor()
  expect(await page.getByLabel('Note', { exact: true }).inputValue()).toBe('En cours de frappe')
})

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
function reloading(error: unknown): undefined {
  if (!(error instanceof Error) || !/destroyed|navigation|closed/i.test(error.message)) throw error
}
