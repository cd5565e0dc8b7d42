import { screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { appVersion } from '../../../../src/app/data/app-version.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

let app: AppOnDevice

beforeEach(() => {
  app = anApp()
})

test('says who one is, for whom, by which contract, and passes axe', async () => {
  app.opens('/plus')
  expect(await screen.findByRole('heading', { name: 'Awa Diallo' })).toBeVisible()
  expect(screen.getByText('Mairie de Saint-Girons')).toBeVisible()
  expect(screen.getByText(/Contrat depuis le 01\/11\/2024/)).toBeVisible()
  await screen.findByText(/Pour installer l’application|L’application/)
  expect(await accessibilityViolations()).toEqual([])
})

test('the colours chosen take effect at once and last', async () => {
  app.opens('/plus')
  await app.user.click(await screen.findByRole('radio', { name: 'Sombres' }))
  expect(document.documentElement).toHaveAttribute('data-theme', 'dark')
  app.opens('/plus')
  expect(await screen.findByRole('radio', { name: 'Sombres' })).toBeChecked()
  await app.user.click(screen.getByRole('radio', { name: 'Comme l’appareil' }))
  expect(document.documentElement).not.toHaveAttribute('data-theme')
})

test('keys alone can be turned off (WCAG 2.1.4)', async () => {
  app.opens('/plus')
  const choice = await screen.findByRole('switch', { name: 'Raccourcis du clavier' })
  expect(choice).toBeChecked()
  await app.user.click(choice)
  app.opens('/plus')
  expect(await screen.findByRole('switch', { name: 'Raccourcis du clavier' })).not.toBeChecked()
})

test('the diagnostic says what there is and nothing of what was written', async () => {
  await app.files({ notes: 'Phrase que personne d’autre ne lit', tags: ['secret'] })
  app.opens('/plus/diagnostic')
  const page = await screen.findByText(/à envoyer : 1/)
  for (const line of [
    `version : ${appVersion}`,
    'table report : 1',
    'table outbox : 1',
    'dernier contact : jamais',
  ]) {
    expect(page).toHaveTextContent(line)
  }
  const { givenName, familyName, email, id } = app.person
  for (const told of ['Phrase', 'secret', givenName, familyName, email, id]) {
    expect(page).not.toHaveTextContent(told)
  }
  await app.user.click(screen.getByRole('button', { name: 'Copier' }))
  await waitFor(async () => expect(await navigator.clipboard.readText()).toBe(page.textContent))
})
