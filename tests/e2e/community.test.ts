import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { frenchDayOf } from '../../src/domain/calendar-day.ts'
import { townHall } from '../../src/server/demonstration/demonstration-structures.ts'
import { accessibilityViolations } from '../browser/axe.ts'
import { Device, laptop, phone } from '../browser/device.ts'
import { isInstalled, signIn } from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

const pictures = join(import.meta.dirname, '..', '..', 'dist-pictures')

let server: ServerProcess
let farid: Device
let awa: Device
let chantal: Device

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  server = await ServerProcess.start()
  farid = await Device.open({ viewport: laptop, hasWorker: false })
  awa = await Device.open({ viewport: phone })
  chantal = await Device.open({ viewport: laptop, hasWorker: false })
})

afterAll(async () => {
  for (const device of [farid, awa, chantal]) await device?.remove()
  await server?.remove()
})

/** The page passes axe, holds in its width, and leaves a picture. */
async function looksRight(name: string, page: Page): Promise<void> {
  expect(await accessibilityViolations(page)).toEqual([])
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
  const { scroll, width } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    width: innerWidth,
  }))
  expect(scroll).toBeLessThanOrEqual(width)
}

test('the State publishes, an advisor goes without network and files the report in a tap, the employer reads the hours', async () => {
  const [state, own, hall] = [farid.page, awa.page, chantal.page]
  await signIn(state, server.origin, 'Farid')
  await state.goto(`${server.origin}/etat/communaute`)
  await state.getByRole('button', { name: 'Publier un évènement' }).click()
  const dialog = state.getByRole('dialog')
  await dialog.getByLabel('Titre').fill('Écouter et relayer')
  // Over before the day begins for anybody who works: its report is due at once.
  await dialog.getByLabel('Jour').fill(frenchDayOf(new Date(Date.now() - 86_400_000)))
  await dialog.getByLabel('Lien pour suivre à distance').fill('https://visio.example/ecouter')
  await looksRight('communaute-publier', state)
  await dialog.getByRole('button', { name: 'Publier cet évènement' }).click()
  await state.getByText('Écouter et relayer').first().waitFor()
  await looksRight('communaute-etat', state)

  // On the phone, read once, then without network.
  await signIn(own, server.origin, 'Awa')
  await own.goto(`${server.origin}/communaute`)
  await own.getByText('Écouter et relayer', { exact: true }).waitFor()
  await looksRight('communaute-telephone', own)
  await isInstalled(own)
  await awa.context.setOffline(true)
  await own
    .getByRole('button', { name: /^J’y vais/ })
    .first()
    .click()
  await own
    .getByText(/vous y allez/)
    .first()
    .waitFor()
  await own.getByRole('link', { name: /^Déposer le compte rendu.*Écouter et relayer/ }).click()
  await own.getByRole('button', { name: 'Enregistrer' }).click()
  await own.getByText('Compte rendu enregistré.').waitFor()
  await awa.context.setOffline(false)
  await own.goto(`${server.origin}/communaute`)
  await own.getByRole('link', { name: /^Voir le compte rendu.*Écouter et relayer/ }).waitFor()
  await own.goto(`${server.origin}/temps`)
  await own.getByText('Vie de la communauté').first().waitFor()
  await looksRight('temps-telephone', own)

  await signIn(hall, server.origin, 'Chantal')
  await expect
    .poll(
      async () => {
        await hall.goto(`${server.origin}/structure/${townHall.id}/communaute`)
        await hall.getByRole('heading', { name: 'Évènements' }).waitFor()
        return hall.getByText(/Écouter et relayer/).count()
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThan(0)
  await hall
    .getByText(/présence\s: Awa Diallo/)
    .first()
    .waitFor()
  await looksRight('communaute-structure', hall)
  await hall.goto(`${server.origin}/structure/${townHall.id}/temps`)
  await hall.getByRole('heading', { name: 'Awa Diallo' }).waitFor()
  await looksRight('temps-structure', hall)
  await hall.setViewportSize(phone)
  await looksRight('temps-structure-telephone', hall)
})
