import { afterAll, beforeAll, expect, test } from 'vitest'
import { Device, laptop as laptopSize } from '../browser/device.ts'
import { fileSimplestReport, hasOwnReports, signIn, syncsNow, writeNote } from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

let server: ServerProcess
let phone: Device
let laptop: Device

beforeAll(async () => {
  server = await ServerProcess.start()
  phone = await Device.open()
  laptop = await Device.open({ viewport: laptopSize, hasWorker: false })
  await signIn(phone.page, server.origin, 'Bruno')
  await signIn(laptop.page, server.origin, 'Bruno')
  await hasOwnReports(phone.page)
})

afterAll(async () => {
  await phone?.remove()
  await laptop?.remove()
  await server?.remove()
})

test('I7 a report filed on the phone reaches the laptop, edits of both meet, and a delete reaches the other', async () => {
  await fileSimplestReport(phone.page, 'Écrit sur le téléphone')
  const address = await newestReport(phone)
  await syncsNow(phone.page, server.origin)
  await syncsNow(laptop.page, server.origin)
  await laptop.page.goto(server.origin + address)
  await laptop.page.getByText('Écrit sur le téléphone').first().waitFor()

  // Each changes another field while the other can't know.
  await editDuration(laptop, '1 h')
  await phone.page.goto(server.origin + address)
  await editNote(phone, 'Complété sur le téléphone')
  await syncsNow(laptop.page, server.origin)
  await syncsNow(phone.page, server.origin)
  await syncsNow(laptop.page, server.origin)
  for (const device of [phone, laptop]) {
    await device.page.goto(server.origin + address)
    await device.page.getByText('Complété sur le téléphone').first().waitFor()
    expect(await device.page.getByRole('main').innerText()).toContain('1\u00a0h')
  }

  await phone.page.getByRole('button', { name: 'Supprimer ce compte rendu' }).click()
  await syncsNow(phone.page, server.origin)
  await syncsNow(laptop.page, server.origin)
  await laptop.page.goto(server.origin + address)
  await laptop.page.getByText('Complété sur le téléphone').waitFor({ state: 'detached' })
})

async function newestReport(device: Device): Promise<string> {
  const link = device.page.getByRole('main').locator('a[href^="/activites/"]').first()
  const address = await link.getAttribute('href')
  if (address === null) throw new Error('no report in the list')
  return address
}

async function editDuration(device: Device, label: string): Promise<void> {
  await device.page.getByRole('link', { name: 'Modifier' }).click()
  await device.page.getByRole('radio', { name: label, exact: true }).check({ force: true })
  await device.page.getByRole('button', { name: 'Enregistrer' }).click()
}

async function editNote(device: Device, note: string): Promise<void> {
  await device.page.getByRole('link', { name: 'Modifier' }).click()
  await writeNote(device.page, note)
  await device.page.getByRole('button', { name: 'Enregistrer' }).click()
}
