import { afterAll, beforeAll, expect, test } from 'vitest'
import { Device } from '../browser/device.ts'
import {
  chooseDurationAndTheme,
  fileSimplestReport,
  hasOwnReports,
  isInstalled,
  openForm,
  save,
  signIn,
  writeNote,
} from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'
import { readDeviceTables } from '../drills/browser/device-tables.ts'
import { evictStorage } from '../drills/browser/evict-storage.ts'
import { unlimitedRates } from '../drills/unlimited-rates.ts'

/* `npm run drill:evictions` does the same a hundred times. */

let server: ServerProcess

beforeAll(async () => {
  server = await ServerProcess.start(unlimitedRates)
})

afterAll(() => server?.remove())

test('P13 an open form outlives the data that its site had stored, and the loss of what waited is told', async () => {
  const phone = await Device.open()
  const { page } = phone
  await signIn(page, server.origin, 'Awa')
  await isInstalled(page)
  await hasOwnReports(page)
  await phone.context.setOffline(true)
  await fileSimplestReport(page, 'Gardée nulle part ailleurs')
  await openForm(page)
  await chooseDurationAndTheme(page)
  await writeNote(page, 'En cours de frappe')
  const session = await phone.context.newCDPSession(page)
  const { origin } = server
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })

  await expect
    .poll(async () => (await readDeviceTables(page)).drafts, { timeout: 20_000 })
    .toEqual(['En cours de frappe'])
  expect(await page.getByLabel('Note', { exact: true }).inputValue()).toBe('En cours de frappe')
  // Never over what is being typed: once it is saved.
  await save(page)
  await page.getByText('dont 1 élément qui n’était pas envoyé').waitFor()
  await page.getByRole('button', { name: 'J’ai compris' }).click()
  await phone.context.setOffline(false)
  await expect.poll(async () => (await readDeviceTables(page)).waiting, { timeout: 30_000 }).toEqual([])
  await phone.remove()
})

test('P8 P15 thrown away at random moments, nothing is lost that had ten seconds of network or wasn’t said', async () => {
  const found = await evictStorage({ server, evictions: 3, seed: 20, advisors: ['Awa', 'Bruno', 'Hugo'] })
  const { lost, unsaid, twice, silent } = found
  expect({ lost, unsaid, twice, silent }).toEqual({ lost: [], unsaid: [], twice: [], silent: [] })
  expect(found.shown).toBeGreaterThan(2)
})
