import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { themeWords } from '../../../../src/domain/panorama/panorama.ts'
import { themeLabels } from '../../../../src/domain/report/themes.ts'
import { tourSteps } from '../../../../src/app/features/first-steps/tour-steps.ts'
import { anApp } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

test('every theme has its explanation', () => {
  expect(Object.keys(themeWords)).toEqual(expect.arrayContaining(Object.keys(themeLabels)))
})

test('the panorama leads from a theme to a report on it', async () => {
  const app = anApp()
  app.opens('/panorama')
  await app.user.click(await screen.findByText('E-mail'))
  expect(await accessibilityViolations(document.body)).toEqual([])
  await app.user.click(await screen.findByRole('link', { name: /compte rendu.*E-mail/ }))
  expect(await screen.findByRole('checkbox', { name: 'E-mail' })).toBeChecked()
})

test('the tour goes from its first step to its last and back, and can be left at each', async () => {
  const app = anApp()
  app.opens('/visite')
  for (const step of tourSteps.slice(0, -1)) {
    const heading = await screen.findByRole('heading', { level: 2, name: step.title })
    expect(heading).toBeVisible()
    for (const way of screen.getAllByRole('link', { name: 'Quitter la visite' })) {
      expect(way).toHaveAttribute('href', '/')
    }
    await app.user.click(screen.getByRole('button', { name: 'Suivant' }))
  }
  const last = tourSteps.at(-1)?.title ?? ''
  await waitFor(() => expect(screen.getByRole('heading', { level: 2, name: last })).toHaveFocus())
  expect(await accessibilityViolations(document.body)).toEqual([])
  await app.user.click(screen.getByRole('button', { name: 'Précédent' }))
  expect(screen.queryByRole('heading', { level: 2, name: last })).toBeNull()
})

test('the help of the fields passes axe', async () => {
  anApp().opens('/aide/compte-rendu')
  await screen.findByRole('heading', { level: 1, name: 'Remplir un compte rendu' })
  expect(await accessibilityViolations(document.body)).toEqual([])
})
