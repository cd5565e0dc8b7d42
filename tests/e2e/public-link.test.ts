import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityViolations } from '../browser/axe.ts'
import { Device, laptop } from '../browser/device.ts'
import { hasOwnReports, isInstalled, signIn, syncsNow } from '../browser/person.ts'
import { printed } from '../browser/printed.ts'
import { ServerProcess } from '../browser/server-process.ts'

/* A bilan opened to the public: by an advisor on a phone, for a stranger whose browser knows nothing of us. */

const words = 'Les ateliers du mardi ont affiché complet.\nMerci aux agents de l’accueil.'

let server: ServerProcess
let phone: Device
let stranger: Device

beforeAll(async () => {
  server = await ServerProcess.start()
  phone = await Device.open()
  stranger = await Device.open({ viewport: laptop, isNew: true })
  await signIn(phone.page, server.origin, 'Awa')
  await hasOwnReports(phone.page)
  await syncsNow(phone.page, server.origin)
  await isInstalled(phone.page)
})

afterAll(async () => {
  await phone?.remove()
  await stranger?.remove()
  await server?.remove()
})

/** What an article says, without how it is laid out. */
async function said(device: Device): Promise<string> {
  const text = await device.page.getByRole('article', { name: 'Notre automne' }).innerText()
  return text.replaceAll(/\s+/g, ' ')
}

describe('an advisor’s public link', () => {
  let url = ''
  let read = ''

  test('without network isn’t made, and nothing that was typed is lost', async () => {
    const { page, context } = phone
    await page.goto(`${server.origin}/chiffres/bilan?periode=mois-dernier`)
    await page.getByLabel('Titre').fill('Notre automne')
    await page.getByLabel('Vos mots').fill(words)
    await page.getByRole('article').getByText('Merci aux agents').waitFor()
    await context.setOffline(true)
    await page.getByRole('link', { name: 'Publier par un lien' }).click()
    await page.getByText('Publier demande du réseau.').waitFor()
    expect(await accessibilityViolations(page)).toEqual([])
    await context.setOffline(false)
    await page.getByRole('button', { name: 'Réessayer' }).click()
    await page.getByRole('article', { name: 'Notre automne' }).getByText('Merci aux agents').waitFor()
  })

  test('is read before it is made, and made in one tap', async () => {
    const { page } = phone
    read = await said(phone)
    expect(read).toMatch(/Mairie de Saint-Girons/)
    expect(read).not.toMatch(/Awa|Diallo/)
    expect(await accessibilityViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Publier ce bilan' }).click()
    url = await page.getByLabel('Adresse à donner').inputValue()
    expect(url).toMatch(/\/bilan\/[\w-]{22}$/)
    await page.getByText('Pas encore ouvert.').waitFor()
    expect(await accessibilityViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Code QR' }).first().click()
    const code = page.getByRole('img', { name: new RegExp(`Code QR qui ouvre la page .* ${url}`) })
    await code.waitFor()
    expect(await code.locator('path').getAttribute('d')).toMatch(/^(M\d+ \d+h1v1h-1z){200,}$/)
    expect(await accessibilityViolations(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).first().click()
  })

  test('shows a stranger the same, without a script, a cookie or a service worker', async () => {
    const { page, context } = stranger
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(url)
    expect(await said(stranger)).toBe(read)
    expect(await page.title()).toBe('Notre automne')
    expect(asked.filter((path) => /\.js$|^\/api/.test(path))).toEqual([])
    expect(await context.cookies()).toEqual([])
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
    expect(await accessibilityViolations(page)).toEqual([])
    expect(stranger.errors).toEqual([])
  })

  test('is one page of A4 on paper', async () => {
    expect(await printed(stranger.page)).toMatchObject({ pages: 1, sizes: ['210 × 297'] })
  })

  test('holds on a narrow screen', async () => {
    await stranger.page.setViewportSize({ width: 320, height: 700 })
    await stranger.page.reload()
    const width = await stranger.page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(320)
    await stranger.page.setViewportSize(laptop)
  })

  test('opens for its author too, whose device holds the application', async () => {
    const page = await phone.context.newPage()
    await page.goto(url)
    await page.getByRole('article', { name: 'Notre automne' }).getByText('Merci aux agents').waitFor()
    await page.close()
  })

  test('closed, is gone at once, and says no more than one that never was', async () => {
    const { page } = phone
    await page.reload()
    await page.getByText(/Ouvert 3\s+fois\./).waitFor()
    await page.getByRole('button', { name: 'Fermer ce lien' }).click()
    await page.getByRole('button', { name: 'Fermer le lien' }).click()
    await page.getByText(/Fermé\./).waitFor()
    const answer = await stranger.page.reload()
    expect(answer?.status()).toBe(404)
    const gone = await stranger.page.locator('body').innerText()
    expect(gone).toMatch(/Ce lien n’existe pas ou n’est plus ouvert/)
    expect(await accessibilityViolations(stranger.page)).toEqual([])
    await stranger.page.goto(url.replace(/[\w-]{22}$/, 'A'.repeat(22)))
    expect(await stranger.page.locator('body').innerText()).toBe(gone)
  })
})
