import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { writeMeta } from '../../../../src/app/data/meta.ts'
import type { SyncPhase } from '../../../../src/app/data/sync-status.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

let app: AppOnDevice

beforeEach(() => {
  app = anApp()
})

test('I25 what waits is counted as it is in the outbox', async () => {
  app.opens('/synchronisation')
  expect(await screen.findByText('Tout est envoyé.')).toBeVisible()
  await app.files()
  await app.files()
  expect(await screen.findByText(/^2 éléments sont enregistrés sur cet appareil/)).toBeVisible()
})

test('*Envoyer maintenant* asks for a cycle', async () => {
  app.opens('/synchronisation')
  await app.user.click(await screen.findByRole('button', { name: 'Envoyer maintenant' }))
  await waitFor(() => expect(app.sendings()).toBe(1))
})

describe('what stands in the way is said, with what to do', () => {
  test.each<[SyncPhase, RegExp]>([
    ['offline', /Le serveur ne répond pas/],
    ['signed-out', /Votre session est terminée/],
    ['wrong-user', /La session ouverte est celle d’une autre personne/],
    ['revoked', /Cet appareil a été déconnecté à distance/],
    ['too-old', /Cette version d’Espace Coop est trop ancienne/],
    ['waiting', /Le serveur est très sollicité/],
  ])('%s', async (phase, sentence) => {
    await writeMeta(app.db, 'phase', phase)
    app.opens('/synchronisation')
    expect(await screen.findByText(sentence)).toBeVisible()
  })
})

test('one whose session has ended signs in again, and comes back here', async () => {
  await writeMeta(app.db, 'phase', 'signed-out')
  app.opens('/synchronisation')
  expect(await screen.findByRole('link', { name: 'Se reconnecter' })).toHaveAttribute(
    'href',
    '/auth/sign-in?return=%2Fsynchronisation',
  )
})

test('what was refused is listed with the reason, and leads to the report', async () => {
  const id = await app.files()
  await app.db.outbox.toCollection().modify((op) => {
    Object.assign(op, { rejected: { code: 'invalid', message: 'La durée ne convient pas.' } })
  })
  app.opens('/synchronisation')
  const line = await screen.findByRole('link', { name: /La durée ne convient pas/ })
  expect(line).toHaveAttribute('href', `/activites/${id}`)
  expect(await accessibilityViolations()).toEqual([])
})

test('a clock that is off by more than ten minutes is said', async () => {
  await writeMeta(app.db, 'clockOffsetMs', -11 * 60_000)
  app.opens('/synchronisation')
  expect(await screen.findByText('L’horloge de cet appareil avance.')).toBeVisible()
})
