import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { schemes } from '../browser/axe.ts'
import { Device, laptop, phone } from '../browser/device.ts'
import { hasOwnReports, signIn } from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'
import { settles } from '../browser/settled.ts'

/** Every address that a person can open, and who opens it. */
const publicPages = [
  '/connexion',
  '/mentions-legales',
  '/donnees-personnelles',
  '/accessibilite',
  '/aide',
  '/employeurs',
  '/donnees-ouvertes',
  '/inconnue',
]
const advisorPages = [
  '/',
  '/compte-rendu',
  '/activites',
  '/chiffres',
  '/chiffres/bilan',
  '/plus',
  '/plus/diagnostic',
  '/plus/deconnexion',
  '/synchronisation',
  '/permanence',
  '/a-verifier',
  '/panorama',
  '/visite',
  '/entrainement',
  '/aide/compte-rendu',
  '/plus/modeles',
  '/plus/etiquettes',
  '/plus/appareils',
  '/plus/lieux',
  '/plus/exporter',
  '/plus/reprendre',
  '/personnes',
  '/personnes/nouvelle',
  '/personnes/doublons',
  '/personnes/pas-revues',
  '/agenda',
  '/agenda/nouveau',
  '/agenda/importer',
  '/agenda/a-completer',
  '/plus/relances',
  '/aide',
]
const sizes = { phone, laptop }
const pictures = join(import.meta.dirname, '..', '..', 'dist-pictures')
let server: ServerProcess

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  server = await ServerProcess.start()
})

afterAll(async () => {
  await server?.remove()
})

describe.each(Object.entries(sizes))('on a %s, light and dark', (size, viewport) => {
  let device: Device

  beforeEach(async () => {
    // What is shown is the same with the app installed and without: each is looked at, at one of the sizes.
    device = await Device.open({ viewport, hasWorker: viewport === phone })
  })

  afterEach(async () => {
    await device?.remove()
  })

  test('nobody signed in: every public page passes axe, holds in its width and says nothing in the console', async () => {
    await visit(publicPages)
  })

  test('an advisor: every page passes axe, holds in its width and says nothing in the console', async () => {
    await signIn(device.page, server.origin, 'Awa')
    await device.page.getByRole('main').waitFor()
    await visit(advisorPages)
    await device.page.goto(`${server.origin}/activites`)
    await device.page.getByRole('main').locator('a[href^="/activites/"]').first().click()
    await device.page.getByRole('link', { name: 'Modifier' }).waitFor()
    await looksRight('un-compte-rendu')
  })

  test('an employer: every page passes axe', async () => {
    await signIn(device.page, server.origin, 'Chantal')
    await device.page.getByText('Awa Diallo').filter({ visible: true }).first().waitFor()
    await looksRight('structure')
    await device.page.getByRole('link', { name: 'Chiffres', exact: true }).click()
    await device.page.getByText('Calculés').waitFor()
    await looksRight('structure-chiffres')
    await device.page.getByRole('link', { name: 'Préparer un bilan' }).click()
    await device.page.getByRole('article', { name: 'Bilan d’activité' }).waitFor()
    await looksRight('structure-bilan')
    await device.page.getByRole('radio', { name: /Rapport annuel/ }).check({ force: true })
    await device.page.getByRole('article', { name: 'Rapport annuel d’activité' }).waitFor()
    await looksRight('structure-rapport-annuel')
  })

  test('a coordinator: the ways to the team and its figures pass axe', async () => {
    await signIn(device.page, server.origin, 'Elsa')
    await device.page.goto(`${server.origin}/plus`)
    await device.page.getByRole('heading', { name: 'Mon équipe' }).waitFor()
    await looksRight('coordination-plus')
    await device.page.goto(`${server.origin}/chiffres`)
    await device.page.getByRole('link', { name: 'Voir les chiffres de l’équipe' }).click()
    await device.page.getByText('Calculés').waitFor()
    await device.page.getByText('Hugo Lafont').filter({ visible: true }).first().waitFor()
    await looksRight('equipe-chiffres')
  })

  test('the State: the nation and a department pass axe', async () => {
    await signIn(device.page, server.origin, 'Farid')
    await device.page.getByRole('link', { name: /France entière/ }).click()
    await device.page.getByText('Calculés').waitFor()
    await looksRight('etat-chiffres')
    await device.page.getByLabel('Territoire').selectOption('09')
    await device.page.getByRole('heading', { level: 1, name: 'Ariège (09)' }).waitFor()
    await device.page.getByText('Calculés').waitFor()
    await looksRight('etat-departement')
  })

  async function visit(addresses: string[]): Promise<void> {
    for (const address of addresses) {
      await device.page.goto(server.origin + address)
      await settles(device)
      await looksRight(address)
    }
  }

  async function looksRight(name: string): Promise<void> {
    const { page } = device
    for (const [colorScheme, violations] of schemes) {
      await page.emulateMedia({ colorScheme })
      const file = `${size}-${colorScheme}-${name.replace(/^\//, '').replaceAll('/', '-') || 'accueil'}.png`
      await page.screenshot({ path: join(pictures, file) })
      expect(await violations(page), `${name}, ${colorScheme}`).toEqual([])
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), name).toBe(
      true,
    )
    expect(device.errors, name).toEqual([])
  }
})

