import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { frenchDayOf } from '../../src/domain/calendar-day.ts'
import { accessibilityViolations } from '../browser/axe.ts'
import { Device, laptop } from '../browser/device.ts'
import { hasOwnReports, isInstalled, signIn, syncsNow } from '../browser/person.ts'
import { printed } from '../browser/printed.ts'
import { ServerProcess } from '../browser/server-process.ts'

/* What is handed over on paper: the real browser says on how many pages it is. */

const a4 = '210 × 297'
const someWords =
  'Les ateliers du mardi à la médiathèque ont affiché complet, et la permanence de la mairie accueille désormais sans rendez-vous.\n\nMerci aux agents de l’accueil, qui orientent chaque semaine des dizaines de personnes, et aux associations pour le prêt de leurs salles.'

let server: ServerProcess

beforeAll(async () => {
  server = await ServerProcess.start()
})

afterAll(async () => {
  await server?.remove()
})

describe('an advisor’s bilan', () => {
  let device: Device

  beforeAll(async () => {
    device = await Device.open({ hasWorker: false })
    await signIn(device.page, server.origin, 'Awa')
    await hasOwnReports(device.page)
    await syncsNow(device.page, server.origin)
  })

  afterAll(async () => {
    await device?.remove()
  })

  test.each(['mois', 'trimestre', 'annee-derniere', 'douze-mois'])(
    'with its usual blocks and some words is one page of A4: %s',
    async (when) => {
      const { page } = device
      await page.goto(`${server.origin}/chiffres/bilan?periode=${when}`)
      await page.getByLabel('Vos mots').fill(someWords)
      await page.getByRole('article').getByText('Merci aux agents').waitFor()
      await page.getByText('Sur papier, tout tient sur une page A4.').waitFor()
      expect(await printed(page)).toMatchObject({ pages: 1, sizes: [a4] })
    },
  )

  test('has nothing of the page that it is prepared on', async () => {
    const { page } = device
    await page.emulateMedia({ media: 'print' })
    const said = await page.locator('body').innerText()
    await page.emulateMedia({ media: null })
    expect(said).toMatch(/^Bilan d’activité\s+Awa Diallo, Mairie de Saint-Girons/)
    expect(said).not.toMatch(/Préparer un bilan|Vos mots|Imprimer|Accueil/)
  })

  test('says beside the choice that it is too much for a page, as the printer would find', async () => {
    const { page } = device
    const choice = page.getByRole('group', { name: 'Ce qui est montré' })
    // By the keyboard: under a thumb the main button may stand over a chip.
    for (const block of await choice.getByRole('checkbox').all())
      if (!(await block.isChecked())) await block.press('Space')
    await page.getByText(/prennent plus d’une page A4/).waitFor()
    expect((await printed(page)).pages).toBeGreaterThan(1)
    expect(await accessibilityViolations(page)).toEqual([])
  })
})

describe('a structure’s bilan', () => {
  let device: Device

  beforeAll(async () => {
    device = await Device.open({ viewport: laptop })
    const { page } = device
    await signIn(page, server.origin, 'Chantal')
    await isInstalled(page)
    await page.getByRole('link', { name: 'Chiffres' }).click()
    await page.getByRole('link', { name: 'Préparer un bilan' }).click()
  })

  afterAll(async () => {
    await device?.remove()
  })

  test('is one page of A4', async () => {
    const { page } = device
    await page.getByRole('article', { name: 'Bilan d’activité' }).waitFor()
    await page.getByText('Sur papier, tout tient sur une page A4.').waitFor()
    expect(await printed(page)).toMatchObject({ pages: 1, sizes: [a4] })
  })

  test('as a yearly report is two, with words too, and without network', async () => {
    const { page } = device
    const lastYear = Number(frenchDayOf(new Date()).slice(0, 4)) - 1
    const report = page.getByRole('article', { name: 'Rapport annuel d’activité' })
    await page.getByRole('radio', { name: /Rapport annuel/ }).check({ force: true })
    await report.getByText(`Activité en ${lastYear}`).waitFor()
    await report.getByText('Ont accompagné le public : Awa Diallo, Bruno Estèbe.').waitFor()
    await page.getByLabel('Vos mots').fill(someWords)
    await report.getByText('Merci aux agents').waitFor()
    await page.getByText('Sur papier, tout tient sur 2 pages A4.').waitFor()
    expect(await printed(page)).toMatchObject({ pages: 2, sizes: [a4, a4] })
    await page.getByText(/^Calculés/).waitFor()

    await device.context.setOffline(true)
    await page.reload()
    await page.getByText(/Vous lisez les derniers chiffres gardés/).waitFor()
    await report.getByText('Merci aux agents').waitFor()
    expect(await printed(page)).toMatchObject({ pages: 2 })
    await device.context.setOffline(false)
  })
})
