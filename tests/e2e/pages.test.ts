import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityViolations } from '../browser/axe.ts'
import { Device, laptop, phone } from '../browser/device.ts'
import { signIn } from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'

/** Every address that a person can open, and who opens it. */
const publicPages = [
  '/connexion',
  '/mentions-legales',
  '/donnees-personnelles',
  '/accessibilite',
  '/aide',
  '/inconnue',
]
const advisorPages = [
  '/',
  '/compte-rendu',
  '/activites',
  '/chiffres',
  '/plus',
  '/plus/diagnostic',
  '/plus/deconnexion',
  '/synchronisation',
  '/aide',
]
const sizes = { phone, laptop }
const schemes = ['light', 'dark'] as const

const pictures = join(import.meta.dirname, '..', '..', 'dist-pictures')
let server: ServerProcess

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  server = await ServerProcess.start()
})

afterAll(async () => {
  await server?.remove()
})

describe.each(Object.entries(sizes))('on a %s', (size, viewport) => {
  describe.each(schemes)('%s', (colorScheme) => {
    let device: Device

    beforeAll(async () => {
      device = await Device.open({ viewport, colorScheme })
    })

    afterAll(async () => {
      await device?.remove()
    })

    test('nobody signed in: every public page passes axe, holds in its width and says nothing in the console', async () => {
      await visit(publicPages)
    })

    test('an advisor: every page passes axe, holds in its width and says nothing in the console', async () => {
      await signIn(device.page, server.origin, 'Awa')
      await device.page.getByRole('main').waitFor()
      await visit(advisorPages)
      await device.page.goto(`${server.origin}/activites`)
      await device.page.getByRole('main').locator('a[href^="/activites/"]').first().click()
      await looksRight('un-compte-rendu')
    })

    test('an employer: every page passes axe', async () => {
      await device.remove()
      device = await Device.open({ viewport, colorScheme })
      await signIn(device.page, server.origin, 'Chantal')
      await device.page.getByText('Awa Diallo').filter({ visible: true }).first().waitFor()
      await looksRight('structure')
    })

    async function visit(addresses: string[]): Promise<void> {
      for (const address of addresses) {
        await device.page.goto(server.origin + address)
        await device.page.getByRole('heading', { level: 1 }).waitFor()
        await device.page.waitForLoadState('networkidle')
        await looksRight(address)
      }
    }

    async function looksRight(name: string): Promise<void> {
      const { page } = device
      const file = `${size}-${colorScheme}-${name.replace(/^\//, '').replaceAll('/', '-') || 'accueil'}.png`
      await page.screenshot({ path: join(pictures, file) })
      expect(await accessibilityViolations(page), name).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), name).toBe(
        true,
      )
      expect(device.errors, name).toEqual([])
    }
  })
})
