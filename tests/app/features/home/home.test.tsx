import { screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { writeMeta } from '../../../../src/app/data/meta.ts'
import { todayHere } from '../../../../src/app/data/today.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

let app: AppOnDevice

beforeEach(() => {
  app = anApp()
})

test('without any report it says what to do, and what is on its way', async () => {
  app.opens('/')
  expect(await screen.findByRole('link', { name: 'Commencer' })).toHaveAttribute('href', '/compte-rendu')
  expect(screen.getByText(/Vos comptes rendus déposés ailleurs arrivent/)).toBeVisible()
  await writeMeta(app.db, 'pulledOnce', true)
  await waitFor(() => expect(screen.queryByText(/arrivent/)).toBeNull())
})

test('shows the last three, each to be done again, and the month in one sentence', async () => {
  for (const theme of ['email', 'sante', 'parentalite', 'bureautique']) {
    await app.files({ date: todayHere(), themes: [theme], minutes: 45 })
  }
  app.opens('/')
  await screen.findByRole('heading', { name: 'Derniers comptes rendus' })
  const again = screen.getAllByRole('link', { name: /^Refaire/ })
  expect(again.map((link) => link.textContent)).toEqual([
    'Refaire : Bureautique',
    'Refaire : Parentalité',
    'Refaire : Santé',
  ])
  const month = new Intl.DateTimeFormat('fr-FR', { month: 'long' }).format(new Date())
  expect(await screen.findByText(`4 accompagnements en ${month}, 3 h.`)).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
})

test('what waits for the person comes first: what was refused, then drafts', async () => {
  const refused = await app.files({ themes: ['sante'] })
  await app.db.outbox.toCollection().modify((op) => {
    Object.assign(op, { rejected: { code: 'invalid', message: 'À corriger' } })
  })
  const draft = await app.files({ themes: ['email'] })
  await app.db.draft.put({
    id: draft,
    scope: app.person.scopes[0]?.scope ?? fails(),
    kind: 'report',
    values: { themes: ['email'] },
    editing: true,
    updatedAt: 1,
  })
  app.opens('/')
  await screen.findByRole('heading', { name: 'À compléter (2)' })
  const list = screen.getByRole('list', { name: 'À compléter (2)' })
  const links = [...list.querySelectorAll('a')]
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    `/activites/${refused}`,
    `/compte-rendu/${draft}`,
  ])
})

test('the state of accessibility is said on it', async () => {
  app.opens('/')
  expect(await screen.findByRole('link', { name: /^Accessibilité/ })).toHaveAttribute(
    'href',
    '/accessibilite',
  )
})

function fails(): never {
  throw new Error('Awa files reports')
}
