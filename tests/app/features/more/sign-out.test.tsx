import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { signOut } from '../../../../src/app/data/sign-out.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

vi.mock('../../../../src/app/data/sign-out.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  signOut: vi.fn<typeof signOut>(() => Promise.resolve()),
}))

let app: AppOnDevice

beforeEach(() => {
  app = anApp()
  vi.mocked(signOut).mockClear()
})

test('with everything sent it takes one press', async () => {
  app.opens('/plus/deconnexion')
  await app.user.click(await screen.findByRole('button', { name: 'Se déconnecter' }))
  expect(signOut).toHaveBeenCalledExactlyOnceWith({ unsent: 'erase' })
})

describe('with reports that are not sent (P32)', () => {
  beforeEach(async () => {
    await app.files()
    app.opens('/plus/deconnexion')
    await screen.findByText(/Il reste 1 élément non envoyé sur cet appareil/)
  })

  test('they can be sent first', async () => {
    await app.user.click(screen.getByRole('button', { name: 'Envoyer maintenant' }))
    await waitFor(() => expect(app.sendings()).toBe(1))
    expect(signOut).not.toHaveBeenCalled()
  })

  test('they can stay on this device', async () => {
    await app.user.click(screen.getByRole('button', { name: 'Garder sur cet appareil et se déconnecter' }))
    expect(signOut).toHaveBeenCalledExactlyOnceWith({ unsent: 'keep' })
  })

  test('they are erased only once it is confirmed, with what will be lost', async () => {
    await app.user.click(
      screen.getByRole('button', { name: 'Tout effacer de cet appareil et se déconnecter' }),
    )
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'Vous perdrez 1 élément non envoyé, sans retour possible.',
    )
    expect(signOut).not.toHaveBeenCalled()
    await app.user.click(screen.getByRole('button', { name: 'Effacer et se déconnecter' }))
    expect(signOut).toHaveBeenCalledExactlyOnceWith({ unsent: 'erase' })
  })

  test('the page passes axe', async () => {
    expect(await accessibilityViolations()).toEqual([])
  })
})

test('a sign-out that fails says so, and may be tried again', async () => {
  vi.mocked(signOut).mockRejectedValueOnce(new Error('blocked'))
  app.opens('/plus/deconnexion')
  await app.user.click(await screen.findByRole('button', { name: 'Se déconnecter' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('La déconnexion n’a pas abouti.')
})
