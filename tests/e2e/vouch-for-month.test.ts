import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessibilityViolations } from '../browser/axe.ts'
import { Device, laptop, phone } from '../browser/device.ts'
import { hasOwnReports, signIn, syncsNow } from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

const pictures = join(import.meta.dirname, '..', '..', 'dist-pictures')

let server: ServerProcess
let advisor: Device
let desk: Device
let anybody: Device
let folder: string

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  folder = await mkdtemp(join(tmpdir(), 'espace-coop-attestation-'))
  server = await ServerProcess.start()
  advisor = await Device.open({ hasWorker: false })
  desk = await Device.open({ viewport: laptop })
  anybody = await Device.open({ hasWorker: false })
})

afterAll(async () => {
  for (const device of [advisor, desk, anybody]) await device?.remove()
  await server?.remove()
  await rm(folder, { recursive: true, force: true })
})

test('a responsable vouches, anybody verifies, a correction makes the month to be reviewed, and it is vouched for again', async () => {
  const { page } = desk
  await signIn(page, server.origin, 'Chantal')
  await page.getByRole('heading', { level: 1, name: 'Mairie de Saint-Girons' }).waitFor()
  const months = `${page.url()}/mois`
  await page.goto(months)
  await page.getByText(/^Lu /).waitFor()
  await looksRight('attester-mois', desk)

  // The last one that waits is over for long, whatever the day.
  await page
    .getByRole('link', { name: /À attester/ })
    .nth(1)
    .click()
  await page.getByText(/^Lu /).waitFor()
  const month = page.url()
  await looksRight('attester-un-mois', desk)
  await page.getByRole('button', { name: 'Ajouter une réserve' }).click()
  await page.getByLabel('Elle porte sur').selectOption({ label: 'Awa Diallo' })
  await page.getByLabel('Votre réserve').fill('Une permanence n’a pas été déposée.')
  await looksRight('attester-reserve', desk)
  await page.getByRole('button', { name: /^Attester le mois/ }).click()
  await page.getByText(/est attesté\.$/).waitFor()
  await page.getByText('Attesté', { exact: true }).waitFor()
  await looksRight('atteste', desk)

  const first = await attestation(page)
  await verifies(first.code, 'Attestation authentique')
  await looksRight('verifier', anybody)
  expect(await anybody.page.locator('body').innerText()).not.toMatch(/Awa|Bruno|Chantal/)
  expect(await verifiesOffline(first.path)).toContain('AUTHENTIQUE')

  await signIn(advisor.page, server.origin, 'Awa')
  await hasOwnReports(advisor.page)
  await correctsAReport(advisor.page, month.slice(-7))
  await syncsNow(advisor.page, server.origin)

  await page.goto(month)
  await page.getByText('Ce mois est à revoir.').waitFor()
  await page.getByRole('cell', { name: 'Modifié' }).waitFor()
  await looksRight('a-revoir', desk)
  await page.setViewportSize(phone)
  await looksRight('a-revoir-telephone', desk)
  await page.setViewportSize(laptop)
  await verifies(first.code, 'Attestation authentique, à revoir')

  await page.getByRole('button', { name: /^Attester le mois/ }).click()
  await page.getByText(/est attesté\.$/).waitFor()
  expect(await page.getByText(/^(Remplacée\. )?Mois attesté par Chantal Rouch/).count()).toBe(2)
  const second = await attestation(page)
  expect(second.code).not.toBe(first.code)
  await verifies(second.code, 'Attestation authentique')
  await page.emulateMedia({ colorScheme: 'dark' })
  await looksRight('atteste-sombre', desk)
})

/** Downloads the last attestation of a month, and reads its code on the page. */
async function attestation(page: Page): Promise<{ code: string; path: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('region', { name: /^Attestations?$/ })
      .getByRole('link', { name: /^Télécharger l’attestation/ })
      .first()
      .click(),
  ])
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-')
  const said = await page
    .getByText(/^Code [0-9A-Z-]{14}$/)
    .first()
    .innerText()
  return { path, code: said.replace('Code ', '') }
}

/** As somebody does who types the code of a paper, in small letters. */
async function verifies(code: string, verdict: string): Promise<void> {
  const { page } = anybody
  await page.goto(`${server.origin}/verifier`)
  await page.getByLabel('Code de l’attestation').fill(code.toLowerCase().replaceAll('-', ' '))
  await page.getByRole('button', { name: 'Vérifier' }).click()
  await page.getByRole('heading', { level: 1, name: verdict, exact: true }).waitFor()
}

async function verifiesOffline(path: string): Promise<string> {
  const keys = join(folder, 'keys.json')
  await writeFile(keys, await (await fetch(`${server.origin}/api/seals/keys`)).text())
  const command = join('src', 'server', 'seals', 'verify-seal-command.ts')
  return (await promisify(execFile)(process.execPath, ['--import', 'tsx', command, path, keys])).stdout
}

/** Another duration, for the first report of a month that is found. */
async function correctsAReport(page: Page, month: string): Promise<void> {
  await page.goto(`${server.origin}/activites?du=${month}-01&au=${month}-28&type=individuel`)
  await page.getByRole('heading', { level: 1, name: 'Activités' }).waitFor()
  await page.locator('[data-row]').first().click()
  await page.getByRole('link', { name: 'Modifier' }).click()
  await page.getByRole('radio', { name: 'Autre', exact: true }).first().check({ force: true })
  await page.getByLabel('Heures').fill('3')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('heading', { level: 1, name: 'Compte rendu' }).waitFor({ state: 'hidden' })
}

async function looksRight(name: string, { page, errors }: Device): Promise<void> {
  await page.screenshot({ path: join(pictures, `structure-${name}.png`), fullPage: true })
  expect(await accessibilityViolations(page), name).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), name).toBe(
    true,
  )
  expect(errors, name).toEqual([])
}
