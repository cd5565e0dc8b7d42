import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Device } from '../browser/device.ts'
import { makeLaterTree, type LaterTree } from '../browser/later-tree.ts'
import {
  chooseDurationAndTheme,
  fileSimplestReport,
  hasOwnReports,
  isInstalled,
  openForm,
  save,
  signIn,
  syncsNow,
  writeNote,
} from '../browser/person.ts'
import { root, ServerProcess } from '../browser/server-process.ts'
import { findsUpdate, reloading, takesUpdate, takesWhatIsServed } from '../browser/updates.ts'
import { readDeviceTables } from '../drills/browser/device-tables.ts'
import { reportsOnServer } from '../drills/browser/server-reports.ts'

/** A start of the server and an installation of the app. */
const patience = 60_000

/* Two versions with schemas of their own, of the app and of the server, side by side: the later one is made here. */

let later: LaterTree
let server: ServerProcess
let phone: Device
let laptop: Device

beforeAll(async () => {
  later = await makeLaterTree()
  server = await ServerProcess.start()
  phone = await Device.open()
  laptop = await Device.open()
  for (const { page } of [phone, laptop]) {
    await signIn(page, server.origin, 'Awa')
    await isInstalled(page)
    await hasOwnReports(page)
  }
}, 240_000)

afterAll(async () => {
  await phone?.remove()
  await laptop?.remove()
  await server?.remove()
  await later?.remove()
})

test('I26 P27 a tab of today’s build gives way to a newer schema with its draft, and loses nothing', async () => {
  const [old, beside] = [phone.page, await phone.context.newPage()]
  await openForm(old)
  await chooseDurationAndTheme(old)
  await writeNote(old, 'Version du matin')
  await runs({ server: later, app: later })

  await beside.goto(server.origin)
  await findsUpdate(beside)
  await takesUpdate(beside)
  await expect.poll(() => schemaOnDevice(beside), { timeout: patience }).toBe(40)
  await beside.close()

  // The older tab has loaded the newer build by itself, with what was typed in it.
  await old.bringToFront()
  await expect.poll(() => entryOf(old), { timeout: patience }).toEqual(await entryIn(later.app))
  await expect
    .poll(() => old.getByLabel('Note', { exact: true }).inputValue().catch(reloading), { timeout: patience })
    .toBe('Version du matin')
  await old.getByRole('checkbox', { name: 'Montre' }).check({ force: true })
  await save(old)
  await syncsNow(old, server.origin)
  expect((await readDeviceTables(old)).reports.filter((note) => note === 'Version du matin')).toHaveLength(1)
})

test('I18 a device of today’s build, and a server ahead of it, keep the fields of a later version', async () => {
  // A deployment under way: the laptop is served today's app, by the later server.
  await runs({ server: later, app: today })
  const { page } = laptop
  await syncsNow(page, server.origin)
  await page.goto(`${server.origin}/activites?q=matin`)
  await page.getByRole('main').locator('a[href^="/activites/"]').first().click()
  await page.getByRole('link', { name: 'Modifier' }).click()
  await writeNote(page, 'Version du matin, relue')
  await save(page)
  await syncsNow(page, server.origin)
  expect(await schemaOnDevice(page)).toBe(30)
})

test('I18 a server behind the app puts off what it can’t read, and has it once it is ahead again', async () => {
  const { page } = phone
  await runs({ server: today, app: later })
  // It may have heard of today's build while the laptop worked: whatever it heard, it is on the later one.
  await page.goto(server.origin)
  await takesWhatIsServed(page)
  await expect.poll(() => entryOf(page), { timeout: patience }).toEqual(await entryIn(later.app))
  await openForm(page)
  await chooseDurationAndTheme(page)
  await writeNote(page, 'Version du soir')
  await page.getByRole('checkbox', { name: 'Montre' }).check({ force: true })
  await save(page)
  await page.goto(`${server.origin}/synchronisation`)
  await page.getByText('Le serveur doit d’abord être mis à jour.').waitFor({ timeout: patience })
})

test('P28 a build that is taken back opens the newer schema, and sends what the newer build had saved', async () => {
  const { page } = phone
  await runs({ server: later, app: today })
  await page.goto(server.origin)
  await findsUpdate(page)
  await takesUpdate(page)
  await expect.poll(() => entryOf(page), { timeout: patience }).toEqual(await entryIn(today.app))
  await fileSimplestReport(page, 'Version de la nuit')
  await syncsNow(page, server.origin)
  expect(await schemaOnDevice(page)).toBe(40)

  const { reports, opsTwice } = await reportsOnServer(server, 'Version')
  expect(
    reports.map(({ notes, equipment, weather }) => ({ notes, equipment, weather })).sort(byNote),
  ).toEqual([
    { notes: 'Version de la nuit', equipment: undefined, weather: undefined },
    { notes: 'Version du matin, relue', equipment: ['montre'], weather: 'pluie' },
    { notes: 'Version du soir', equipment: ['montre'], weather: 'pluie' },
  ])
  expect(opsTwice).toBe(0)
})

/** This version, from its own sources. */
const today = { folder: root, app: join(root, 'dist') }

type Version = Pick<LaterTree, 'folder' | 'app'>

/** The server of one version, that serves the app of one. */
async function runs(versions: { server: Version; app: Version }): Promise<void> {
  await server.stop()
  await server.start({ APP_FOLDER: versions.app.app }, versions.server.folder)
}

/** The script that a page began with, which is another one in each build. */
async function entryOf(page: Page): Promise<string | undefined> {
  return page
    .evaluate(() => [...document.scripts].flatMap(({ src }) => /\/assets\/app-.+$/.exec(src)?.[0] ?? [])[0])
    .catch(reloading)
}

async function entryIn(app: string): Promise<string> {
  const entry = /\/assets\/app-[^"]+\.js/.exec(await readFile(join(app, 'index.html'), 'utf8'))?.[0]
  if (!entry) throw new Error(`no script of the app in ${app}`)
  return entry
}

/** The version of the schema that the device's database is at; ten to one of ours. */
async function schemaOnDevice(page: Page): Promise<number | undefined> {
  return page
    .evaluate(async () => {
      const databases = await indexedDB.databases()
      return databases.find(({ name }) => name?.startsWith('coop-'))?.version
    })
    .catch(reloading)
}

function byNote(one: { notes: string | undefined }, other: { notes: string | undefined }): number {
  return (one.notes ?? '').localeCompare(other.notes ?? '')
}
