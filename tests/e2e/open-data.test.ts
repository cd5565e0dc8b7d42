import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogueSchema } from '../../src/domain/open-data/catalogue.ts'
import { accessibilityViolations } from '../browser/axe.ts'
import { Device, laptop, phone } from '../browser/device.ts'
import { signIn } from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

const pictures = join(import.meta.dirname, '..', '..', 'dist-pictures')
let server: ServerProcess

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  server = await ServerProcess.start()
  await areCounted()
}, 150_000)

afterAll(async () => {
  await server?.remove()
})

/** The demonstration's years are counted once the copy has all of its reports. */
async function areCounted(): Promise<void> {
  const until = Date.now() + 60_000
  while ((await publishedYears()).length < 2 && Date.now() < until) await delay(500)
}

async function publishedYears(): Promise<number[]> {
  const answer = await fetch(`${server.origin}/api/open-data`)
  return catalogueSchema.parse(await answer.json()).editions.map(({ year }) => year)
}

describe.each(Object.entries({ phone, laptop }))('on a %s', (size, viewport) => {
  async function looksRight({ page, errors }: Device, name: string): Promise<void> {
    await page.screenshot({ path: join(pictures, `${size}-${name}.png`), fullPage: true })
    expect(await accessibilityViolations(page), name).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), name).toBe(
      true,
    )
    expect(errors, name).toEqual([])
  }

  test('anybody downloads what is published, and reads what it means', async () => {
    const device = await Device.open({ viewport, hasWorker: viewport === phone })
    try {
      const { page } = device
      await page.goto(`${server.origin}/mentions-legales`)
      await page.getByRole('link', { name: 'les télécharger' }).click()
      await page.getByRole('heading', { level: 1, name: 'Données ouvertes' }).waitFor()
      const totals = page.getByRole('link', { name: /Activités par département et par mois/ }).first()
      await totals.waitFor()
      await looksRight(device, 'donnees-ouvertes')
      const [download] = await Promise.all([page.waitForEvent('download'), totals.click()])
      expect(download.suggestedFilename()).toMatch(/^espace-coop-20\d\d-totaux\.csv$/)
      const [heads, first] = (await readFile(await download.path(), 'utf8')).split('\r\n')
      expect(heads).toBe('departement;periode;activites;accompagnements;minutes;beneficiaires')
      expect(first).toMatch(/^09;20\d\d/)
      await page.getByText('Colonnes de totaux.csv').click()
      await page.getByText('Personnes différentes sur la période').waitFor()
      await looksRight(device, 'donnees-ouvertes-dictionnaire')
    } finally {
      await device.remove()
    }
  })

  test('the State gives a token, by which a program reads, until it is revoked', async () => {
    const device = await Device.open({ viewport, hasWorker: viewport === phone })
    try {
      const { page } = device
      await signIn(page, server.origin, 'Farid')
      await page.getByRole('link', { name: /Accès des autres systèmes/ }).click()
      await page.getByRole('heading', { level: 1, name: 'Accès des autres systèmes' }).waitFor()
      const name = `Tableau de bord ${size}`
      await page.getByRole('button', { name: 'Créer un jeton' }).click()
      await page.getByRole('button', { name: 'Créer ce jeton' }).click()
      await page.getByText('Donnez le nom du logiciel.').waitFor()
      await looksRight(device, 'etat-acces-nouveau')
      await page.getByLabel('Nom du logiciel').fill(name)
      await page.getByLabel('À quoi il sert').fill('Suivi du dispositif')
      await page.getByLabel('Territoire').selectOption('09')
      await page.getByRole('button', { name: 'Créer ce jeton' }).click()
      const secret = await page.getByRole('textbox', { name: 'Jeton' }).inputValue()
      await page.getByRole('button', { name: `Révoquer le jeton ${name}` }).waitFor()
      await looksRight(device, 'etat-acces')
      const reads = () =>
        fetch(`${server.origin}/api/v1/totaux?limite=1`, { headers: { authorization: `Bearer ${secret}` } })
      const answer = await reads()
      expect([answer.status, await answer.json()]).toMatchObject([200, { lignes: [{ departement: '09' }] }])
      // Seen once: another visit shows that there is a token, and not which.
      await page.reload()
      await page.getByText('Utilisé le').first().waitFor()
      expect(await page.content()).not.toContain(secret)
      await page.getByRole('button', { name: `Révoquer le jeton ${name}` }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Révoquer le jeton' }).click()
      await page.getByText('Révoqué', { exact: true }).first().waitFor()
      expect((await reads()).status).toBe(401)
    } finally {
      await device.remove()
    }
  })
})
