import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { readBilan } from '../../../../src/app/data/bilan.ts'
import { localDayOf } from '../../../../src/domain/calendar-day.ts'
import { anApp } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

vi.mock('../../../../src/app/data/communes.ts', () => ({
  loadCommunes: () => Promise.reject(new Error('none')),
}))
const today = localDayOf(new Date())

test('a bilan is of one’s own title, words and blocks, and the next begins from them', async () => {
  const app = anApp()
  await app.files({ date: today, filedOn: today, themes: ['email'] })
  app.opens('/chiffres/bilan')
  await app.user.clear(await screen.findByLabelText('Titre'))
  await app.user.type(screen.getByLabelText('Titre'), 'Pour le conseil municipal')
  await app.user.type(screen.getByLabelText(/Vos mots/), 'Un mois bien rempli.')
  await app.user.click(screen.getByRole('checkbox', { name: 'Types de lieu' }))
  const sheet = within(await screen.findByRole('article', { name: 'Pour le conseil municipal' }))
  expect(sheet.getByText('Un mois bien rempli.')).toBeVisible()
  expect(sheet.getByText(/Awa Diallo, Mairie de Saint-Girons/)).toBeVisible()
  expect(sheet.getByText('E-mail')).toBeVisible()
  expect(sheet.queryByRole('heading', { name: 'Types de lieu' })).not.toBeInTheDocument()
  await vi.waitFor(async () => expect((await readBilan(app.db))?.words).toBe('Un mois bien rempli.'))
  app.opens('/chiffres/bilan')
  expect(await screen.findByLabelText('Titre')).toHaveValue('Pour le conseil municipal')
})

test('choices that one page can’t hold are said beside the choice', async () => {
  const app = anApp()
  await app.files({ date: today, filedOn: today })
  app.opens('/chiffres/bilan')
  expect(await screen.findByText('Sur papier, tout tient sur une page A4.')).toBeVisible()
  // jsdom lays nothing out: a page as high as the words are many stands in for it.
  const heights = vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (
    this: Element,
  ) {
    return new DOMRect(0, 0, 0, this.textContent.includes('trop long') ? 2_000 : 500)
  })
  await app.user.type(screen.getByLabelText(/Vos mots/), 'Un texte trop long')
  expect(await screen.findByText(/prennent plus d’une page A4.*sans couper de bloc/)).toBeVisible()
  heights.mockRestore()
})

test('a bilan of some activities only says which ones', async () => {
  const app = anApp()
  await app.files({ date: today, filedOn: today, themes: ['email'] })
  await app.files({ date: today, filedOn: today, themes: ['sante'] })
  app.opens('/chiffres/bilan?theme=email')
  const sheet = within(await screen.findByRole('article'))
  expect(sheet.getByText(/Seulement les activités qui ont.: E-mail\./)).toBeVisible()
  expect(sheet.queryByText('Santé')).not.toBeInTheDocument()
})

test('a bilan of nothing says so, and one without a title has the usual one', async () => {
  const app = anApp()
  app.opens('/chiffres/bilan')
  await app.user.clear(await screen.findByLabelText('Titre'))
  const sheet = within(await screen.findByRole('article', { name: 'Bilan d’activité' }))
  expect(sheet.getByText('Aucune activité sur cette période.')).toBeVisible()
  await waitFor(() =>
    expect(document.title).toMatch(/^Bilan d’activité, Awa Diallo, Mairie de Saint-Girons, /),
  )
})

test('a bilan passes axe', async () => {
  const app = anApp()
  await app.files({ date: today, filedOn: today })
  app.opens('/chiffres/bilan')
  await screen.findByRole('article')
  expect(await accessibilityViolations(document.body)).toEqual([])
})
