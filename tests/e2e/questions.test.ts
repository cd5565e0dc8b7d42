import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessibilityViolations } from '../browser/axe.ts'
import { Device, laptop } from '../browser/device.ts'
import { fileSimplestReport, hasOwnReports, signIn, syncsNow } from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

const asked = 'Est-ce bien quarante-cinq minutes ?'
const answered = 'Oui, je corrige la thématique.'

let server: ServerProcess
let phone: Device
let desk: Device

beforeAll(async () => {
  server = await ServerProcess.start()
  phone = await Device.open()
  desk = await Device.open({ viewport: laptop, hasWorker: false })
})

afterAll(async () => {
  for (const device of [phone, desk]) await device?.remove()
  await server?.remove()
})

test('an absence that is declared without network reaches the employer, and one that the employer declares the phone', async () => {
  const { page, context } = phone
  await signIn(page, server.origin, 'Awa')
  await hasOwnReports(page)
  await page.goto(`${server.origin}/plus/absences`)
  await page.getByRole('button', { name: 'Maladie' }).waitFor()
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Maladie' }).click()
  await page.getByText('Absence déclarée').waitFor()
  expect(await accessibilityViolations(page)).toEqual([])
  await context.setOffline(false)
  await syncsNow(page, server.origin)

  await signIn(desk.page, server.origin, 'Chantal')
  await desk.page.getByRole('link', { name: 'Absences' }).click()
  await desk.page.getByText('Awa Diallo, maladie').waitFor()
  await desk.page.getByRole('button', { name: 'Déclarer une absence' }).click()
  const dialog = desk.page.getByRole('dialog')
  await dialog.getByLabel('Qui').selectOption('Awa Diallo')
  await dialog.getByRole('radio', { name: 'Formation' }).check({ force: true })
  expect(await accessibilityViolations(desk.page)).toEqual([])
  await dialog.getByRole('button', { name: 'Déclarer cette absence' }).click()
  await desk.page.getByText('Awa Diallo, formation').waitFor()
  expect(await accessibilityViolations(desk.page)).toEqual([])

  await syncsNow(page, server.origin)
  await page.goto(`${server.origin}/plus/absences`)
  await page.getByText('déclarée par votre structure').waitFor()
})

test('a question goes to the phone, is answered there without network, and the employer reads the answer', async () => {
  const { page, context } = phone
  await page.goto(server.origin)
  await fileSimplestReport(page)
  await syncsNow(page, server.origin)

  await desk.page.goto(server.origin)
  await desk.page
    .getByRole('link', { name: /Awa Diallo/ })
    .first()
    .click()
  await desk.page.getByLabel('Votre question à Awa Diallo').fill(asked)
  await desk.page.getByRole('button', { name: 'Envoyer la question' }).click()
  await desk.page.getByText('Une réponse est attendue.').waitFor()
  expect(await accessibilityViolations(desk.page)).toEqual([])

  await syncsNow(page, server.origin)
  await page.goto(server.origin)
  const question = page.getByRole('link', { name: /Question de Chantal Rouch/ })
  // Everything of one's own may have been sent before the question has come.
  await question.waitFor()
  await context.setOffline(true)
  await question.click()
  await page.getByText(asked).waitFor()
  await page.getByLabel('Votre réponse').fill(answered)
  expect(await accessibilityViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Répondre' }).click()
  await page.getByText(answered).waitFor()
  await context.setOffline(false)
  await syncsNow(page, server.origin)

  await desk.page.reload()
  await desk.page.getByText(answered).waitFor()
  await expect.poll(() => desk.page.getByText('Une réponse est attendue.').count()).toBe(0)
})
