import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, frenchDayOf } from '../../src/domain/calendar-day.ts'
import { institute } from '../../src/server/demonstration/demonstration-people.ts'
import { townHall } from '../../src/server/demonstration/demonstration-structures.ts'
import { accessibilityViolations } from '../browser/axe.ts'
import { Device, laptop, phone } from '../browser/device.ts'
import { hasOwnReports, isInstalled, signIn } from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

const pictures = join(import.meta.dirname, '..', '..', 'dist-pictures')

let server: ServerProcess
let gaelle: Device
let chantal: Device
let bruno: Device
let late: Device
let unread: Device
let farid: Device
let elsa: Device

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  server = await ServerProcess.start()
  gaelle = await Device.open({ viewport: laptop, hasWorker: false })
  chantal = await Device.open({ viewport: laptop, hasWorker: false })
  bruno = await Device.open({ viewport: phone, hasWorker: false })
  late = await Device.open({ viewport: phone })
  unread = await Device.open({ viewport: phone })
  farid = await Device.open({ viewport: laptop, hasWorker: false })
  elsa = await Device.open({ viewport: phone })
})

afterAll(async () => {
  for (const device of [gaelle, chantal, bruno, late, unread, farid, elsa]) await device?.remove()
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

test('a presence is noted by the body, a calendar brought in, acknowledged by the structure, read by the advisor', async () => {
  const [body, hall, own] = [gaelle.page, chantal.page, bruno.page]
  await signIn(body, server.origin, 'Gaëlle')
  await body.goto(`${server.origin}/organisme/${institute.body}`)
  await body.getByText('1 présence à noter').waitFor()
  await looksRight('formation-stagiaires', body)
  await body.getByRole('link', { name: /Bruno/ }).click()
  await body
    .getByRole('button', { name: /^Noter la présence/ })
    .first()
    .click()
  await body.getByRole('dialog').getByRole('button', { name: 'Noter' }).click()
  await body.getByText('C’est noté.').waitFor()
  await looksRight('formation-stagiaire', body)

  // A file, twice: what was there isn't there again.
  const day = addDays(frenchDayOf(new Date()), 20)
  const csv = `email;jour;demi-journée;intitulé\nbruno.estebe@saint-girons.example;${day};journée;Accessibilité\npersonne@ailleurs.example;${day};matin;Accessibilité\n`
  const bringIn = async () => {
    await body.goto(`${server.origin}/organisme/${institute.body}/importer`)
    const buffer = Buffer.from(csv)
    await body.locator('input[type=file]').setInputFiles({ name: 'c.csv', mimeType: 'text/csv', buffer })
    await body.getByRole('button', { name: 'Voir les lignes' }).click()
  }
  await bringIn()
  await body.getByText('Cette personne n’est pas stagiaire').waitFor()
  await looksRight('formation-import', body)
  await body.getByRole('button', { name: /^Importer 2/ }).click()
  await body.getByText(/2\sdemi-journées enregistrées/).waitFor()
  await bringIn()
  await body.getByText(/2\ssont déjà là/).waitFor()

  // The structure reads it at once, and acknowledges it.
  await signIn(hall, server.origin, 'Chantal')
  await hall.goto(`${server.origin}/structure/${townHall.id}/formation`)
  await hall.getByText('Accessibilité').first().waitFor()
  await looksRight('formation', hall)
  await hall.getByRole('button', { name: /^J’ai pris connaissance de Bruno/ }).click()
  await hall.getByText('vous avez pris connaissance').waitFor()
  await hall.setViewportSize(phone)
  await looksRight('formation-telephone', hall)

  // On his phone Bruno knows where to be, with or without network.
  await signIn(own, server.origin, 'Bruno')
  await own.goto(`${server.origin}/formation`)
  await own.getByText('Accessibilité').first().waitFor()
  await looksRight('formation-de-bruno', own)
})

test('the State reads of how many training is done, and who coordinates reads of whom, again without network', async () => {
  const [state, team] = [farid.page, elsa.page]
  await signIn(state, server.origin, 'Farid')
  await state.getByRole('link', { name: /^Formation et équipement/ }).click()
  const ariege = state.getByRole('row', { name: /^09 Ariège/ })
  await ariege.waitFor()
  await looksRight('etat-formation', state)
  expect(await state.getByRole('main').innerText()).not.toMatch(/Awa|Bruno|Saint-Girons/)
  const [file] = await Promise.all([
    state.waitForEvent('download'),
    state.getByRole('button', { name: 'Télécharger (CSV)' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^formation-equipement-.*\.csv$/)
  await state.setViewportSize(phone)
  await looksRight('etat-formation-telephone', state)

  await signIn(team, server.origin, 'Elsa')
  await team.goto(`${server.origin}/plus`)
  const way = team.getByRole('link', { name: /^Formation et présences/ })
  await way.click()
  const line = team.getByRole('row', { name: /^Bruno Estèbe/ })
  await line.waitFor()
  await looksRight('equipe-formation-telephone', team)
  await team.setViewportSize(laptop)
  await looksRight('equipe-formation', team)
  await elsa.context.setOffline(true)
  await team.goBack()
  await way.click()
  await team.getByText('Vous lisez la dernière page gardée sur cet appareil.').waitFor()
  await line.waitFor()
})

test('who never opened the agenda with the network finds their half-days in it without', async () => {
  const own = unread.page
  await signIn(own, server.origin, 'Bruno')
  await isInstalled(own)
  // Read by the app itself: the home page asks for the report of one that is over.
  await own.getByRole('link', { name: /^Concevoir un atelier.*formation/ }).waitFor()
  await unread.context.setOffline(true)
  await own.goto(`${server.origin}/agenda`)
  await own.getByRole('heading', { name: 'Formation, ensuite' }).waitFor()
  await own.getByRole('link', { name: /Concevoir un atelier.*matin/ }).waitFor()
  await unread.context.setOffline(false)
})

test('one’s own training is read again without network: its path, what is to come and what is over', async () => {
  const own = unread.page
  await own.goto(`${server.origin}/formation`)
  const coming = own.getByRole('list', { name: /^À venir/ }).getByText('Concevoir un atelier')
  await coming.waitFor()
  const main = own.getByRole('main')
  const path = await own.getByText('Parcours', { exact: true }).locator('xpath=../dd').innerText()
  await unread.context.setOffline(true)
  await own.reload()
  await own.getByText('Vous lisez le dernier calendrier gardé sur cet appareil.').waitFor()
  await main.getByText(path, { exact: true }).waitFor()
  await coming.waitFor()
  await own.getByText(/^Séances passées/).click()
  await own
    .getByRole('list', { name: /^Séances passées/ })
    .getByText('Posture de médiation')
    .first()
    .waitFor()
  await looksRight('formation-sans-reseau', own)
})

test('with no network what is to come is in the agenda, and what is over is to complete and filed in two taps, once', async () => {
  const own = late.page
  await signIn(own, server.origin, 'Bruno')
  await hasOwnReports(own)
  await isInstalled(own)
  // Read once with the network; nothing is asked for before all reports have come to the device.
  const past = own.getByRole('link', { name: /^Concevoir un atelier.*formation/ })
  await past.waitFor()
  await own.goto(`${server.origin}/agenda`)
  await own.getByRole('heading', { name: 'Formation, ensuite' }).waitFor()
  await late.context.setOffline(true)
  await own.goto(`${server.origin}/agenda`)
  await own.getByRole('heading', { name: 'Formation, ensuite' }).waitFor()
  await own.getByRole('link', { name: /Concevoir un atelier.*matin/ }).waitFor()
  await looksRight('agenda-formation', own)

  await own.goto(server.origin)
  await past.waitFor()
  await looksRight('accueil-formation-passee', own)
  await past.click()
  await own.getByRole('button', { name: 'Enregistrer' }).click()
  await own.getByText('Compte rendu enregistré.').waitFor()
  await own.goto(server.origin)
  await hasOwnReports(own)
  expect(await past.count()).toBe(0)
})
