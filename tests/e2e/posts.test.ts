import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, addMonths, calendarDaySchema, frenchDayOf } from '../../src/domain/calendar-day.ts'
import { townHall } from '../../src/server/demonstration/demonstration-structures.ts'
import { accessibilityViolations } from '../browser/axe.ts'
import { Device, laptop, phone } from '../browser/device.ts'
import { signIn } from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

const pictures = join(import.meta.dirname, '..', '..', 'dist-pictures')
const today = calendarDaySchema.parse(frenchDayOf(new Date()))

let server: ServerProcess
let state: Device
let chantal: Device
let nour: Device
let hugo: Device

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  server = await ServerProcess.start()
  state = await Device.open({ viewport: laptop, hasWorker: false })
  chantal = await Device.open({ viewport: laptop, hasWorker: false })
  nour = await Device.open({ viewport: phone, hasWorker: false })
  hugo = await Device.open({ viewport: laptop, hasWorker: false })
})

afterAll(async () => {
  for (const device of [state, chantal, nour, hugo]) await device?.remove()
  await server?.remove()
})

/** The page passes axe, holds in its width, and leaves a picture. */
async function looksRight(name: string, page: Page): Promise<void> {
  expect(await accessibilityViolations(page)).toEqual([])
  const { scroll, width } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    width: innerWidth,
  }))
  expect(scroll).toBeLessThanOrEqual(width)
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
}

