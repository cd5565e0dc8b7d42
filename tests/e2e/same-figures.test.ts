import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Device, laptop } from '../browser/device.ts'
import { hasOwnReports, signIn, syncsNow } from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

/* Last month of the demonstration, as each of those who read it reads it: on a device, and counted by the server. */

let server: ServerProcess

beforeAll(async () => {
  server = await ServerProcess.start()
})

afterAll(async () => {
  await server?.remove()
})

interface Totals {
  readonly accompaniments: number
  readonly people: number
  readonly minutes: number
  readonly activities: number
}

/** What somebody does on a computer of their own, signed in. */
async function as<T>(firstName: string, does: (page: Page) => Promise<T>): Promise<T> {
  const device = await Device.open({ viewport: laptop, hasWorker: false })
  try {
    await signIn(device.page, server.origin, firstName)
    return await does(device.page)
  } finally {
    await device.remove()
  }
}

/** One's own figures of last month, of all that has come to the device. */
async function onOwnFigures<T>(firstName: string, reads: (page: Page) => Promise<T>): Promise<T> {
  return as(firstName, async (page) => {
    await hasOwnReports(page)
    await syncsNow(page, server.origin)
    await page.goto(`${server.origin}/chiffres?periode=mois-dernier`)
    return reads(page)
  })
}

async function ownTotals(firstName: string): Promise<{ totals: Totals; themes: string }> {
  return onOwnFigures(firstName, async (page) => ({
    totals: await totalsOf(page),
    themes: await themesOf(page),
  }))
}

/** What a group's page says of all its advisors, and of one of them. */
async function groupTotals(page: Page, link: string, advisor: string) {
  await page.getByRole('link', { name: link, exact: true }).click()
  await page.getByText('Calculés').waitFor()
  await page.getByLabel('Période').selectOption('Le mois dernier')
  await isCounted(page)
  const all = await totalsOf(page)
  if (await page.getByLabel('Qui').isVisible()) await page.getByLabel('Qui').selectOption(advisor)
  await isCounted(page)
  return { all, one: { totals: await totalsOf(page), themes: await themesOf(page) } }
}

/** Until the server has answered the last choice: it says when it counted, and nothing else any more. */
async function isCounted(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.getByText('Calculés').waitFor()
  await page.getByText('Le serveur calcule…').waitFor({ state: 'hidden' })
}

async function totalsOf(page: Page): Promise<Totals> {
  const list = page.locator('dl').first()
  await list.waitFor()
  const amountOf = async (name: string) => {
    const total = list.locator('div', { has: page.locator('dt', { hasText: new RegExp(`^${name}$`) }) })
    return (await total.locator('dd').locator('a, span').first().innerText()).replaceAll(/\s/g, '')
  }
  const [, hours = '0', minutes = '0'] = /^(?:(\d+)h)?(\d+)?/.exec(await amountOf('Heures')) ?? []
  return {
    accompaniments: Number(await amountOf('Accompagnements')),
    people: Number(await amountOf('Bénéficiaires')),
    minutes: Number(hours) * 60 + Number(minutes),
    activities: Number(await amountOf('Activités')),
  }
}

/** The breakdown by themes, without what only one's own page says. */
async function themesOf(page: Page): Promise<string> {
  const block = page.getByRole('region', { name: 'Thématiques' })
  const list = block.getByRole('list').first()
  // What is off the screen isn't laid out, and then has no text.
  await block.evaluate((element) => element.scrollIntoView())
  await list.getByRole('listitem').first().waitFor()
  return (await list.innerText()).replaceAll(/\s+/g, ' ')
}

function sum(all: readonly Totals[]): Totals {
  const of = (name: keyof Totals) => all.reduce((total, one) => total + one[name], 0)
  return {
    accompaniments: of('accompaniments'),
    people: of('people'),
    minutes: of('minutes'),
    activities: of('activities'),
  }
}

/** The same counts; of so many durations that the screen rounds to the hour, the same within what that rounds away. */
function isSameAsShown(shown: Totals, other: Totals, rounded: number): void {
  expect({ ...other, minutes: 0 }).toEqual({ ...shown, minutes: 0 })
  expect(Math.abs(other.minutes - shown.minutes)).toBeLessThanOrEqual(30 * rounded)
}

test('an advisor, the employer, the coordinator and the State read the same numbers of the same month', async () => {
  const awa = await ownTotals('Awa')
  const hugo = await ownTotals('Hugo')
  const ines = await ownTotals('Inès')
  // What a coordinator files is the State's too, and no structure's advisors'.
  const elsa = await onOwnFigures('Elsa', totalsOf)
  expect(awa.totals.accompaniments).toBeGreaterThan(20)

  const townHall = await as('Chantal', (page) => groupTotals(page, 'Chiffres', 'Awa Diallo'))
  expect(townHall.one).toEqual(awa)

  const association = await as('Denis', (page) => groupTotals(page, 'Chiffres', 'Hugo Lafont'))
  expect(association.one).toEqual(hugo)

  const centre = await as('Odile', (page) => groupTotals(page, 'Chiffres', 'Léna Portal'))

  const team = await as('Elsa', async (page) => {
    await page.goto(`${server.origin}/chiffres`)
    return groupTotals(page, 'Voir les chiffres de l’équipe', 'Hugo Lafont')
  })
  expect(team.one).toEqual(hugo)

  const nation = await as('Farid', async (page) => {
    await page.goto(`${server.origin}/etat/chiffres?periode=mois-dernier`)
    await page.getByRole('button', { name: 'Imprimer' }).waitFor()
    const shown = await totalsOf(page)
    isSameAsShown(shown, await fileOf(page), 1)
    return shown
  })
  const parts = [townHall.all, association.all, centre.all, ines.totals, elsa]
  isSameAsShown(nation, sum(parts), 1 + parts.length)
})

/** The totals of the file that the page gives. */
async function fileOf(page: Page): Promise<Totals> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tableau (CSV)' }).click(),
  ])
  const lines = (await readFile(await download.path(), 'utf8'))
    .split(/\r?\n/)
    .map((line) => line.replaceAll('"', '').split(';'))
  const of = (name: string) => {
    const line = lines.find(([block, label]) => block === 'Totaux' && label === name)
    return Number(line?.[3]?.replace(',', '.'))
  }
  return {
    accompaniments: of('Accompagnements'),
    people: of('Bénéficiaires'),
    minutes: of('Durée'),
    activities: of('Activités'),
  }
}
