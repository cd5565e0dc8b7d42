import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { townHall } from '../../src/server/demonstration/demonstration-structures.ts'
import { schemes } from '../browser/axe.ts'
import { Device, laptop, phone } from '../browser/device.ts'
import { isInstalled, keepsAnswer, signIn } from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

const pictures = join(import.meta.dirname, '..', '..', 'dist-pictures')

let server: ServerProcess
let chantal: Device
let bruno: Device

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  server = await ServerProcess.start()
  chantal = await Device.open({ viewport: laptop, hasWorker: false })
  bruno = await Device.open({ viewport: phone })
})

afterAll(async () => {
  for (const device of [chantal, bruno]) await device?.remove()
  await server?.remove()
})

/** The page passes axe, holds in its width, and leaves a picture, in light and in dark. */
async function looksRight(name: string, page: Page): Promise<void> {
  for (const [colorScheme, violations] of schemes) {
    await page.emulateMedia({ colorScheme })
    expect(await violations(page)).toEqual([])
    await page.screenshot({ path: join(pictures, `${name}-${colorScheme}.png`), fullPage: true })
  }
  const { scroll, width } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    width: innerWidth,
  }))
  expect(scroll).toBeLessThanOrEqual(width)
  await page.emulateMedia({ colorScheme: 'light' })
}

/** Whether the structure reads that the phone was received: it has one line of it, and one only. */
async function confirmedFor(hall: Page): Promise<boolean> {
  await hall.reload()
  const row = hall.getByRole('listitem').filter({ hasText: 'Tel-9' }).first()
  await row.waitFor()
  return /Confirmé le/.test(await row.innerText())
}

test('a phone is handed over, confirmed on the advisor’s own, taken back, and the sheet prints', async () => {
  const [hall, own] = [chantal.page, bruno.page]
  await signIn(hall, server.origin, 'Chantal')
  const kit = `${server.origin}/structure/${townHall.id}/equipement`
  await hall.goto(kit)
  await hall.getByText('Il manque quelque chose à 2 personnes').waitFor()
  await looksRight('equipement', hall)
  await hall.getByRole('button', { name: /^Remettre un téléphone mobile à Bruno/ }).click()
  const dialog = hall.getByRole('dialog')
  await dialog.getByLabel('Nom ou numéro d’inventaire').fill('Tel-9')
  await dialog.getByLabel('Numéro de série').fill('490154203237518')
  await looksRight('equipement-remettre', hall)
  await dialog.getByRole('button', { name: 'Noter la remise' }).click()
  await hall.getByText('Téléphone mobile «\u00A0Tel-9\u00A0»').first().waitFor()

  // On his phone Bruno sees it, and without network confirms it in a tap, takes it back and confirms it again.
  await signIn(own, server.origin, 'Bruno')
  await own.goto(`${server.origin}/equipement`)
  const receive = own.getByRole('button', { name: /^Je l’ai reçu Téléphone mobile/ })
  await receive.waitFor()
  await keepsAnswer(own, 'own-kit')
  await isInstalled(own)
  await bruno.context.setOffline(true)
  await own.reload()
  await own.getByText(/la dernière liste gardée sur cet appareil/).waitFor()
  await receive.click()
  await own.getByText('Tel-9\u00A0: reçu.').waitFor()
  await own.getByRole('button', { name: 'Annuler' }).click()
  // By the keyboard: what was taken back is said over it for a while.
  await receive.press('Enter')
  await own.getByLabel(/Ma taille/).selectOption('L')
  await own.getByText('Taille L\u00A0: c’est noté.').waitFor()
  await own.getByText('Ce que vous avez confirmé').click()
  await looksRight('equipement-sur-le-telephone', own)
  await own.setViewportSize(laptop)
  await looksRight('equipement-sans-reseau', own)
  await own.setViewportSize(phone)
  expect(await confirmedFor(hall)).toBe(false)

  // Once there is some again, it goes; the structure reads his word, and prints the sheet on one page.
  await bruno.context.setOffline(false)
  await own.getByText('Enregistré sur cet appareil').first().waitFor({ state: 'detached' })
  expect(await confirmedFor(hall)).toBe(true)

  // The number was mistyped: it is corrected, and Bruno confirms what it says now.
  await hall.getByText('Historique').last().click()
  await hall.getByRole('button', { name: /^Corriger Téléphone mobile.*Tel-9.*remis/ }).click()
  await dialog.getByLabel('Numéro de série').fill('490154203237526')
  await looksRight('equipement-corriger', hall)
  await hall.setViewportSize(phone)
  await looksRight('equipement-corriger-telephone', hall)
  await hall.setViewportSize(laptop)
  await dialog.getByRole('button', { name: 'Enregistrer la correction' }).click()
  await hall.getByText('Corrigé, à confirmer').waitFor()
  await looksRight('equipement-corrige', hall)
  await own.reload()
  await own.getByText(/Avant correction.*490154203237518/).waitFor()
  await looksRight('equipement-corrige-sur-le-telephone', own)
  await receive.click()
  await own.getByText('Corrigé, à confirmer').waitFor({ state: 'detached' })
  await own.getByText('Enregistré sur cet appareil').first().waitFor({ state: 'detached' })
  expect(await confirmedFor(hall)).toBe(true)
  await hall.getByRole('link', { name: /^Fiche de remise de Bruno/ }).click()
  await hall.getByRole('cell', { name: '490154203237526' }).waitFor()
  await looksRight('equipement-fiche', hall)
  const sheet = await hall.pdf({ path: join(pictures, 'equipement-fiche.pdf'), format: 'A4' })
  expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)

  // On a phone too; and who leaves is shown with what they bring back.
  await hall.setViewportSize(phone)
  await hall.goto(kit)
  await hall.getByText('Tel-9').first().waitFor()
  await looksRight('equipement-telephone', hall)
  await hall.goto(`${server.origin}/structure/${townHall.id}/recrutement`)
  await hall
    .getByRole('link', { name: /^Départ de Bruno/ })
    .first()
    .click()
  await hall.getByRole('heading', { name: 'Matériel à rendre' }).waitFor()
  await looksRight('equipement-a-rendre', hall)
  await hall.goto(`${server.origin}/structure/${townHall.id}/engagements`)
  await hall.getByText('Tenue et équipement').first().waitFor()
  await looksRight('equipement-engagements', hall)
})
