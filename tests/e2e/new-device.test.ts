import { afterEach, beforeAll, afterAll, expect, test } from 'vitest'
import { Device } from '../browser/device.ts'
import { chooseDurationAndTheme, openForm, save, signIn, syncsNow } from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

let server: ServerProcess
let phone: Device

beforeAll(async () => {
  server = await ServerProcess.start()
})

afterEach(async () => {
  await phone?.remove()
})

afterAll(async () => {
  await server?.remove()
})

test('a form opened at once on a new device has a place chosen as soon as places arrive', async () => {
  phone = await Device.open({ isNew: true })
  const { page } = phone
  // The first answers are held back until the form is open.
  let answer = () => undefined as void
  const isFormOpen = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/api/sync/**', async (route) => {
    await isFormOpen
    await route.continue()
  })
  await signIn(page, server.origin, 'Awa')
  await openForm(page)
  const place = page.getByLabel('Où')
  expect(await place.inputValue()).toBe('')
  answer()
  await expect.poll(() => place.inputValue(), { timeout: 20_000 }).not.toBe('')
  await chooseDurationAndTheme(page)
  await save(page)
})

test('I1 a report is filed on a new device that lost the network before it knew any place', async () => {
  phone = await Device.open({ isNew: true })
  const { page } = phone
  await page.route('**/api/sync/**', (route) => route.abort('internetdisconnected'))
  await signIn(page, server.origin, 'Bruno')
  await openForm(page)
  await chooseDurationAndTheme(page)
  const place = page.getByLabel('Où')
  await place.selectOption({ label: 'Ajouter un lieu…' })
  await page.getByLabel('Nom du lieu').fill('Bus France services')
  await page.getByRole('combobox', { name: 'Commune du lieu' }).fill('saint lizier')
  await page
    .getByRole('option', { name: /Saint-Lizier/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Ajouter ce lieu' }).click()
  await expect.poll(() => place.evaluate((select) => select.textContent)).toContain('Bus France services')
  await save(page)
  const line = page.getByRole('listitem').filter({ hasText: 'Bus France services' })
  await line.getByText('Enregistré sur cet appareil').waitFor()

  await page.unroute('**/api/sync/**')
  await syncsNow(page, server.origin)
  await page.goto(`${server.origin}/activites`)
  await line.first().waitFor()
  expect(await line.getByText('Enregistré sur cet appareil').count()).toBe(0)
})

test('what the server answers is asked of it past the worker, where the app is installed', async () => {
  phone = await Device.open()
  const { page } = phone
  for (const path of ['/auth/sign-in?return=%2F', '/demo/courrier', '/verifier']) {
    await page.goto(server.origin + path)
    const asked = await page.evaluate("performance.getEntriesByType('navigation')[0].toJSON()")
    expect(asked).toMatchObject({ workerStart: 0, workerMatchedSourceType: 'network' })
  }
  // The app itself is the worker's, without network too.
  await phone.context.setOffline(true)
  await page.goto(`${server.origin}/agenda`)
  await page.getByRole('link', { name: 'Se connecter' }).first().waitFor()
  await phone.context.setOffline(false)
  // A worker that is asked for anything while a newer one takes its place keeps it: what the app asks isn't asked of it.
  await signIn(page, server.origin, 'Awa')
  await expect.poll(() => sourcesOf('/api/')).toEqual(['network'])
  expect(await sourcesOf('/assets/')).toEqual(['cache'])

  function sourcesOf(folder: string): Promise<string[]> {
    return page.evaluate(
      `[...new Set(performance.getEntriesByType('resource')
        .filter(({ name }) => new URL(name).pathname.startsWith('${folder}'))
        .map(({ workerFinalSourceType }) => workerFinalSourceType))]`,
    )
  }
})
