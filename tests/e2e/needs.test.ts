import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schemes } from '../browser/axe.ts'
import { Device, laptop, phone } from '../browser/device.ts'
import { isInstalled, signIn } from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

/* Inhabitants' needs, as who reads for the State finds them: by tile, by name, down to a commune, on paper, offline. */

const pictures = join(import.meta.dirname, '..', '..', 'dist-pictures')
let server: ServerProcess

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  server = await ServerProcess.start()
})

afterAll(async () => {
  await server?.remove()
})

describe.each(Object.entries({ phone, laptop }))('on a %s', (size, viewport) => {
  test('light and dark: nation, department and commune pass axe and hold in their width', async () => {
    const device = await Device.open({ viewport, hasWorker: false })
    try {
      const { page } = device
      await signIn(page, server.origin, 'Farid')
      await page.getByRole('link', { name: /Besoins des habitants/ }).click()
      await page.getByRole('heading', { level: 1, name: 'France entière' }).waitFor()
      await looksRight('france')
      // The tile is for the hand: the keyboard has the table.
      await page.locator('a[title^="Ariège"]').click()
      await page.getByRole('heading', { level: 1, name: 'Ariège' }).waitFor()
      await page.getByRole('heading', { level: 2, name: 'Communes' }).waitFor()
      await looksRight('departement')
      await page.getByRole('combobox', { name: 'Chercher un territoire' }).fill('st girons')
      await page.getByRole('option', { name: /Commune, Ariège/ }).click()
      await page.getByRole('heading', { level: 1, name: 'Saint-Girons' }).waitFor()
      await page.getByRole('region', { name: 'Thématiques' }).waitFor()
      await looksRight('commune')
    } finally {
      await device.remove()
    }

    async function looksRight(name: string): Promise<void> {
      const { page } = device
      for (const [colorScheme, violations] of schemes) {
        await page.emulateMedia({ colorScheme })
        await page.screenshot({ path: join(pictures, `${size}-${colorScheme}-besoins-${name}.png`) })
        expect(await violations(page), `${name}, ${colorScheme}`).toEqual([])
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), name).toBe(true)
      expect(device.errors, name).toEqual([])
    }
  })
})

test('communes of nothing are found by keyboard, the last view stays without network, and a file says the same', async () => {
  const device = await Device.open({ viewport: laptop })
  try {
    const { page } = device
    await signIn(page, server.origin, 'Farid')
    await isInstalled(page)
    await page.goto(`${server.origin}/etat/besoins/departement/09`)
    const communes = page.getByRole('region', { name: 'Communes', exact: true })
    await communes.getByRole('radio', { name: /^Toutes/ }).focus()
    await page.keyboard.press('ArrowRight')
    await communes.getByText('Aulus-les-Bains').waitFor()
    expect(await communes.getByText('Saint-Girons', { exact: true }).count()).toBe(0)

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tableau (CSV)' }).click(),
    ])
    const csv = await readFile(await download.path(), 'utf8')
    expect(csv).toMatch(/"Communes";"Saint-Girons \(09261\)";"Accompagnements";\d+;/)
    expect(csv).toMatch(/"Communes";"Aulus-les-Bains \(09029\)";"Accompagnements";0;/)

    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').count()).toBe(0)
    await page.emulateMedia({ media: 'screen' })

    await device.context.setOffline(true)
    await page.reload()
    await page.getByText('Le serveur ne répond pas.').waitFor()
    await page.getByRole('heading', { level: 1, name: 'Ariège' }).waitFor()
  } finally {
    await device.remove()
  }
})

test('at 320 px wide every page holds in its width', async () => {
  const device = await Device.open({ viewport: { width: 320, height: 568 }, hasWorker: false })
  try {
    const { page } = device
    await signIn(page, server.origin, 'Farid')
    for (const address of [
      '',
      '/departement/09',
      '/epci/200067940',
      '/commune/09261',
      '/commune/09182?annee=2024',
    ]) {
      await page.goto(`${server.origin}/etat/besoins${address}`)
      await page.getByText('Accompagnements', { exact: true }).first().waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(
        320,
      )
    }
  } finally {
    await device.remove()
  }
})
