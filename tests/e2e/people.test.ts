import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { Device } from '../browser/device.ts'
import {
  chooseDurationAndTheme,
  hasOwnReports,
  isInstalled,
  openForm,
  save,
  signIn,
  syncsNow,
} from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

let server: ServerProcess
let phone: Device
let other: Device

beforeAll(async () => {
  server = await ServerProcess.start()
  phone = await Device.open()
  other = await Device.open({ hasWorker: false })
})

afterAll(async () => {
  await phone?.remove()
  await other?.remove()
  await server?.remove()
})

test('I27 without network a person’s two pages are made one; another device sees one, and nobody once they are erased', async () => {
  const { page } = phone
  await signIn(page, server.origin, 'Awa')
  await hasOwnReports(page)
  await isInstalled(page)
  await phone.context.setOffline(true)

  await filesReportOn(page, 'Zoé Bernard-Lévêque')
  await filesReportOn(page, 'Zoe Bernard Leveque')
  await page.goto(`${server.origin}/personnes/doublons`)
  await page.getByRole('link', { name: /Comparer et réunir/ }).click()
  await page.getByRole('button', { name: 'Réunir les deux fiches' }).click()
  await page.getByRole('heading', { name: /^2\scomptes rendus$/ }).waitFor()
  const address = page.url()

  await phone.context.setOffline(false)
  await syncsNow(page, server.origin)
  await signIn(other.page, server.origin, 'Awa')
  await hasOwnReports(other.page)
  await other.page.goto(`${server.origin}/personnes`)
  await other.page.getByLabel('Chercher une personne').fill('bernrad')
  await other.page.getByText(/^1\spersonne$/).waitFor()
  await other.page.getByRole('link', { name: /Bernard-Lévêque Zoé/ }).click()
  await other.page.getByRole('heading', { name: /^2\scomptes rendus$/ }).waitFor()

  await page.goto(address)
  await page.getByRole('button', { name: 'Effacer cette personne' }).click()
  await page.getByRole('button', { name: 'Effacer pour toujours' }).click()
  await page.getByText('Vous ne suivez personne par son nom.').waitFor()
  await syncsNow(page, server.origin)
  await syncsNow(other.page, server.origin)
  await other.page.goto(`${server.origin}/activites`)
  await other.page
    .getByText(/^Personne anonyme, /)
    .first()
    .waitFor()
  expect(await other.page.getByText(/Bernard/).count()).toBe(0)
  expect(
    [...phone.errors, ...other.errors].filter((error) => !error.includes('INTERNET_DISCONNECTED')),
  ).toEqual([])
})

/** Files a report on somebody new, whose page is begun in the form. */
async function filesReportOn(page: Page, name: string): Promise<void> {
  await page.goto(server.origin)
  await openForm(page)
  await chooseDurationAndTheme(page)
  const whom = page.getByRole('combobox', { name: 'Personne suivie' })
  // The fold stays as it was left: asked again until it is open.
  await expect
    .poll(async () => {
      if (!(await whom.isVisible())) await page.getByText('Qui', { exact: true }).click()
      return whom.isVisible()
    })
    .toBe(true)
  await whom.fill(name)
  await page.getByRole('option', { name: /Créer la fiche/ }).click()
  await page.getByRole('button', { name: 'Créer la fiche' }).click()
  await page.getByRole('button', { name: 'Créer la fiche' }).waitFor({ state: 'detached' })
  await save(page)
}
