import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessibilityViolations } from '../browser/axe.ts'
import { Device, laptop, phone } from '../browser/device.ts'
import { hasOwnReports, openForm, save, signIn, syncsNow } from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

const pictures = join(import.meta.dirname, '..', '..', 'dist-pictures')
const sentence = 'La journée a bien été aussi longue.'

let server: ServerProcess
let advisor: Device
let desk: Device

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  server = await ServerProcess.start()
  advisor = await Device.open({ hasWorker: false })
  desk = await Device.open({ viewport: laptop })
})

afterAll(async () => {
  for (const device of [advisor, desk]) await device?.remove()
  await server?.remove()
})

test('a responsable opens the month, settles what deserves a look, and it stays settled', async () => {
  await signIn(advisor.page, server.origin, 'Awa')
  await hasOwnReports(advisor.page)
  await fileElevenHours(advisor.page)
  await syncsNow(advisor.page, server.origin)
  await advisor.page.goto(`${server.origin}/a-verifier`)
  await advisor.page.getByRole('heading', { name: 'Journées très longues' }).waitFor()
  await looksRight('a-verifier', advisor)

  const { page } = desk
  await signIn(page, server.origin, 'Chantal')
  await page.getByRole('link', { name: 'À vérifier' }).click()
  await page.getByText(/^Regardé/).waitFor()
  // The month that is over is offered first; what Awa filed is of this one.
  await page.getByLabel('Mois').selectOption({ index: 0 })
  const long = page.getByRole('region', { name: /^Journées très longues/ }).getByRole('listitem')
  const card = long.filter({ hasText: 'Awa Diallo' }).last()
  const said = await card.getByText(/^Les activités du .* durent 1[1-9]\sh.* en tout\.$/).innerText()
  await looksRight('a-regarder')

  await card.getByRole('button', { name: /^Répondre par une phrase/ }).click()
  await page.keyboard.press('Space')
  await looksRight('a-regarder-phrase')
  await page.getByRole('button', { name: 'Régler ce point' }).click()
  await page.getByText('Ce point est réglé.').waitFor()
  await expectSettled(page, said)

  await page.reload()
  await page.getByText(/^Regardé/).waitFor()
  await expectSettled(page, said)
  await looksRight('a-regarder-regle')

  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('navigation').count()).toBe(0)
  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' })
  await looksRight('a-regarder-sombre')
  await page.setViewportSize(phone)
  await looksRight('a-regarder-telephone')
})

test('without network the last view is read, and says how old it is', async () => {
  const { page } = desk
  await page.getByText(/^Regardé/).waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await server.stop()
  desk.errors.length = 0
  await page.reload()
  await page.getByText(/Vous lisez la dernière liste gardée sur cet appareil/).waitFor()
  await page.getByRole('heading', { name: /^Déjà réglé/ }).waitFor()
})

async function fileElevenHours(page: Page): Promise<void> {
  await openForm(page)
  await page.getByRole('radio', { name: 'Autre', exact: true }).first().check({ force: true })
  await page.getByLabel('Heures').fill('11')
  await page.getByRole('group', { name: 'Sur quoi' }).getByRole('checkbox').first().check({ force: true })
  await save(page)
}

/** Not among what is to be looked at; among what is settled, by whom and in which words. */
async function expectSettled(page: Page, said: string): Promise<void> {
  expect(await page.getByText(said, { exact: true }).filter({ visible: true }).count()).toBe(0)
  await page.getByText('Voir par qui et comment').click()
  const settled = page
    .getByRole('region', { name: /^Déjà réglé/ })
    .getByRole('listitem')
    .filter({ hasText: said })
  await settled.getByText(sentence).first().waitFor()
  expect(await settled.first().innerText()).toMatch(/Chantal Rouch, \p{L}+ \d/u)
}

async function looksRight(name: string, { page, errors } = desk): Promise<void> {
  await page.screenshot({ path: join(pictures, `structure-${name}.png`), fullPage: true })
  expect(await accessibilityViolations(page), name).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), name).toBe(
    true,
  )
  expect(errors, name).toEqual([])
}