test('what the focus comes to by the keyboard is never behind the bar of a phone', async () => {
  const device = await Device.open({ viewport: phone, hasWorker: false })
  try {
    const { page } = device
    await signIn(page, server.origin, 'Awa')
    await hasOwnReports(page)
    await page.goto(`${server.origin}/chiffres`)
    await settles(device)
    await page.getByText('Filtrer', { exact: true }).click()
    const seen: (string | undefined)[] = []
    for (let tabs = 0; tabs < 40; tabs += 1) {
      await page.keyboard.press('Tab')
      seen.push(await page.evaluate(hiddenFocus))
    }
    expect(seen.filter((hidden) => hidden !== undefined)).toEqual([])
  } finally {
    await device.remove()
  }
})

/** In the page: the words of what has the focus, where all of it is behind something else. */
function hiddenFocus(): string | undefined {
  const focused = document.activeElement
  if (!focused || focused === document.body) return 'nothing'
  const { left, right, top, bottom } = focused.getBoundingClientRect()
  const isSeen = [top + 2, (top + bottom) / 2, bottom - 2].some((y) =>
    focused.contains(document.elementFromPoint((left + right) / 2, y)),
  )
  return isSeen ? undefined : (focused.textContent ?? focused.tagName)
}

test('on paper an employer’s list says whose it is, of what, of which days, and shows no navigation', async () => {
  const device = await Device.open({ viewport: laptop, hasWorker: false })
  try {
    const { page } = device
    await signIn(page, server.origin, 'Chantal')
    await page.getByText('Awa Diallo').filter({ visible: true }).first().waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').count()).toBe(0)
    const said = await page.getByRole('main').innerText()
    expect(said).toMatch(/Espace Coop, Chantal Rouch, le \p{L}+ \d+(er)?\s\p{L}+ 20\d\d/u)
    expect(said).toMatch(/Mairie de Saint-Girons\s[^]*Tous les jours\s[^]*[\d\s]+comptes rendus en tout/u)
    const days = await page.getByRole('main').locator('h2').allInnerTexts()
    expect(days.filter((day) => !/ 20\d\d$/.test(day))).toEqual([])
    expect(days).not.toHaveLength(0)
  } finally {
    await device.remove()
  }
})

test('at 400 % nothing stays over the page, and it holds in its width', async () => {
  const device = await Device.open({ viewport: { width: 320, height: 256 }, hasWorker: false })
  try {
    const { page } = device
    await signIn(page, server.origin, 'Awa')
    for (const address of advisorPages) {
      await page.goto(server.origin + address)
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(
        320,
      )
      expect(await page.evaluate(namesOfWhatStays), address).toEqual([])
    }
  } finally {
    await device.remove()
  }
})

test('in the person’s own colours the letters of a full button are not painted over', async () => {
  const device = await Device.open({ hasWorker: false })
  try {
    const { page } = device
    await page.emulateMedia({ forcedColors: 'active' })
    await page.goto(`${server.origin}/connexion`)
    const link = page.getByRole('link', { name: 'Se connecter' })
    const { adjust, letters, ground } = await link.evaluate((element) => {
      const { forcedColorAdjust, color, backgroundColor } = getComputedStyle(element)
      return { adjust: forcedColorAdjust, letters: color, ground: backgroundColor }
    })
    expect(adjust).toBe('none')
    expect(letters).not.toBe(ground)
  } finally {
    await device.remove()
  }
})

test('the simplest report is filed by keyboard alone, in nine keys from anywhere', async () => {
  const device = await Device.open({ viewport: laptop, hasWorker: false })
  try {
    const { page } = device
    await signIn(page, server.origin, 'Awa')
    await hasOwnReports(page)
    await page.keyboard.press('n')
    await page.getByRole('heading', { level: 1, name: 'Compte rendu' }).and(page.locator(':focus')).waitFor()
    // The kind, the day and the place are chosen: past them to the durations, the first of them, the first theme, and filed.
    for (const key of ['Tab', 'Tab', 'Tab', 'Tab', 'Space', 'Tab', 'Space', 'Enter'])
      await page.keyboard.press(key)
    await page.getByRole('heading', { level: 1, name: 'Activités' }).waitFor()
    await page.getByRole('heading', { level: 2, name: 'Aujourd’hui' }).waitFor()
  } finally {
    await device.remove()
  }
})

/** In the page: what is shown and doesn't go away with scrolling. */
function namesOfWhatStays(): string[] {
  return [...document.querySelectorAll<HTMLElement>('body *')]
    .filter((element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position))
    .filter((element) => element.getBoundingClientRect().height > 1)
    .map((element) => element.textContent.trim())
}
