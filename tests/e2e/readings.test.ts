import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessibilityViolations } from '../browser/axe.ts'
import { Device, laptop } from '../browser/device.ts'
import {
  fileSimplestReport,
  hasOwnReports,
  isInstalled,
  save,
  signIn,
  syncsNow,
  writeNote,
} from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

const privateNote = 'Ce que personne d’autre ne lit'

let server: ServerProcess
let phone: Device
let desk: Device

beforeAll(async () => {
  server = await ServerProcess.start()
  phone = await Device.open()
  desk = await Device.open({ viewport: laptop, hasWorker: false })
})

afterAll(async () => {
  for (const device of [phone, desk]) await device?.remove()
  await server?.remove()
})

test('a manager opens a report and reads what became of it, without its private note', async () => {
  const { page } = phone
  await signIn(page, server.origin, 'Awa')
  await hasOwnReports(page)
  await fileSimplestReport(page, privateNote)
  await page.locator('[data-row]').first().click()
  await page.getByRole('link', { name: 'Modifier' }).click()
  await writeNote(page, `${privateNote}, et davantage`)
  await save(page)
  await syncsNow(page, server.origin)

  await signIn(desk.page, server.origin, 'Chantal')
  await desk.page
    .getByRole('link', { name: /Awa Diallo/ })
    .first()
    .click()
  const column = desk.page.getByRole('list', { name: 'Suivi de ce compte rendu' })
  await column.getByText('Awa Diallo a déposé ce compte rendu').waitFor()
  await column.getByText('Chantal Rouch a ouvert ce compte rendu').waitFor()
  // The save of the note alone is told as nothing.
  expect(await column.getByText('a modifié').count()).toBe(0)
  expect(await accessibilityViolations(desk.page)).toEqual([])

  await page.goto(`${server.origin}/activites`)
  await page.locator('[data-row]').first().click()
  await page.getByRole('link', { name: 'Modifier' }).click()
  await page.getByRole('radio', { name: '1 h', exact: true }).check({ force: true })
  await save(page)
  await syncsNow(page, server.origin)
  await desk.page.reload()
  await column.getByText('Awa Diallo a modifié ce compte rendu').waitFor()
  await column.getByText(/Durée.*45.min → 1.h/).waitFor()
  expect(await desk.page.content()).not.toContain(privateNote)
})

test('the advisor sees who read their reports, and again without network', async () => {
  const { page, context } = phone
  await page.goto(`${server.origin}/plus`)
  await page.getByRole('link', { name: /Qui a lu mes comptes rendus/ }).click()
  const opened = page.getByRole('link', { name: /Compte rendu du .* ouvert.*Chantal Rouch/ })
  await opened.waitFor()
  await page.getByText(/^Liste, .*comptes rendus/).waitFor()
  expect(await accessibilityViolations(page)).toEqual([])
  await opened.click()
  await page.getByText(/^Lu par Chantal Rouch/).waitFor()
  expect(await accessibilityViolations(page)).toEqual([])
  await isInstalled(page)
  await context.setOffline(true)
  await page.reload()
  await page.getByText(/^Lu par Chantal Rouch.*Dernière lecture/).waitFor()
  await page.goto(`${server.origin}/lectures`)
  await page.getByText(/Vous lisez ce qui est gardé sur cet appareil/).waitFor()
  await opened.waitFor()
  await context.setOffline(false)
})

test('who answers for the structure reads its log', async () => {
  const { page } = desk
  const structure = new URL(page.url()).pathname.split('/').slice(0, 3).join('/')
  await page.goto(`${server.origin}${structure}/lectures`)
  await page.getByRole('heading', { level: 1, name: 'Journal des lectures' }).waitFor()
  await page.getByRole('link', { name: /écrit par Awa Diallo/ }).waitFor()
  await page.getByText(/^Liste, .*comptes rendus/).waitFor()
  expect(await accessibilityViolations(page)).toEqual([])
})
