import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, frenchDayOf } from '../../src/domain/calendar-day.ts'
import { Device } from '../browser/device.ts'
import { hasOwnReports, isInstalled, save, signIn } from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

let server: ServerProcess
let phone: Device

beforeAll(async () => {
  server = await ServerProcess.start()
  phone = await Device.open()
  // What the icon would count, where a browser shows it.
  await phone.page.context().addInitScript(() => {
    const keep = (count: number) => {
      document.documentElement.dataset['badge'] = String(count)
      return Promise.resolve()
    }
    Object.assign(navigator, { setAppBadge: keep, clearAppBadge: () => keep(0) })
  })
  await signIn(phone.page, server.origin, 'Bruno')
  await isInstalled(phone.page)
  await hasOwnReports(phone.page)
  // What others planned comes to the device by itself, and waits for its reports too.
  await phone.page.getByRole('link', { name: /^Concevoir un atelier.*formation/ }).waitFor()
})

afterAll(async () => {
  await phone?.remove()
  await server?.remove()
})

/** How much is to complete, as the home page's heading says it. */
async function shownToComplete(): Promise<number> {
  const heading = await phone.page.getByRole('heading', { name: /^À compléter/ }).innerText()
  return Number(/\d+/.exec(heading)?.[0])
}

test('with no network a calendar is imported, what is over is to complete, its report is filed from it, and the badge counts it', async () => {
  await server.stop()
  const { page } = phone
  const before = await shownToComplete()
  const badge = () => page.evaluate(() => Number(document.documentElement.dataset['badge'] ?? 0))
  const choose = async () => {
    await page.getByLabel('Fichier du calendrier').setInputFiles({
      name: 'agenda.ics',
      mimeType: 'text/calendar',
      buffer: Buffer.from(calendar()),
    })
  }
  await page.goto(`${server.origin}/agenda`)
  await page.getByRole('link', { name: 'Importer un calendrier' }).click()
  await choose()
  await page.getByText('Ligne 20').waitFor()
  await page.getByRole('button', { name: /Importer 3/ }).click()
  await page.getByText('3 rendez-vous ajoutés').waitFor()

  // Again: nothing is doubled.
  await page.getByRole('link', { name: 'Importer un calendrier' }).click()
  await choose()
  await page.getByText('Il n’y a rien à reprendre de ce fichier.').waitFor()

  await page.goto(server.origin)
  await page.getByRole('heading', { name: `À compléter (${before + 1})` }).waitFor()
  // Three appointments wait to be sent, and the report of one of them is awaited.
  await expect.poll(badge).toBe(before + 4)
  await page.getByRole('link', { name: /Aide à la déclaration/ }).click()
  await page.getByText(/Rendez-vous\s: Aide à la déclaration/).waitFor()
  expect(await page.getByRole('radio', { name: '45 min' }).isChecked()).toBe(true)
  expect(await page.getByRole('radio', { name: 'Hier' }).isChecked()).toBe(true)
  await page.getByRole('group', { name: 'Sur quoi' }).getByRole('checkbox').first().check({ force: true })
  await save(page)

  await page.goto(server.origin)
  await page.getByRole('heading', { name: 'Derniers comptes rendus' }).waitFor()
  await expect.poll(badge).toBe(before + 4)
  expect(await shownToComplete()).toBe(before)
})

/** Yesterday, in two days, each week from then on for two weeks; and one that can't be read. */
function calendar(): string {
  // The device's day, which is France's: the machine's own may be another until midnight.
  const day = (days: number) => addDays(frenchDayOf(new Date()), days).replaceAll('-', '')
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Exemple//FR',
    'BEGIN:VEVENT',
    'UID:hier@exemple.fr',
    `DTSTART:${day(-1)}T100000`,
    `DTEND:${day(-1)}T105000`,
    'SUMMARY:Aide à la déclaration',
    'LOCATION:France services de Massat',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:serie@exemple.fr',
    `DTSTART:${day(2)}T090000`,
    `DTEND:${day(2)}T120000`,
    'RRULE:FREQ=WEEKLY;COUNT=2',
    'SUMMARY:Permanence',
    'END:VEVENT',
    'BEGIN:VTODO',
    'END:VTODO',
    'BEGIN:VEVENT',
    'UID:illisible@exemple.fr',
    'DTSTART:un jour',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}
