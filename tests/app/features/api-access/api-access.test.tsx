import { screen, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { ApiToken, ApiTokenId } from '../../../../src/domain/open-data/api-token.ts'
import { fetchApiTokens, makeApiToken, revokeApiToken } from '../../../../src/app/data/api-tokens.ts'
import { anApp } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

vi.mock('../../../../src/app/data/api-tokens.ts', () => ({
  fetchApiTokens: vi.fn<typeof fetchApiTokens>(),
  makeApiToken: vi.fn<typeof makeApiToken>(),
  revokeApiToken: vi.fn<typeof revokeApiToken>(),
}))

const token: ApiToken = {
  id: '019ab000-0000-7000-8000-000000000001' as ApiTokenId,
  name: 'Tableau de bord',
  purpose: 'Suivi du dispositif',
  datasets: ['totaux'],
  department: '09',
  lastDay: '2099-06-30' as ApiToken['lastDay'],
  madeAt: '2026-11-20T10:00:00.000Z',
  lastUsedOn: null,
  revokedAt: null,
}
const state = { givenName: 'Farid', scopes: [], state: { department: null } }
const secret = `coop_${'a'.repeat(43)}`

beforeEach(() => {
  vi.mocked(fetchApiTokens)
    .mockReset()
    .mockResolvedValue({ ok: true, tokens: [token] })
  vi.mocked(makeApiToken).mockReset().mockResolvedValue({ secret, token })
  vi.mocked(revokeApiToken).mockReset().mockResolvedValue(true)
})

test('a token is shown once, when it is made', async () => {
  const app = anApp(state)
  app.opens('/etat/jetons')
  await app.user.click(await screen.findByRole('button', { name: 'Créer un jeton' }))
  const dialog = within(screen.getByRole('dialog'))
  await app.user.click(dialog.getByRole('button', { name: 'Créer ce jeton' }))
  expect(dialog.getByLabelText('Nom du logiciel')).toBeInvalid()
  expect(makeApiToken).not.toHaveBeenCalled()
  await app.user.type(dialog.getByLabelText('Nom du logiciel'), 'Tableau de bord')
  await app.user.type(dialog.getByLabelText('À quoi il sert'), 'Suivi')
  await app.user.click(dialog.getByRole('button', { name: 'Créer ce jeton' }))
  expect(await screen.findByLabelText('Jeton')).toHaveValue(secret)
  expect(await accessibilityViolations()).toEqual([])
  await app.user.click(screen.getByRole('button', { name: 'C’est fait, le masquer' }))
  expect(screen.queryByLabelText('Jeton')).toBeNull()
})

test('what is typed stays where the server doesn’t answer', async () => {
  vi.mocked(makeApiToken).mockResolvedValue(undefined)
  const app = anApp(state)
  app.opens('/etat/jetons')
  await app.user.click(await screen.findByRole('button', { name: 'Créer un jeton' }))
  const dialog = within(screen.getByRole('dialog'))
  await app.user.type(dialog.getByLabelText('Nom du logiciel'), 'Tableau de bord')
  await app.user.type(dialog.getByLabelText('À quoi il sert'), 'Suivi')
  await app.user.click(dialog.getByRole('button', { name: 'Créer ce jeton' }))
  expect(await dialog.findByText('Le jeton n’a pas été créé.')).toBeVisible()
  expect(dialog.getByLabelText('Nom du logiciel')).toHaveValue('Tableau de bord')
})

test('a token is revoked once that is confirmed, and stays listed as such', async () => {
  const app = anApp(state)
  app.opens('/etat/jetons')
  await screen.findByText(/Totaux, Ariège \(09\)/)
  const revoked = { ...token, revokedAt: '2026-11-26T10:00:00.000Z' }
  vi.mocked(fetchApiTokens).mockResolvedValue({ ok: true, tokens: [revoked] })
  await app.user.click(screen.getByRole('button', { name: /Révoquer/ }))
  expect(revokeApiToken).not.toHaveBeenCalled()
  await app.user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Révoquer le jeton' }))
  expect(revokeApiToken).toHaveBeenCalledWith(token.id)
  expect(await screen.findByText('Révoqué')).toBeVisible()
  expect(screen.queryByRole('button', { name: /Révoquer/ })).toBeNull()
})

test('without network the page says so, and to anybody else that it isn’t theirs', async () => {
  vi.mocked(fetchApiTokens).mockResolvedValue({ ok: false, reason: 'offline' })
  const app = anApp(state)
  app.opens('/etat/jetons')
  expect(await screen.findByText('Les jetons se lisent avec du réseau.')).toBeVisible()
  const advisor = anApp()
  advisor.opens('/etat/jetons')
  expect((await screen.findAllByText('Vous n’avez pas accès à cette page.')).length).toBeGreaterThan(0)
})
