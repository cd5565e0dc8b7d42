import { render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { lastErrors } from '../../../src/app/data/last-errors.ts'
import { ErrorBoundary } from '../../../src/app/shell/ErrorBoundary.tsx'
import { accessibilityViolations } from '../ui/accessibility-violations.ts'

class Unforeseen extends Error {
  override name = 'Unforeseen'
}

function Broken(): never {
  throw new Unforeseen('une phrase que la personne a écrite')
}

test('a page that breaks says what is safe, what to do, and a code; another page works', async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  const { rerender } = render(
    <ErrorBoundary resetKey="/a">
      <Broken />
    </ErrorBoundary>,
  )
  expect(
    screen.getByText(/Vos comptes rendus et vos brouillons sont toujours sur cet appareil/),
  ).toBeVisible()
  expect(screen.getByText('Unforeseen')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Recharger la page' })).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
  expect(lastErrors().map(({ name }) => name)).toEqual(['Unforeseen'])
  expect(JSON.stringify(lastErrors())).not.toContain('phrase')
  rerender(
    <ErrorBoundary resetKey="/b">
      <p>Une autre page</p>
    </ErrorBoundary>,
  )
  expect(screen.getByText('Une autre page')).toBeVisible()
  vi.restoreAllMocks()
})
