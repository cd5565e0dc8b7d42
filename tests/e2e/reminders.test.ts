import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessibilityViolations } from '../browser/axe.ts'
import { Device, laptop } from '../browser/device.ts'
import { hasOwnReports, isInstalled, letterTo, signIn, syncsNow } from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

let server: ServerProcess
let lena: Device
let odile: Device

beforeAll(async () => {
  server = await ServerProcess.start()
  lena = await Device.open()
  odile = await Device.open({ viewport: laptop, hasWorker: false })
})

afterAll(async () => {
  for (const device of [lena, odile]) await device?.remove()
  await server?.remove()
})

/** The page passes axe, and holds in its width. */
async function isInOrder(page: Page): Promise<void> {
  expect(await accessibilityViolations(page)).toEqual([])
  const { scroll, width } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    width: innerWidth,
  }))
  expect(scroll).toBeLessThanOrEqual(width)
}

/** Where a link of a message leads: the demonstration's were written by the server that made it, at another port. */
async function pathOf(link: Locator): Promise<string> {
  return new URL((await link.getAttribute('href')) ?? '').pathname
}

test('a silent advisor answers without network, her structure by a message, and stops the next ones', async () => {
  const at = (path: string) => server.origin + path

  // Odile's message is on the demonstration's page: it names nobody, and leads to the page that does.
  const { page } = odile
  const letter = await letterTo(page, server.origin, 'odile.carriere@')
  expect(await letter.innerText()).not.toMatch(/Malik|Pamiers/)
  await page.goto(at(await pathOf(letter.getByRole('link', { name: /\/relances$/ }))))
  await page.getByRole('link', { name: 'Se connecter' }).click()
  await page.getByRole('button', { name: /Odile/ }).click()
  const ours = page.getByRole('region', { name: 'À vous de répondre' })
  await ours.getByRole('heading', { name: 'Malik Sarda' }).waitFor()
  const theirs = page.getByRole('region', { name: 'La personne est relancée' })
  await theirs.getByRole('heading', { name: 'Léna Portal' }).waitFor()
  await isInOrder(page)
  await ours.getByRole('button', { name: /^Demander à la personne.*Malik Sarda/ }).click()
  await page.getByText('Malik Sarda verra votre demande').waitFor()
  const answered = page.getByRole('region', { name: 'Déjà répondu' })
  await answered.getByText('Votre structure a demandé des nouvelles à la personne').waitFor()

  // Léna, on a bus without network, was on leave.
  await signIn(lena.page, server.origin, 'Léna')
  await hasOwnReports(lena.page)
  await isInstalled(lena.page)
  await lena.page.getByRole('heading', { name: /^Aucune activité depuis/ }).waitFor()
  await isInOrder(lena.page)
  await lena.context.setOffline(true)
  await lena.page.reload()
  await lena.page.getByRole('button', { name: /^Congé/ }).click()
  await lena.page.getByText(/^Congé enregistré, du /).waitFor()
  await lena.page.getByRole('heading', { name: /^Aucune activité depuis/ }).waitFor({ state: 'detached' })
  await lena.context.setOffline(false)
  await syncsNow(lena.page, server.origin)
  await page.reload()
  await answered.waitFor()
  await expect.poll(() => page.getByRole('main').innerText()).not.toContain('Léna')

  // Opening the link stops nothing; its button does, and one's own page undoes it.
  await page.goto(at('/demo/courrier'))
  await page.goto(at(await pathOf(letter.getByRole('link', { name: /\/arret\// }))))
  await page.getByRole('heading', { name: 'Ne plus recevoir de rappels' }).waitFor()
  await isInOrder(page)
  await page.getByRole('button', { name: 'Ne plus recevoir de rappels' }).click()
  await page.getByRole('heading', { name: 'C’est fait' }).waitFor()
  await page.getByRole('link', { name: /^Changer d’avis/ }).click()
  const mail = page.getByRole('switch', { name: 'Recevoir les rappels par courriel' })
  await mail.waitFor()
  expect(await mail.isChecked()).toBe(false)
  await isInOrder(page)
  await mail.click({ force: true })
  await page.getByText('Vous recevrez les rappels par courriel.').waitFor()
})
