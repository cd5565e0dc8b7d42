import { screen } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { localDayOf } from '../../../../src/domain/calendar-day.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

const today = localDayOf(new Date())
let app: AppOnDevice

beforeEach(() => {
  app = anApp()
})

test('an advisor reads what the employer will, from the reports on this device, and opens each', async () => {
  const id = await app.files({ date: today, filedOn: today, minutes: 700 })
  app.opens('/a-verifier')
  expect(await screen.findByRole('heading', { level: 2, name: 'Journées très longues' })).toBeVisible()
  expect(screen.getByText(/^Les activités du .* durent 11\sh\s40 en tout\.$/)).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
  expect(screen.getByRole('link', { name: /^Navigation sur internet/ })).toHaveAttribute(
    'href',
    `/activites/${id}`,
  )
})

test('it is reached from Plus', async () => {
  app.opens('/plus')
  await app.user.click(await screen.findByRole('link', { name: /À vérifier/ }))
  expect(await screen.findByRole('heading', { level: 1, name: 'À vérifier' })).toBeVisible()
})
