import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schemes } from '../browser/axe.ts'
import { Device, laptop, phone } from '../browser/device.ts'
import { hasOwnReports, isInstalled, keepsAnswer, signIn } from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

const pictures = join(import.meta.dirname, '..', '..', 'dist-pictures')

let server: ServerProcess

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  server = await ServerProcess.start()
})

afterAll(() => server?.remove())

/** On a phone and on a laptop, light and dark: the page passes axe, holds in its width, and leaves a picture. */
async function looksRight(name: string, page: Page): Promise<void> {
  for (const [size, viewport] of Object.entries({ phone, laptop })) {
    for (const [colorScheme, violations] of schemes) {
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme })
      expect(await violations(page)).toEqual([])
      const scroll = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(scroll).toBeLessThanOrEqual(viewport.width)
      await page.screenshot({ path: join(pictures, `${size}-${colorScheme}-${name}.png`), fullPage: true })
    }
  }
}

test('the State transfers a post, reads both its histories, and where the commitments of its structure stand', async () => {
  const state = await Device.open({ viewport: laptop, hasWorker: false })
  try {
    const { page } = state
    await signIn(page, server.origin, 'Farid')
    await page.goto(`${server.origin}/etat/postes`)
    await page.getByRole('button', { name: 'Modifier le poste 09-0005' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: 'Transfert à une autre structure' }).check({ force: true })
    await dialog.getByLabel('SIRET de la structure').fill('999 000 029 00010')
    await dialog.getByRole('button', { name: 'Transférer ce poste' }).click()
    await page.getByText(/^Transféré le/).waitFor()
    await looksRight('etat-postes-transfert', page)
    await page.getByRole('button', { name: 'Histoire du poste 09-0005' }).click()
    await page.getByRole('dialog').getByText('Personne n’y a travaillé').first().waitFor()
    await looksRight('etat-postes-histoire', page)
    await page.keyboard.press('Escape')
    await page
      .getByRole('link', { name: /état des engagements$/ })
      .first()
      .click()
    await page.getByRole('heading', { name: /^1\. Recruter/ }).waitFor()
    await looksRight('etat-engagements', page)
    await page.emulateMedia({ media: 'print', colorScheme: 'light' })
    await page.getByText(/^SIRET \d{14}/).waitFor()
    expect(await page.getByRole('button').count()).toBe(0)
    await page.screenshot({ path: join(pictures, 'etat-engagements-imprime.png'), fullPage: true })
    expect(await page.getByRole('main').innerText()).not.toMatch(/Diallo|Estèbe/)
  } finally {
    await state.remove()
  }
})

test('an advisor reads their contracts, and the last view of them without network', async () => {
  const awas = await Device.open()
  try {
    const { page } = awas
    await signIn(page, server.origin, 'Awa')
    await hasOwnReports(page)
    await page.goto(`${server.origin}/contrats`)
    await page.getByText('09-0001').waitFor()
    await looksRight('contrats', page)
    await keepsAnswer(page, 'own-contracts')
    await isInstalled(page)
    await page.context().setOffline(true)
    await page.reload()
    await page.getByText(/^Vous lisez ce qui est gardé sur cet appareil/).waitFor()
    await page.getByText('09-0001').waitFor()
  } finally {
    await awas.remove()
  }
})
