import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../src/server/store/open-store.ts'
import { accessibilityViolations } from '../browser/axe.ts'
import { Device } from '../browser/device.ts'
import { fileSimplestReport, hasAllOwnReports, isInstalled, signIn, syncsNow } from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'
import { readDeviceTables } from '../drills/browser/device-tables.ts'
import { silentLog } from '../server/databases.ts'

/* What becomes of a device whose person loses a structure, or a contract, by mistake (sync.md 3.11). */

let server: ServerProcess
let phone: Device

beforeAll(async () => {
  server = await ServerProcess.start()
  phone = await Device.open()
  await signIn(phone.page, server.origin, 'Awa')
  await isInstalled(phone.page)
  await hasAllOwnReports(phone.page)
  await syncsNow(phone.page, server.origin)
})

afterAll(async () => {
  await phone?.remove()
  await server?.remove()
})

const awa = sql`(select person_id from person where email like 'awa.%')`

/** Something that somebody changes in the database while the server rests. */
async function behindTheServer(change: ReturnType<typeof sql>): Promise<void> {
  await server.stop()
  const store = await openStore({ folder: server.folder, log: silentLog })
  await change.execute(store.db)
  await store.close()
  await server.start()
}

async function asksForSync(): Promise<void> {
  await phone.page.goto(`${server.origin}/synchronisation`)
  await phone.page.getByRole('button', { name: 'Envoyer maintenant' }).click()
}

/** What the figures of the year say: reports that didn't come back would be missing in them. */
async function figures(): Promise<string> {
  await phone.page.goto(`${server.origin}/chiffres?periode=annee`)
  const main = phone.page.getByRole('main')
  await main.getByRole('heading', { name: 'Répartitions' }).waitFor({ state: 'attached' })
  // Names come after what is counted of them. Not what is painted: a browser leaves out what is far below.
  let text = ''
  const isSettled = async () => {
    const before = text
    text = (await main.textContent()) ?? ''
    return text === before
  }
  await expect.poll(isSettled, { interval: 500 }).toBe(true)
  return text.slice(text.indexOf('Période'))
}

test('I14 I15 a structure that is withdrawn leaves with its reports; given back, everything is there and sent', async () => {
  const { page } = phone
  const before = (await readDeviceTables(page)).reports
  await phone.context.setOffline(true)
  await fileSimplestReport(page, 'Saisie pendant le retrait')
  const counted = await figures()
  await behindTheServer(sql`delete from sync_grant where user_id = ${awa}`)
  await phone.context.setOffline(false)
  await asksForSync()

  await page.getByText('Vous n’avez plus accès à Mairie de Saint-Girons.').first().waitFor()
  await page.getByText('Un élément n’était pas encore envoyé').first().waitFor()
  expect((await readDeviceTables(page)).reports).toEqual([])
  expect(await page.getByRole('main').innerText()).not.toContain('Tout est envoyé')
  expect(await accessibilityViolations(page)).toEqual([])
  await page.goto(server.origin)
  await page.getByText('1\u00a0gardé ici').waitFor()
  await page.getByText('tout reviendra avec l’accès').waitFor()

  await behindTheServer(sql`insert into sync_grant (scope_id, user_id, can_write)
    select a.scope_id, a.person_id, true from assignment a where a.person_id = ${awa}`)
  await asksForSync()
  await page.getByText('Vous avez de nouveau accès à Mairie de Saint-Girons.').first().waitFor()
  await page.getByText('Tout est envoyé').waitFor()
  await expect.poll(async () => (await readDeviceTables(page)).reports.length).toBe(before.length + 1)
  expect(await figures()).toBe(counted)
})

test('what a contract that ended too early refuses is said, and goes out once it is corrected', async () => {
  const { page } = phone
  await phone.context.setOffline(true)
  await fileSimplestReport(page, 'Saisie hors contrat')
  await behindTheServer(sql`update contract set ends = '2026-06-30' where scope_id in
    (select scope_id from assignment where person_id = ${awa})`)
  await phone.context.setOffline(false)
  await asksForSync()
  await page.getByText('Votre dernier contrat est terminé depuis plus de 90 jours').first().waitFor()
  expect(await accessibilityViolations(page)).toEqual([])
  expect((await readDeviceTables(page)).reports).toContain('Saisie hors contrat')

  await behindTheServer(sql`update contract set ends = null where scope_id in
    (select scope_id from assignment where person_id = ${awa})`)
  await syncsNow(page, server.origin)
  await expect.poll(async () => (await readDeviceTables(page)).waiting).toEqual([])
})
