import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Device, laptop } from '../browser/device.ts'
import { fileSimplestReport, hasOwnReports, signIn, syncsNow } from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

const secret = 'Note privée que la structure ne lit pas'

let server: ServerProcess
let phone: Device
let desk: Device
let elsewhere: Device

beforeAll(async () => {
  server = await ServerProcess.start()
  phone = await Device.open({ hasWorker: false })
  desk = await Device.open({ viewport: laptop, hasWorker: false })
  elsewhere = await Device.open({ viewport: laptop, hasWorker: false })
})

afterAll(async () => {
  for (const device of [phone, desk, elsewhere]) await device?.remove()
  await server?.remove()
})

test('I14 the employer reads the activity without its private note, and another employer reads nothing of it', async () => {
  await signIn(phone.page, server.origin, 'Awa')
  await hasOwnReports(phone.page)
  await fileSimplestReport(phone.page, secret)
  await syncsNow(phone.page, server.origin)

  await signIn(desk.page, server.origin, 'Chantal')
  await desk.page.getByText('Awa Diallo').filter({ visible: true }).first().waitFor()
  const address = new URL(desk.page.url()).pathname
  expect(await desk.page.content()).not.toContain(secret)

  await signIn(elsewhere.page, server.origin, 'Denis')
  await elsewhere.page.getByText('Hugo Lafont').filter({ visible: true }).first().waitFor()
  expect(await elsewhere.page.content()).not.toContain('Awa')
  await elsewhere.page.goto(server.origin + address)
  await elsewhere.page.waitForLoadState('networkidle')
  expect(await elsewhere.page.getByRole('main').innerText()).not.toContain('Awa')
})

test('the figures of an advisor are the same on the advisor’s phone and at the employer’s desk', async () => {
  await phone.page.goto(`${server.origin}/chiffres?periode=annee`)
  const own = await totalsOf(phone.page)
  await desk.page.goto(`${server.origin}/`)
  await desk.page.getByRole('link', { name: 'Chiffres' }).click()
  await desk.page.getByLabel('Période').selectOption('Cette année')
  await desk.page.getByLabel('Qui').selectOption('Awa Diallo')
  await desk.page.getByText('Calculés').waitFor()
  await expect.poll(() => totalsOf(desk.page)).toEqual(own)
  expect(own.join(' ')).toMatch(/\d{2,}/)
})

/** The four totals, with what they are compared with. */
async function totalsOf(page: Page): Promise<string[]> {
  await page.locator('dl').first().waitFor()
  return page.locator('dl').first().locator('dd').allInnerTexts()
}
