import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { anApp } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

async function aDeviceWithTags() {
  const app = anApp()
  const one = await app.files({ tags: ['été', 'mardi'] })
  const two = await app.files({ tags: ['ete'], structureTags: ['quartier'] })
  app.opens('/plus/etiquettes')
  await screen.findByRole('heading', { level: 2, name: 'Les miennes' })
  return { app, one, two }
}

test('two tags become one in every report, and two again', async () => {
  const { app, one, two } = await aDeviceWithTags()
  expect(await accessibilityViolations(document.body)).toEqual([])
  await app.user.click(screen.getByRole('button', { name: 'Renommer ete' }))
  const field = await screen.findByLabelText('Nom de l’étiquette')
  await app.user.clear(field)
  await app.user.type(field, 'été')
  await app.user.click(screen.getByRole('button', { name: 'Renommer' }))
  await screen.findByText('« ete » et « été » sont réunies.')
  expect((await app.body(two))?.['tags']).toEqual(['été'])
  expect((await app.body(one))?.['tags']).toEqual(['été', 'mardi'])
  await app.user.click(screen.getByRole('button', { name: 'Annuler' }))
  await waitFor(async () => expect((await app.body(two))?.['tags']).toEqual(['ete']))
})

test('a tag is taken out of every report, and had back', async () => {
  const { app, one, two } = await aDeviceWithTags()
  await app.user.click(screen.getByRole('button', { name: 'Retirer quartier' }))
  await waitFor(async () => expect(await app.body(two)).not.toHaveProperty('structureTags'))
  expect((await app.body(one))?.['tags']).toEqual(['été', 'mardi'])
  await app.user.click(screen.getByRole('button', { name: 'Annuler' }))
  await waitFor(async () => expect((await app.body(two))?.['structureTags']).toEqual(['quartier']))
})

test('a tag that exists is offered while it is typed, and taken whatever its accents', async () => {
  const { app } = await aDeviceWithTags()
  app.opens('/compte-rendu')
  await app.user.click(await screen.findByText('Préciser', { selector: 'summary *' }))
  const own = await screen.findByLabelText(/^Ajouter une étiquette(?! pour)/)
  await app.user.type(own, 'MAR')
  await app.user.click(await screen.findByRole('button', { name: 'mardi' }))
  expect(screen.getByRole('checkbox', { name: 'mardi' })).toBeChecked()
  expect(own).toHaveValue('')
  const shared = screen.getByLabelText(/^Ajouter une étiquette pour ma structure/)
  await app.user.type(shared, 'Quartier{Enter}')
  expect(screen.getByRole('checkbox', { name: 'quartier' })).toBeChecked()
})
