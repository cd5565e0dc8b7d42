import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessibilityViolations } from '../browser/axe.ts'
import { Device, laptop } from '../browser/device.ts'
import { signIn } from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

let server: ServerProcess
let jules: Device
let state: Device
let karim: Device

beforeAll(async () => {
  server = await ServerProcess.start()
  jules = await Device.open({ viewport: laptop, hasWorker: false })
  state = await Device.open({ viewport: laptop, hasWorker: false })
  karim = await Device.open({ hasWorker: false })
})

afterAll(async () => {
  for (const device of [jules, state, karim]) await device?.remove()
  await server?.remove()
})

/** The page passes axe, and holds in its width. */
async function isInOrder(page: Page): Promise<void> {
  expect(await accessibilityViolations(page)).toEqual([])
  const { scroll, width } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    width: innerWidth,
  }))
  expect(scroll).toBeLessThanOrEqual(width)
}

test('I14 an employer asks, is let in by the State, invites a colleague who reads, and removes them: they see nothing more', async () => {
  const at = (path: string) => server.origin + path

  // Jules finds the way from the sign-in, and asks.
  await jules.page.goto(at('/connexion'))
  await jules.page.getByRole('link', { name: 'Employeurs : accéder aux comptes rendus' }).click()
  await jules.page.getByRole('heading', { level: 1, name: /^Employeurs/ }).waitFor()
  await isInOrder(jules.page)
  await signIn(jules.page, server.origin, 'Jules')
  await jules.page.getByRole('link', { name: 'Lire les comptes rendus de ma structure' }).click()
  await jules.page.getByRole('button', { name: 'Demander l’accès' }).click()
  await jules.page.getByText('Votre demande est envoyée.').waitFor()
  await isInOrder(jules.page)

  // Nobody answers for the structure yet: the State does.
  await signIn(state.page, server.origin, 'Farid')
  await state.page.getByRole('link', { name: 'Demandes d’accès' }).click()
  await state.page.getByText('Mairie de Lavelanet').waitFor()
  await isInOrder(state.page)
  await state.page.getByRole('button', { name: 'Accepter Jules Authié' }).click()
  await state.page.getByText('Aucune demande n’attend.').waitFor()

  // Jules reads, and invites Karim.
  await jules.page.goto(at('/'))
  await jules.page.getByText('Inès Cazals').filter({ visible: true }).first().waitFor()
  await jules.page.getByRole('link', { name: 'Accès' }).click()
  await jules.page.getByLabel('Adresse électronique').fill('karim.boudjema@pays-olmes.example')
  await jules.page.getByRole('button', { name: 'Envoyer l’invitation' }).click()
  await jules.page.getByRole('heading', { name: 'Invitations sans réponse' }).waitFor()
  await isInOrder(jules.page)

  // Karim follows the link of the message, signs in, accepts, and reads.
  await karim.page.goto(at('/demo/courrier'))
  await isInOrder(karim.page)
  await karim.page.getByRole('link', { name: /\/invitation\// }).click()
  await karim.page.getByRole('link', { name: 'Se connecter' }).click()
  await karim.page.getByRole('button', { name: /Karim/ }).click()
  await karim.page.getByRole('button', { name: 'Accepter l’invitation' }).waitFor()
  await isInOrder(karim.page)
  const invitation = karim.page.url()
  await karim.page.getByRole('button', { name: 'Accepter l’invitation' }).click()
  await karim.page.getByText('Inès Cazals').filter({ visible: true }).first().waitFor()
  const address = karim.page.url()

  // Used up: the link opens nothing more.
  await karim.page.goto(invitation)
  await karim.page.getByText('Cette invitation a déjà servi.').waitFor()
  await karim.page.goto(address)
  await karim.page.getByText('Inès Cazals').filter({ visible: true }).first().waitFor()

  // Jules removes Karim, who sees nothing at the next visit, from the device neither.
  await jules.page.reload()
  await jules.page.getByRole('button', { name: 'Retirer Karim Boudjema' }).click()
  await isInOrder(jules.page)
  await jules.page.getByRole('dialog').getByRole('button', { name: 'Retirer l’accès' }).click()
  await jules.page.getByText('L’accès de Karim Boudjema est retiré.').waitFor()
  await karim.page.goto(address)
  await karim.page.getByText('Vous n’avez pas accès').first().waitFor()
  await expect.poll(() => karim.page.getByRole('main').innerText()).not.toContain('Inès')
})
