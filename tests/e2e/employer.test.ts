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
  phone = await Device.open()
  desk = await Device.open({ viewport: laptop })
  elsewhere = await Device.open({ viewport: laptop })
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