test('a post is attributed by the State, filled by its structure, left, and the departure undone', async () => {
  const [office, hall] = [state.page, chantal.page]

  // The State attributes a post to the town hall; a SIRET with a wrong key is refused at its field.
  await signIn(office, server.origin, 'Farid')
  await office.getByRole('link', { name: 'Postes' }).first().click()
  await office.getByText('dont 1 depuis trois mois').waitFor()
  await looksRight('etat-postes', office)
  await office.getByRole('button', { name: 'Attribuer un poste' }).click()
  const dialog = office.getByRole('dialog')
  await dialog.getByLabel('Numéro du poste').fill('09-0100')
  await dialog.getByLabel('Département').selectOption('09')
  await dialog.getByLabel('SIRET de la structure').fill('999 000 011 00019')
  await dialog.getByRole('button', { name: 'Attribuer ce poste' }).click()
  await dialog.getByText('sa clé est fausse').waitFor()
  await looksRight('etat-postes-attribuer', office)
  await dialog.getByLabel('SIRET de la structure').fill('999 000 011 00018')
  await dialog.getByRole('button', { name: 'Attribuer ce poste' }).click()
  await office.getByRole('cell', { name: '09-0100', exact: true }).waitFor()

  // Chantal sees it among what waits, notes a step, then a contract.
  await signIn(hall, server.origin, 'Chantal')
  await hall.goto(`${server.origin}/structure/${townHall.id}/engagements`)
  await hall.getByRole('link', { name: 'Y aller' }).waitFor()
  await looksRight('engagements', hall)
  // The running quarter, which is the last column, is in sight without scrolling sideways.
  const missions = hall.getByRole('region', { name: 'Accompagnements par mission' })
  await missions.getByRole('columnheader').last().waitFor()
  expect(await missions.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  await hall.emulateMedia({ media: 'print' })
  expect(await hall.getByRole('button').count()).toBe(0)
  await hall.getByText(/^SIRET \d{14}/).waitFor()
  await hall.screenshot({ path: join(pictures, 'engagements-imprime.png'), fullPage: true })
  await hall.emulateMedia({ media: 'screen' })
  await hall.getByRole('link', { name: 'Postes', exact: true }).click()
  const post = hall.getByRole('region', { name: 'Poste 09-0100' })
  await post.getByRole('button', { name: /^Noter une étape/ }).click()
  await hall.getByRole('radio', { name: 'Offre publiée' }).check({ force: true })
  await looksRight('recrutement-etape', hall)
  await hall.getByRole('button', { name: 'Noter cette étape' }).click()
  await post.getByText('Offre publiée').first().waitFor()
  await post.getByRole('button', { name: /^Enregistrer un contrat/ }).click()
  await hall.getByLabel('Prénom').fill('Nour')
  await hall.getByLabel(/^Nom /).fill('Haddad')
  await hall.getByLabel('Adresse électronique professionnelle').fill('nour.haddad@saint-girons.example')
  await hall.getByRole('radio', { name: 'CDD' }).check({ force: true })
  await hall.getByLabel('Dernier jour').fill(addMonths(today, 5))
  await looksRight('recrutement-contrat', hall)
  await hall.getByRole('button', { name: 'Enregistrer ce contrat' }).click()
  await post.getByText(/invitation envoyée le .*, pas encore acceptée/).waitFor()
  await post.getByText('Vacant', { exact: true }).waitFor()
  await looksRight('recrutement-en-attente', hall)
  await office.reload()
  await office
    .getByRole('row', { name: /09-0100/ })
    .getByText('Signé, pas encore accepté')
    .waitFor()

  // Nour follows the link of the message, signs in, reads, and accepts; only then does the structure read her name.
  await nour.page.goto(`${server.origin}/demo/courrier`)
  await nour.page.getByRole('link', { name: /\/contrat\// }).click()
  await nour.page.getByRole('link', { name: 'Se connecter' }).click()
  await nour.page.getByRole('button', { name: /Nour/ }).click()
  await nour.page.getByText(townHall.name).first().waitFor()
  await looksRight('contrat-a-accepter-telephone', nour.page)
  await nour.page.emulateMedia({ colorScheme: 'dark' })
  await looksRight('contrat-a-accepter-sombre', nour.page)
  await nour.page.emulateMedia({ colorScheme: 'light' })
  const link = nour.page.url()
  await nour.page.getByRole('button', { name: 'Accepter ce contrat' }).click()
  await nour.page.getByText('Contrat accepté.').waitFor()
  await nour.page.getByRole('link', { name: 'Compte rendu' }).first().waitFor()
  await nour.page.goto(link)
  await nour.page.getByText('Cette invitation a déjà servi.').waitFor()
  await hall.reload()
  await post.getByText(/Le contrat de Nour Haddad se termine/).waitFor()
  await looksRight('recrutement', hall)

  // Somebody whom another structure employs is invited alike, refuses, and the town hall learns nothing of them.
  await post.getByRole('button', { name: /^Enregistrer un contrat/ }).click()
  await hall.getByLabel('Adresse électronique professionnelle').fill('hugo.lafont@la-passerelle.example')
  await hall.getByRole('radio', { name: 'CDI' }).check({ force: true })
  await hall.getByLabel('Premier jour').fill(addMonths(today, 8))
  await hall.getByRole('button', { name: 'Enregistrer ce contrat' }).click()
  await post.getByText('hugo.lafont@la-passerelle.example', { exact: true }).waitFor()
  await hugo.page.goto(`${server.origin}/demo/courrier`)
  await hugo.page
    .getByRole('link', { name: /\/contrat\// })
    .first()
    .click()
  await hugo.page.getByRole('link', { name: 'Se connecter' }).click()
  await hugo.page.getByRole('button', { name: /Hugo/ }).click()
  await hugo.page.getByRole('button', { name: 'Refuser' }).click()
  await hugo.page.getByText('Contrat refusé.').waitFor()
  await hall.reload()
  await post.getByText(/Le contrat de Nour Haddad se termine/).waitFor()
  await post.getByText('Historique', { exact: true }).click()
  await post.getByText(/refusé par la personne invitée/).waitFor()
  expect(await hall.getByRole('main').innerText()).not.toContain('Lafont')

  // Nour leaves: said, then undone before its day.
  await post.getByRole('link', { name: 'Départ de Nour Haddad' }).click()
  await hall.getByLabel('Dernier jour de travail').fill(addDays(today, 7))
  await hall.getByRole('radio', { name: 'Démission' }).check({ force: true })
  await hall.setViewportSize(phone)
  await looksRight('depart-telephone', hall)
  await hall.getByRole('button', { name: 'Enregistrer le départ' }).click()
  await post
    .getByText(/démission/)
    .first()
    .waitFor()
  await looksRight('recrutement-telephone', hall)
  await post.getByRole('link', { name: 'Départ de Nour Haddad' }).click()
  await hall.getByRole('button', { name: 'Annuler ce départ' }).click()
  await hall.getByRole('dialog').getByRole('button', { name: 'Retirer' }).click()
  await hall.getByRole('button', { name: 'Enregistrer le départ' }).waitFor()

  // The State sees the post occupied, and nothing of who works there.
  await office.reload()
  const line = office.getByRole('row', { name: /09-0100/ })
  await line.getByText('Occupé').waitFor()
  expect(await office.getByRole('main').innerText()).not.toContain('Nour')
})
