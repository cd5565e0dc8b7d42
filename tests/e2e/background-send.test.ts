import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { Device } from '../browser/device.ts'
import { fileSimplestReport, hasOwnReports, isInstalled, signIn } from '../browser/person.ts'
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

test('a report filed offline is sent by the worker once the network is back, with the app closed', async () => {
  await server.stop()
  const { page } = phone
  await fileSimplestReport(page)
  await expect.poll(() => page.evaluate(tagsAskedFor), { timeout: 20_000 }).toHaveLength(1)
  const [tag] = await page.evaluate(tagsAskedFor)

  // The app is closed before the server is back: an open page would send by itself.
  const beside = await phone.context.newPage()
  await page.close()
  await server.start()
  // A page of the same origin that isn't the app: it sees the device's tables, and sends nothing.
  await beside.goto(`${server.origin}/robots.txt`)
  const session = await phone.context.newCDPSession(beside)
  const registrationId = await registrationOf(phone, beside)
  expect(await beside.evaluate(outboxSize)).toBe(1)
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.dispatchSyncEvent', {
    origin: server.origin,
    registrationId,
    tag: String(tag),
    lastChance: false,
  })
  await expect.poll(() => beside.evaluate(outboxSize), { timeout: 20_000 }).toBe(0)
})

async function registrationOf(device: Device, page: Page): Promise<string> {
  const session = await device.context.newCDPSession(page)
  const found = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations
      if (first) resolve(first.registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  return found
}

/** In the page: names under which the browser was asked to wake the worker. */
async function tagsAskedFor(): Promise<string[]> {
  const registration = await navigator.serviceWorker.ready
  // Chromium's alone, and not in TypeScript's library.
  const { sync } = registration as unknown as { sync: { getTags(): Promise<string[]> } }
  return sync.getTags()
}

/** In the page: how many ops wait, read without the app's own code. */
async function outboxSize(): Promise<number> {
  const [found] = (await indexedDB.databases()).filter(({ name }) => name?.startsWith('coop-'))
  const name = found?.name
  if (!name) throw new Error('the device has no database')
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name)
    opening.addEventListener('error', () => reject(new Error('the database does not open')))
    opening.addEventListener('success', () => {
      const db = opening.result
      const counting = db.transaction('outbox').objectStore('outbox').count()
      counting.addEventListener('success', () => {
        db.close()
        resolve(counting.result)
      })
    })
  })
}
