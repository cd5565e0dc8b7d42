import { afterAll, beforeAll, expect, test } from 'vitest'
import { Device } from '../browser/device.ts'
import {
  chooseDurationAndTheme,
  hasOwnReports,
  isInstalled,
  openForm,
  save,
  signIn,
  writeNote,
} from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

let server: ServerProcess
let phone: Device

beforeAll(async () => {
  server = await ServerProcess.start()
  phone = await Device.open()
  await signIn(phone.page, server.origin, 'Awa')
  await isInstalled(phone.page)
  await hasOwnReports(phone.page)
})

afterAll(async () => {
  await phone?.remove()
  await server?.remove()
})

test('I1 a report filed with no network and no server is kept, sent without being asked, and shown as sent', async () => {
  await server.stop()
  await phone.close()
  const page = await phone.open()
  await page.goto(server.origin)
  await openForm(page)
  await chooseDurationAndTheme(page)
  await writeNote(page, 'Filé dans le bus, sans réseau')
  await save(page)
  const line = page.getByRole('listitem').filter({ hasText: 'Enregistré sur cet appareil' })
  await line.first().waitFor()

  await server.start()
  await line.first().waitFor({ state: 'detached', timeout: 60_000 })
  expect(await page.getByText('À corriger').count()).toBe(0)
})
