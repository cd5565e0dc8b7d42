import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import { readSheet } from 'read-excel-file/node'
import type { Download, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessibilityViolations } from '../browser/axe.ts'
import { Device } from '../browser/device.ts'
import { isInstalled, signIn } from '../browser/person.ts'
import { printed } from '../browser/printed.ts'
import { ServerProcess } from '../browser/server-process.ts'

/* The employer reads its advisors' reports on a phone: filters by keyboard, files, paper, and without network. */

let server: ServerProcess
let phone: Device

beforeAll(async () => {
  server = await ServerProcess.start()
  phone = await Device.open()
  await signIn(phone.page, server.origin, 'Chantal')
  await isInstalled(phone.page)
  await phone.page.getByText(/^[\d\s]+\scomptes rendus$/).waitFor()
})

afterAll(async () => {
  await phone?.remove()
  await server?.remove()
})

test('filters by keyboard, keeps them in the address, and takes one off', async () => {
  const { page } = phone
  const before = await foundOn(page)
  await press(page, 'Filtrer', 'Enter')
  await press(page, 'Thématiques', 'Enter')
  await page.getByRole('checkbox', { name: /^E-mail \(/ }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: /Retirer le filtre.*E-mail/ }).waitFor()
  await expect.poll(() => foundOn(page)).toBeLessThan(before)
  await page.getByLabel('Trier par').selectOption('Durée, de la plus longue')
  expect(new URL(page.url()).search).toBe('?theme=email&tri=duree')
  expect(await accessibilityViolations(page)).toEqual([])

  const found = await foundOn(page)
  await page.reload()
  await expect.poll(() => foundOn(page)).toBe(found)
  await page.getByRole('button', { name: /Retirer le filtre.*E-mail/ }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => foundOn(page)).toBe(before)
})

test('takes the list away as it is filtered: the same rows in CSV, in XLSX and on the screen', async () => {
  const { page } = phone
  const address = new URL(page.url()).pathname
  await page.goto(`${server.origin}${address}?theme=email&type=collectif&tri=participants`)
  await page.getByText(/^[\d\s]+\scomptes? rendus?$/).waitFor()
  const found = await foundOn(page)
  await page.getByText('Emporter ou imprimer').click()

  const csv = await taken(page, () => page.getByRole('link', { name: 'Tableau (CSV)' }).click())
  const parts = (await readFile(await csv.path(), 'utf8')).split('\r\n\r\n')
  expect(parts[0]).toContain('Filtres;E-mail, Atelier collectif')
  const rows = Papa.parse<Record<string, string>>(parts[1] ?? '', { delimiter: ';', header: true }).data
  expect(rows).toHaveLength(found)

  const xlsx = await taken(page, () => page.getByRole('button', { name: 'Classeur (XLSX)' }).click())
  const sheet = await readSheet(await xlsx.path())
  expect(sheet.slice(1).map(([id]) => id)).toEqual(rows.map((row) => row['Identifiant']))

  const minutesOf = (text: string) => {
    const [, hours = '0', minutes = '0'] = /^(?:(\d+)\sh)?\s?(?:(\d+)(?:\smin)?)?$/.exec(text) ?? []
    return Number(hours) * 60 + Number(minutes)
  }
  const shown = await page.locator('[data-lists] [data-row]').allInnerTexts()
  const onScreen = shown.map((text) => minutesOf(text.split('\n').at(-1) ?? ''))
  const inFile = rows.map((row) => Number(row['Durée (minutes)']))
  expect(onScreen.toSorted((a, b) => a - b)).toEqual(inFile.toSorted((a, b) => a - b))
  expect((await printed(page)).pages).toBeGreaterThan(0)
})

test('goes through the sections by the menu, and reads the last view without network, dated', async () => {
  const { page } = phone
  const menu = page.getByRole('navigation', { name: 'Sections de la structure' })
  await menu.getByRole('link', { name: 'Absences' }).click()
  await page.getByRole('heading', { level: 1, name: 'Absences' }).waitFor()
  expect(await menu.getByRole('link', { name: 'Absences' }).getAttribute('aria-current')).toBe('page')
  const box = await menu.getByRole('link', { name: 'Absences' }).boundingBox()
  expect(box?.height).toBeGreaterThanOrEqual(44)
  await menu.getByRole('link', { name: 'Comptes rendus' }).click()
  await page.getByText(/^[\d\s]+\scomptes rendus$/).waitFor()
  const found = await foundOn(page)

  await phone.context.setOffline(true)
  await page.reload()
  await page.getByText(/Dernière lecture/).waitFor()
  expect(await foundOn(page)).toBe(found)
  await page.locator('[data-lists] [data-row]').first().click()
  await page.getByText('Déposé').waitFor()
  await page.getByText(/Dernière lecture/).waitFor()
  await phone.context.setOffline(false)
})

async function press(page: Page, text: string, key: string): Promise<void> {
  await page.locator('summary').filter({ hasText: text }).focus()
  await page.keyboard.press(key)
}

async function foundOn(page: Page): Promise<number> {
  const text = await page.getByText(/^[\d\s]+\scomptes? rendus?$/).innerText()
  return Number(text.replaceAll(/\D/g, ''))
}

async function taken(page: Page, take: () => Promise<void>): Promise<Download> {
  const download = page.waitForEvent('download')
  await take()
  return download
}
