import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessibilityViolations } from '../browser/axe.ts'
import { Device, laptop as laptopSize } from '../browser/device.ts'
import {
  fileSimplestReport,
  hasOwnReports,
  isInstalled,
  signIn,
  syncsNow,
  writeNote,
} from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

let server: ServerProcess
let phone: Device
let laptop: Device

beforeAll(async () => {
  server = await ServerProcess.start()
  phone = await Device.open({ hasWorker: false })
  laptop = await Device.open({ viewport: laptopSize })
  for (const { page } of [phone, laptop]) {
    await signIn(page, server.origin, 'Bruno')
    await hasOwnReports(page)
  }
  await isInstalled(laptop.page)
})

afterAll(async () => {
  await phone?.remove()
  await laptop?.remove()
  await server?.remove()
})

test('I8b two versions are on both devices, side by side, and one choice settles them on both', async () => {
  await fileSimplestReport(phone.page, 'Au départ')
  await syncsNow(phone.page, server.origin)
  await syncsNow(laptop.page, server.origin)
  const address = await newestReport(phone)

  await laptop.page.goto(server.origin + address)
  // What has come meanwhile: nothing is left to be sent even before it has.
  await laptop.page.getByRole('link', { name: 'Modifier' }).waitFor()
  await laptop.context.setOffline(true)
  await edits(laptop, 'Écrit sur le portable', '1 h')
  await phone.page.goto(server.origin + address)
  await edits(phone, 'Écrit sur le téléphone, avec une phrase assez longue pour aller à la ligne', '30 min')
  await syncsNow(phone.page, server.origin)
  await laptop.context.setOffline(false)
  await syncsNow(laptop.page, server.origin)
  await syncsNow(phone.page, server.origin)

  for (const { page } of [phone, laptop]) {
    await page.goto(server.origin + address)
    await page.getByText(/modifié à deux endroits/).waitFor()
    expect(await accessibilityViolations(page)).toEqual([])
    const { width, scroll } = await page.evaluate(() => ({
      width: window.innerWidth,
      scroll: document.documentElement.scrollWidth,
    }))
    expect(scroll).toBeLessThanOrEqual(width)
  }

  const { page } = phone
  await page.getByRole('group', { name: 'Durée' }).getByText('Autre', { exact: true }).click()
  await page.getByRole('button', { name: 'Enregistrer ce choix' }).click()
  await page.getByText(/modifié à deux endroits/).waitFor({ state: 'detached' })
  await syncsNow(page, server.origin)
  await syncsNow(laptop.page, server.origin)
  for (const device of [phone, laptop]) {
    await device.page.goto(server.origin + address)
    await device.page
      .getByText(/^Écrit sur le téléphone/)
      .first()
      .waitFor()
    const text = await device.page.getByRole('main').innerText()
    expect(text).toContain('1\u00a0h')
    expect(text).not.toContain('portable')
    expect(text).not.toContain('deux endroits')
  }
})

test('two versions of a person’s page are told at home and settled in Synchronisation, on both devices', async () => {
  await phone.page.goto(`${server.origin}/personnes/nouvelle`)
  await phone.page.getByLabel('Nom', { exact: true }).fill('Bernard-Lévêque')
  await phone.page.getByLabel('Prénom', { exact: true }).fill('Zoé')
  await phone.page.getByRole('button', { name: 'Créer la fiche' }).click()
  await phone.page.getByRole('button', { name: 'Enregistrer la fiche' }).waitFor()
  const address = new URL(phone.page.url()).pathname
  await syncsNow(phone.page, server.origin)
  await syncsNow(laptop.page, server.origin)

  await laptop.page.goto(server.origin + address)
  await laptop.page.getByRole('button', { name: 'Enregistrer la fiche' }).waitFor()
  await laptop.context.setOffline(true)
  await renames(laptop, 'Zoé-du-portable')
  await phone.page.goto(server.origin + address)
  await renames(phone, 'Zoé-du-téléphone')
  await syncsNow(phone.page, server.origin)
  await laptop.context.setOffline(false)
  await syncsNow(laptop.page, server.origin)
  await syncsNow(phone.page, server.origin)

  for (const { page } of [phone, laptop]) {
    await page.goto(server.origin)
    await page.getByRole('link', { name: /autre saisie vous attend.*modifiée à deux endroits/ }).click()
    await page.getByText(/deux modifications en même temps/).waitFor()
    expect(await accessibilityViolations(page)).toEqual([])
  }
  await phone.page.getByRole('button', { name: 'Garder la version actuelle' }).click()
  await phone.page.getByText(/deux modifications en même temps/).waitFor({ state: 'detached' })
  await syncsNow(phone.page, server.origin)
  await syncsNow(laptop.page, server.origin)
  const names: string[] = []
  for (const { page } of [phone, laptop]) {
    await page.goto(server.origin + address)
    await page.getByRole('button', { name: 'Enregistrer la fiche' }).waitFor()
    names.push(await page.getByLabel('Prénom', { exact: true }).inputValue())
    await page.goto(`${server.origin}/synchronisation`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.getByText(/deux modifications en même temps/).count()).toBe(0)
  }
  expect(new Set(names).size).toBe(1)
})

async function renames({ page }: Device, givenName: string): Promise<void> {
  await page.getByLabel('Prénom', { exact: true }).fill(givenName)
  await page.getByRole('button', { name: 'Enregistrer la fiche' }).click()
  await page.getByText('Fiche enregistrée.').waitFor()
}

async function newestReport({ page }: Device): Promise<string> {
  await page.goto(`${server.origin}/activites`)
  const link = page.getByRole('main').locator('a[href^="/activites/"]').first()
  const address = await link.getAttribute('href')
  if (address === null) throw new Error('no report in the list')
  return address
}

async function edits({ page }: Device, note: string, duration: string): Promise<void> {
  await page.getByRole('link', { name: 'Modifier' }).click()
  await page.getByRole('radio', { name: duration, exact: true }).check({ force: true })
  await writeNote(page, note)
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('heading', { level: 1, name: 'Activités' }).waitFor()
}
