import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Device } from '../browser/device.ts'
import { makeNewerBuild } from '../browser/newer-build.ts'
import { isInstalled, openForm, signIn, writeNote } from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'
import { findsUpdate, takesUpdate } from '../browser/updates.ts'

let newerBuild: string
let server: ServerProcess
let phone: Device

beforeAll(async () => {
  newerBuild = await makeNewerBuild('newer-build')
  server = await ServerProcess.start()
  phone = await Device.open()
  await signIn(phone.page, server.origin, 'Awa')
  await isInstalled(phone.page)
  await phone.page.goto(server.origin)
})

afterAll(async () => {
  await phone?.remove()
  await server?.remove()
  await rm(newerBuild, { recursive: true, force: true })
})

test('I26 an update shows quietly, leaves an open form alone, and takes place at the next navigation', async () => {
  const { page } = phone
  await openForm(page)
  await writeNote(page, 'En cours de frappe')
  await server.stop()
  await server.start({ APP_FOLDER: newerBuild })
  await findsUpdate(page)
  expect(await page.getByLabel('Note', { exact: true }).inputValue()).toBe('En cours de frappe')

  await page.getByRole('link', { name: 'Retour' }).click()
  await takesUpdate(page)
  await page.goto(`${server.origin}/plus/diagnostic`)
  await page.getByText('newer-build').first().waitFor()

  await page.goto(server.origin)
  await page.getByRole('link').filter({ hasText: 'Brouillon' }).click()
  await page.getByRole('heading', { level: 1, name: 'Compte rendu' }).waitFor()
  expect(await page.getByLabel('Note', { exact: true }).inputValue()).toBe('En cours de frappe')
})
