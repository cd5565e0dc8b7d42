import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../../src/server/demonstration/cast.ts'
import { accessibilityViolations } from '../browser/axe.ts'
import { Device, laptop } from '../browser/device.ts'
import { letterTo, signIn } from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

const pictures = join(import.meta.dirname, '..', '..', 'dist-pictures')

let server: ServerProcess
let desk: Device
let anybody: Device

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  server = await ServerProcess.start()
  desk = await Device.open({ viewport: laptop, hasWorker: false })
  anybody = await Device.open()
})

afterAll(async () => {
  for (const device of [desk, anybody]) await device?.remove()
  await server?.remove()
})

test('from the mail to a vouched month without anomalies: at most four clicks', async () => {
  const link = await letterOfDenis(desk.page)
  const month = await link.getAttribute('href')
  await settlesAllOf(month?.slice(-7) ?? '')

  const { page } = desk
  const clicks = await countsClicks(page)
  await (await letterOfDenis(page)).click()
  await page.getByRole('link', { name: 'Se connecter' }).click()
  await page.getByRole('button', { name: /Denis/ }).click()
  await page
    .getByText('Rien ne demande un regard ce mois-ci.')
    .or(page.getByText('0 point à regarder'))
    .waitFor()
  await page.getByRole('button', { name: /^Attester le mois/ }).click()
  await page.getByText(/est attesté\.$/).waitFor()
  expect(clicks()).toBe(4)
  await isInOrder(desk, 'mois-depuis-le-courrier')

  // What was sent is shown to whom it went.
  await page.goto(`${server.origin}/plus/relances`)
  await page
    .getByText(/^Le mois d[’e].* à attester$/)
    .first()
    .waitFor()
})

test('where an attestation is verified is reached by keyboard from the sign-in page and the help, by whoever has no account', async () => {
  const { page } = anybody
  for (const path of ['/connexion', '/aide', '/employeurs']) {
    await page.goto(server.origin + path)
    const link = page.getByRole('link', { name: 'Vérifier une attestation' })
    await link.waitFor()
    expect((await link.boundingBox())?.height, path).toBeGreaterThanOrEqual(44)
    await isInOrder(anybody, `verifier-depuis${path.replace('/', '-')}`)
    await link.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Vérifier une attestation' }).waitFor()
  }
  const home = page.getByRole('link', { name: 'Espace Coop' })
  expect((await home.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  await isInOrder(anybody, 'verifier-demande')
})

test('on a laptop the list and the open activity are side by side, by keyboard, and the address says which', async () => {
  const { page } = desk
  await page.goto(server.origin)
  await page.getByRole('heading', { level: 1, name: 'Association La Passerelle' }).waitFor()
  await page.getByText('Choisissez une activité dans la liste pour la lire ici.').waitFor()
  const list = new URL(page.url()).pathname
  const rows = page.locator('[data-lists] [data-row]')
  await rows.nth(1).focus()
  await page.keyboard.press('Enter')
  const pane = page.getByRole('region', { name: 'Activité ouverte' })
  await pane.getByText('Déposé', { exact: true }).waitFor()
  expect(await rows.nth(1).getAttribute('aria-current')).toBe('true')
  expect(new URL(page.url()).pathname).toMatch(new RegExp(`^${list}/activites/`))
  expect(
    await pane
      .getByRole('heading', { level: 2 })
      .first()
      .evaluate((title) => title === document.activeElement),
  ).toBe(true)
  await isInOrder(desk, 'activites-cote-a-cote')

  // Opened again by its address, a filter included, and closed where one was.
  await page.goto(`${page.url()}?type=individuel`)
  await pane.getByText('Déposé', { exact: true }).waitFor()
  await page.getByRole('button', { name: /Retirer le filtre/ }).waitFor()
  await page.keyboard.press('Escape')
  await pane.getByText('Déposé', { exact: true }).waitFor({ state: 'detached' })
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(`${list}?type=individuel`)

  await page.emulateMedia({ colorScheme: 'dark' })
  await rows.first().click()
  await pane.getByText('Déposé', { exact: true }).waitFor()
  await isInOrder(desk, 'activites-cote-a-cote-sombre')
  await page.emulateMedia({ colorScheme: 'light' })

  // Where there is no room, one at a time.
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('link', { name: 'Retour aux activités' }).waitFor()
  expect(await rows.count()).toBe(0)
  await isInOrder(desk, 'activites-une-a-la-fois')
  await page.setViewportSize(laptop)
})

/** The first month of Denis's message; the demonstration's was written by the server that made it, at another port. */
async function letterOfDenis(page: Page): Promise<Locator> {
  const letter = await letterTo(page, server.origin, cast.denis.email)
  expect(await letter.innerText()).not.toMatch(/Hugo|Lafont|Passerelle/)
  const link = letter.getByRole('link', { name: /\/mois\/\d{4}-\d{2}$/ }).first()
  await link.evaluate((element: HTMLAnchorElement, origin) => {
    element.href = origin + new URL(element.href).pathname
  }, server.origin)
  return link
}

/** Whatever the demonstration has of the month, on another day: it is settled before, and none is left. */
async function settlesAllOf(month: string): Promise<void> {
  const other = await Device.open({ viewport: laptop, hasWorker: false })
  const { page } = other
  await signIn(page, server.origin, 'Denis')
  await page.getByRole('heading', { level: 1, name: 'Association La Passerelle' }).waitFor()
  await page.goto(`${page.url()}/regard/${month}`)
  await page.getByText(/^Regardé/).waitFor()
  const answer = page.getByRole('button', { name: /^Répondre par une phrase/ })
  for (let left = await answer.count(); left > 0; left -= 1) {
    await answer.first().click()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Régler ce point' }).click()
    await page
      .getByText(left === 1 ? 'Il n’en reste aucun pour ce mois.' : `Il en reste ${left - 1}`)
      .waitFor()
  }
  await other.remove()
}

/** By what the browser's pages are told, whoever clicks. */
async function countsClicks(page: Page): Promise<() => number> {
  let count = 0
  await page.exposeFunction('countClick', () => (count += 1))
  await page.addInitScript(`addEventListener('click', (event) => event.isTrusted && countClick(), true)`)
  return () => count
}

async function isInOrder({ page, errors }: Device, name: string): Promise<void> {
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
  expect(await accessibilityViolations(page), name).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), name).toBe(
    true,
  )
  expect(errors, name).toEqual([])
}
