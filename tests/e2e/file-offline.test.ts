import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Device } from '../browser/device.ts'
import {
  chooseDurationAndTheme,
  hasOwnReports,
  isInstalled,
  openForm,
  save,
  signIn,
  writeNote,
} from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

let server: ServerProcess
let phone: Device

beforeAll(async () => {
  server = await ServerProcess.start()
  phone = await Device.open({ isNew: true })
  await signIn(phone.page, server.origin, 'Awa')
  await isInstalled(phone.page)
  await hasOwnReports(phone.page)
})

afterAll(async () => {
  await phone?.remove()
  await server?.remove()
})

test('I1 a report filed with no network and no server is kept, sent without being asked, and shown as sent', async () => {
  await server.stop()
  await phone.close()
  const page = await phone.open()
  await page.goto(server.origin)
  await openForm(page)
  await chooseDurationAndTheme(page)
  await writeNote(page, 'Filé dans le bus, sans réseau')
  await save(page)
  const line = page.getByRole('listitem').filter({ hasText: 'Enregistré sur cet appareil' })
  await line.first().waitFor()

  await server.start()
  await line.first().waitFor({ state: 'detached', timeout: 60_000 })
  expect(await page.getByText('À corriger').count()).toBe(0)
})

test('I26 what was typed when the browser was killed is in the form on return', async () => {
  await phone.close()
  let page = await phone.open()
  await page.goto(server.origin)
  await openForm(page)
  await chooseDurationAndTheme(page)
  await writeNote(page, 'La phrase que personne ne doit perdre')
  await page.waitForFunction(() => document.body.innerText.toLowerCase().includes('brouillon'))
  await draftIsKept(page)
  await phone.kill()

  page = await phone.open()
  await page.goto(server.origin)
  await page.getByRole('link').filter({ hasText: 'Brouillon' }).click()
  await page.getByRole('heading', { level: 1, name: 'Compte rendu' }).waitFor()
  await expect
    .poll(() => page.getByLabel('Note', { exact: true }).inputValue())
    .toBe('La phrase que personne ne doit perdre')
  expect(await page.getByRole('radio', { name: '45 min' }).isChecked()).toBe(true)
})

/** Until the note is in the device's database, which is promised within 300 ms of the last key. */
async function draftIsKept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(draftsOnDisk), { timeout: 1_000 })
    .toContain('personne ne doit perdre')
}

async function draftsOnDisk(): Promise<string> {
  const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
  const name = names.find((candidate) => candidate.startsWith('coop-'))
  if (name === undefined) return ''
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name)
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')))
  })
  const drafts = await new Promise<unknown[]>((resolve, reject) => {
    const request = database.transaction('draft').objectStore('draft').getAll()
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('not read')))
  })
  database.close()
  return JSON.stringify(drafts)
}
