import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Device } from '../browser/device.ts'
import { hasOwnReports, isInstalled, signIn } from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

const file = join(tmpdir(), `espace-coop-autre-outil-${process.pid}.csv`)
let server: ServerProcess

beforeAll(async () => {
  const lines = [
    'Date;Durée;Lieu;Thématiques;Commentaire',
    '20/11/2026;1h30;À distance;E-mail;Été',
    '19/11/2026;45;À distance;Bureautique;=1+1',
    '30/02/2026;45;À distance;Bureautique;',
  ]
  await writeFile(file, lines.join('\r\n'), 'latin1')
  server = await ServerProcess.start()
})

afterAll(async () => {
  await server?.remove()
  await rm(file, { force: true })
})

test('without network an advisor takes reports out, brings another tool’s file in twice, and nothing is doubled', async () => {
  const device = await Device.open()
  try {
    const { page } = device
    await signIn(page, server.origin, 'Awa')
    await hasOwnReports(page)
    await isInstalled(page)
    await page.goto(`${server.origin}/plus/exporter`)
    await device.context.setOffline(true)

    const taken = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Classeur (XLSX)' }).click()
    const spreadsheet = await (await taken).path()
    expect((await readFile(spreadsheet)).subarray(0, 2).toString()).toBe('PK')

    await page.getByRole('link', { name: 'Reprendre un fichier' }).click()
    await page.getByLabel('Fichier à reprendre').setInputFiles(file)
    await page.getByRole('button', { name: 'Voir ce qui viendra' }).click()
    await page.getByText(/^1\sligne ne viendra pas\.$/).waitFor()
    await page.getByText(/30\/02\/2026\s» n’est pas une date/).waitFor()
    await page.getByRole('button', { name: /^Reprendre 2/ }).click()
    await page.getByText(/Repris\s: 2/).waitFor()
    await page.getByRole('button', { name: 'Terminer' }).click()

    // Its columns are known now, and its lines are there.
    await page.getByLabel('Fichier à reprendre').setInputFiles(file)
    await page.getByText(/^2\slignes sont déjà là/).waitFor()
    await page.getByRole('button', { name: 'Choisir un autre fichier' }).click()
    await page.getByLabel('Fichier à reprendre').setInputFiles(spreadsheet)
    await page.getByText(/lignes sont déjà là, et restent telles quelles\.$/).waitFor()
    expect(await page.getByRole('button', { name: /^Reprendre \d/ }).count()).toBe(0)
    expect(device.errors.filter((error) => !error.includes('/api/'))).toEqual([])
  } finally {
    await device.remove()
  }
})
