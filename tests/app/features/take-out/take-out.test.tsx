import { screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { keepOwnCommunity } from '../../../../src/app/data/community.ts'
import { keepOwnKit } from '../../../../src/app/data/kit.ts'
import { keepOwnContracts } from '../../../../src/app/data/own-contracts.ts'
import { keepOwnTraining } from '../../../../src/app/data/training.ts'
import { downloadFile } from '../../../../src/app/ui/download-file.ts'
import { aHandOver } from '../../../builders/a-kit-fact.ts'
import { awasScope, ours } from '../../../builders/a-post-fact.ts'
import { anApp } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

vi.mock('../../../../src/app/ui/download-file.ts', () => ({ downloadFile: vi.fn<typeof downloadFile>() }))

beforeEach(() => {
  vi.resetAllMocks()
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
})

test('without network one takes all that is here, and reads that what others keep of one is missing', async () => {
  const app = anApp({ memberships: [] })
  await app.files()
  app.opens('/plus/exporter')
  await app.user.click(await screen.findByRole('button', { name: 'Tout (JSON)' }))
  expect(await screen.findByText(/Il y manque de ce que d’autres ont noté de vous/)).toBeVisible()
  expect(downloadFile).toHaveBeenCalledOnce()
  expect(await accessibilityViolations()).toEqual([])
})

test('what others keep of one and was read here is in the file', async () => {
  const app = anApp({ memberships: [] })
  const handed = aHandOver('2026-02-02')
  const place = {
    scope: awasScope,
    structureId: ours,
    structureName: 'Mairie de Saint-Girons',
    contracts: [],
  }
  await keepOwnContracts(app.db, 'mine', { readAt: 1, said: { contracts: [] } })
  await keepOwnKit(app.db, 'mine', {
    structures: [{ ...place, said: [{ fact: handed, byName: 'Chantal Rouch' }] }],
  })
  await keepOwnTraining(app.db, 'mine', { structures: [] })
  await keepOwnCommunity(app.db, 'mine', { events: [], marks: [], calendarSince: null })
  app.opens('/plus/exporter')
  await app.user.click(await screen.findByRole('button', { name: 'Tout (JSON)' }))
  expect(await screen.findByText('Le fichier est dans vos téléchargements.')).toBeVisible()
  const [name, file] = vi.mocked(downloadFile).mock.calls[0] ?? []
  expect(name).toMatch(/^espace-coop-donnees-.*\.json$/)
  expect(await file?.text()).toContain(handed.id)
})
