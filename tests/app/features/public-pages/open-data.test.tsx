import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { fetchCatalogue } from '../../../../src/app/data/open-data.ts'
import type { EditionNumber } from '../../../../src/domain/open-data/edition.ts'
import { anApp } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

vi.mock('../../../../src/app/data/open-data.ts', () => ({ fetchCatalogue: vi.fn<typeof fetchCatalogue>() }))
const ask = vi.mocked(fetchCatalogue)

test('anybody finds the files of each year, what they weigh and what is in them', async () => {
  ask.mockResolvedValue({
    editions: [
      {
        number: 2 as EditionNumber,
        year: 2025,
        countedAt: '2026-02-15T03:00:00.000Z',
        files: [
          { name: 'totaux.csv', bytes: 41_300 },
          { name: 'repartitions.csv', bytes: 1_240_000 },
        ],
      },
    ],
  })
  const app = anApp()
  app.opens('/donnees-ouvertes')
  expect(await screen.findByRole('heading', { name: '2025' })).toBeVisible()
  expect(screen.getByText(/Édition 2, comptée le dimanche 15.février 2026/)).toBeVisible()
  const totals = screen.getByRole('link', { name: /totaux\.csv, 41,3.ko/ })
  expect(totals).toHaveAttribute('href', '/api/open-data/editions/2/totaux.csv')
  expect(screen.getByRole('link', { name: /repartitions\.csv, 1,2.Mo/ })).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
})

test('where nothing is published, or without network, the page says so', async () => {
  ask.mockResolvedValue({ editions: [] })
  const app = anApp()
  app.opens('/donnees-ouvertes')
  expect(await screen.findByText('Rien n’est encore publié.')).toBeVisible()
  ask.mockResolvedValue(undefined)
  app.opens('/donnees-ouvertes')
  expect(await screen.findByText('Les fichiers se téléchargent avec du réseau.')).toBeVisible()
})
