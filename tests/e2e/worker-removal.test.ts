import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Device } from '../browser/device.ts'
import {
  fileSimplestReport,
  hasOwnReports,
  isInstalled,
  openForm,
  signIn,
  writeNote,
} from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

let server: ServerProcess
let phone: Device
let broken: string

beforeEach(async () => {
  broken = await mkdtemp(join(tmpdir(), 'espace-coop-broken-'))
  server = await ServerProcess.start()
  phone = await Device.open({ isNew: true })
})

afterEach(async () => {
  await phone?.remove()
  await server?.remove()
  await rm(broken, { recursive: true, force: true })
})

test('P7 and I26 the worker goes, the open form keeps what is typed, and nothing that was saved is lost', async () => {
  const { page } = phone
  await signIn(page, server.origin, 'Awa')
  await isInstalled(page)
  await page.goto(server.origin)
  await hasOwnReports(page)
  await server.stop()
  await fileSimplestReport(page, 'Écrit sans serveur')
  await openForm(page)
  await writeNote(page, 'En cours de frappe')
  await page.evaluate(() => void Object.assign(window, { sameDocument: true }))

  await server.start({ WORKER_OFF: 'true' })
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
  await expect.poll(() => workersAndFiles(page), { timeout: 20_000 }).toEqual([0, 0])
  // Longer than the worker waits for a page to answer: this one did, and is left alone.
  const gone = await page.evaluate(() => performance.now())
  await page.waitForFunction((since) => performance.now() - since > 4_000, gone)
  expect(await page.getByLabel('Note', { exact: true }).inputValue()).toBe('En cours de frappe')
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)

  await page.getByRole('link', { name: 'Retour' }).click()
  await page.waitForFunction(() => !('sameDocument' in window))
  await page.waitForLoadState('load')
  await expect.poll(() => goesTo(page, `${server.origin}/synchronisation`), { timeout: 20_000 }).toBe(true)
  await page.getByText('Tout est envoyé').waitFor()
  await page.goto(server.origin)
  await page.getByRole('link').filter({ hasText: 'Brouillon' }).click()
  await page.getByRole('button', { name: 'Enregistrer' }).waitFor()
  expect(await page.getByLabel('Note', { exact: true }).inputValue()).toBe('En cours de frappe')
  expect(await workersAndFiles(page)).toEqual([0, 0])

  await server.stop()
  await server.start({ WORKER_OFF: 'false' })
  await page.goto(server.origin)
  await isInstalled(page)
})

test('P7 people whom a broken worker keeps from the app get it back by themselves', async () => {
  const { page } = phone
  await cp('dist', broken, { recursive: true })
  await writeFile(
    join(broken, 'sw.js'),
    `self.addEventListener('install', () => self.skipWaiting())
     self.addEventListener('fetch', (event) => {
       if (event.request.mode === 'navigate')
         event.respondWith(new Response('<p>Cassé</p>', { headers: { 'content-type': 'text/html; charset=utf-8' } }))
     })`,
  )
  for (const name of ['sw.js.br', 'sw.js.gz']) await rm(join(broken, name), { force: true })
  await server.stop()
  await server.start({ APP_FOLDER: broken })
  await page.goto(`${server.origin}/connexion`)
  await isInstalled(page)
  await page.goto(`${server.origin}/connexion`)
  await page.getByText('Cassé').waitFor()

  await server.stop()
  await server.start({ APP_FOLDER: broken, WORKER_OFF: 'true' })
  await page.goto(`${server.origin}/connexion`)
  await page.getByRole('link', { name: 'Se connecter' }).waitFor({ timeout: 60_000 })
  await expect.poll(() => workersAndFiles(page), { timeout: 20_000 }).toEqual([0, 0])
})

/** Whether the page got there: one that is loaded again at the same moment stops it. */
async function goesTo(page: Page, address: string): Promise<boolean> {
  try {
    await page.goto(address)
    return true
  } catch (error) {
    if (error instanceof Error && error.message.includes('ERR_ABORTED')) return false
    throw error
  }
}

/** How many workers the browser has of this origin, and how many caches of theirs. Polled over reloads. */
function workersAndFiles(page: Page): Promise<number[]> {
  return page
    .evaluate(async () => [
      (await navigator.serviceWorker.getRegistrations()).length,
      (await caches.keys()).length,
    ])
    .catch(() => [])
}
