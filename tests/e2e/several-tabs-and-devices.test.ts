import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Device, laptop as laptopSize } from '../browser/device.ts'
import {
  chooseDurationAndTheme,
  fileSimplestReport,
  hasOwnReports,
  openForm,
  signIn,
  syncsNow,
  writeNote,
} from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

let server: ServerProcess
let phone: Device
let laptop: Device

beforeAll(async () => {
  server = await ServerProcess.start()
  phone = await Device.open()
  laptop = await Device.open({ viewport: laptopSize })
  for (const { page } of [phone, laptop]) {
    await signIn(page, server.origin, 'Hugo')
    await hasOwnReports(page)
  }
})

afterAll(async () => {
  await phone?.remove()
  await laptop?.remove()
  await server?.remove()
})

test('I24 two tabs show the same, send at once, and nothing is doubled', async () => {
  const [one, two] = [laptop.page, await laptop.context.newPage()]
  await two.goto(`${server.origin}/activites`)
  // The browser draws nothing in a tab that stands behind another.
  await one.bringToFront()
  await fileSimplestReport(one, 'Vu dans les deux zygènes')
  await two.goto(`${server.origin}/activites?q=zygenes`)
  await two.bringToFront()
  await two.getByText('1\u00a0compte rendu trouvé').waitFor()
  await Promise.all([one, two].map((page) => syncsNow(page, server.origin)))
  await syncsNow(phone.page, server.origin)
  expect(await foundBy(phone.page, 'zygenes')).toBe(1)
  await two.close()
})

test('I1 a storage that is full is told, nothing typed is lost, and the save works once there is room', async () => {
  const small = await Device.open()
  const { page } = small
  const protocol = await small.context.newCDPSession(page)
  const { origin } = server
  // Before the first use: the browser remembers for a while how much room there was.
  await protocol.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 16_000_000 })
  await signIn(page, origin, 'Hugo')
  await hasOwnReports(page)
  await openForm(page)
  await chooseDurationAndTheme(page)
  await writeNote(page, 'Saisi sans place pour le phasme')
  await page.evaluate(fillStorage)
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('Cet appareil n’a pas pu enregistrer le compte rendu.').waitFor()
  expect(await page.getByLabel('Note', { exact: true }).inputValue()).toBe('Saisi sans place pour le phasme')
  await protocol.send('Storage.overrideQuotaForOrigin', { origin })
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('heading', { level: 1, name: 'Activités' }).waitFor()
  expect(await foundBy(page, 'phasme')).toBe(1)
  await small.remove()
})

test('I1 P10 a connection to the storage that the system cut is opened again, and the report saved once', async () => {
  const { page } = phone
  // Before the database is opened: the library keeps the method as it finds it then.
  await page.addInitScript(cutNextTransactions)
  await page.goto(server.origin)
  await openForm(page)
  await chooseDurationAndTheme(page)
  await writeNote(page, 'Après la perte du lucane')
  await page.evaluate('cutTransactions(2)')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('heading', { level: 1, name: 'Activités' }).waitFor()
  expect(await page.evaluate('transactionsCut')).toBe(2)
  await syncsNow(page, server.origin)
  expect(await foundBy(page, 'lucane')).toBe(1)
})

test('what was exported without network is taken up on another device, and sent once though both send it', async () => {
  await phone.context.setOffline(true)
  const { page } = phone
  await fileSimplestReport(page, 'Exporté avec la cétoine')
  await page
    .getByRole('link', { name: /en attente|Hors ligne|À envoyer/i })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: 'Synchronisation' }).waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Exporter ce qui n’est pas envoyé' }).click()
  const file = await (await download).path()
  expect(await readFile(file, 'utf8')).toContain('Exporté avec la cétoine')

  await laptop.page.goto(`${server.origin}/synchronisation`)
  await laptop.page.getByText('Reprendre un fichier exporté').click()
  await laptop.page.getByLabel('Fichier à reprendre').setInputFiles(file)
  await laptop.page.getByText(/Repris de ce fichier/).waitFor()
  await syncsNow(laptop.page, server.origin)
  expect(await foundBy(laptop.page, 'cetoine')).toBe(1)
  await phone.context.setOffline(false)
  await syncsNow(page, server.origin)
  await syncsNow(laptop.page, server.origin)
  expect(await foundBy(laptop.page, 'cetoine')).toBe(1)
})

test('I14 a phone that is signed out from afar holds nothing any more, and says what to do', async () => {
  const { page } = laptop
  await page.goto(`${server.origin}/plus/appareils`)
  await page.getByText('Cet appareil').waitFor()
  const others = page.getByRole('button', { name: 'Déconnecter', exact: true })
  await others.first().waitFor()
  for (let left = await others.count(); left > 0; left -= 1) {
    await others.first().click()
    await page.getByRole('button', { name: 'Déconnecter l’appareil' }).click()
    await expect.poll(() => others.count(), { timeout: 20_000 }).toBe(left - 1)
  }
  await phone.page.goto(`${server.origin}/synchronisation`)
  await expect.poll(() => phone.page.evaluate(reportsHeld), { timeout: 20_000 }).toBe(0)
  await phone.page.getByText('Reconnectez-vous pour envoyer.').waitFor()
})

/** How many reports a search of the device finds. */
async function foundBy(page: Page, word: string): Promise<number> {
  await page.goto(`${server.origin}/activites?q=${word}`)
  const sentence = page.getByText(/compte rendu trouvé|comptes rendus trouvés|ne correspond/)
  await sentence.waitFor()
  const text = await sentence.innerText()
  return Number(/^\d+/.exec(text)?.[0] ?? 0)
}

/** Runs in the page: writes until the browser refuses the smallest thing. */
const fillStorage = `(async () => {
  const database = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('filler')
    opening.onupgradeneeded = () => opening.result.createObjectStore('bytes', { autoIncrement: true })
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  const write = (size) => new Promise((resolve, reject) => {
    const transaction = database.transaction('bytes', 'readwrite', { durability: 'strict' })
    transaction.objectStore('bytes').add(new Uint8Array(size).map(() => Math.random() * 256))
    transaction.oncomplete = () => resolve(true)
    transaction.onabort = () =>
      transaction.error?.name === 'QuotaExceededError' ? resolve(false) : reject(transaction.error)
  })
  let written = 0
  for (let size = 1_000_000; size >= 100; ) {
    if (!(await write(size))) size = Math.floor(size / 10)
    else if ((written += size) > 50_000_000) throw new Error('the storage is never full')
  }
  database.close()
})()`

/** Runs in the page: as a system does that is short of memory, the database's connection throws at its next uses. */
const cutNextTransactions = `(() => {
  const original = IDBDatabase.prototype.transaction
  let left = 0
  window.transactionsCut = 0
  window.cutTransactions = (count) => { left = count }
  IDBDatabase.prototype.transaction = function (...parameters) {
    if (left > 0) {
      left -= 1
      window.transactionsCut += 1
      throw new DOMException('The database connection is closing.', 'InvalidStateError')
    }
    return original.apply(this, parameters)
  }
})()`

const reportsHeld = `(async () => {
  const { name } = (await indexedDB.databases()).find((one) => one.name.startsWith('coop-')) ?? {}
  if (name === undefined) return 0
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name)
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const counting = opening.result.transaction('report').objectStore('report').count()
      counting.onsuccess = () => { opening.result.close(); resolve(counting.result) }
    }
  })
})()`
