import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { scopeIdSchema, type DocumentId } from '../../../../src/domain/ids.ts'
import { deleteDocument, saveDocument } from '../../../../src/app/data/save-document.ts'
import { aReport } from '../../../builders/a-report.ts'
import { aDocumentId } from '../../../builders/an-id.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

let app: AppOnDevice
let report: DocumentId

beforeEach(async () => {
  app = anApp()
  report = await app.files({ minutes: 120 })
})

const scope = () => scopeIdSchema.parse(app.person.scopes[0]?.scope)

/** A question as a pull brings it. */
async function asked(text: string, fields: object = {}): Promise<DocumentId> {
  const id = aDocumentId()
  const at = '2026-11-23T10:00:00.000Z'
  const body = {
    report,
    kind: 'question',
    from: 'structure',
    fromName: 'Chantal Rouch',
    text,
    rev: 1,
    at,
    ...fields,
  }
  await saveDocument(app.db, { scope: scope(), collection: 'report-message', id, body })
  return id
}

async function saidHere() {
  const rows = await app.db.other.where({ collection: 'report-message' }).toArray()
  return rows.map(({ body }) => body).filter(({ from }) => from === 'advisor')
}

test('a question waits on the home page, is opened with its report, and answered without network', async () => {
  const question = await asked('Est-ce bien deux heures ?')
  app.opens('/')
  const list = within(await screen.findByRole('list', { name: 'À compléter (1)' }))
  await app.user.click(list.getByRole('link', { name: /Question de Chantal Rouch/ }))
  // The page of reports is read here for the first time, which takes a busy machine longer than most waits.
  await screen.findByRole('heading', { name: 'Suivi' }, { timeout: 20_000 })
  const thread = within(await screen.findByRole('list', { name: 'Suivi de ce compte rendu' }))
  expect(thread.getByText('Est-ce bien deux heures ?')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Lire la question' })).toHaveAttribute('href', '#questions')
  await app.user.click(screen.getByRole('button', { name: 'Répondre' }))
  expect(await screen.findByText('Écrivez au moins un mot.')).toBeVisible()
  await app.user.type(screen.getByLabelText('Votre réponse'), 'Oui. Son mot de passe : tournesol')
  expect(screen.getByText(/semble contenir un mot de passe/)).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
  await app.user.click(screen.getByRole('button', { name: 'Répondre' }))
  await waitFor(() => expect(thread.getAllByRole('listitem')).toHaveLength(2))
  expect(screen.queryByRole('button', { name: 'Répondre' })).toBeNull()
  expect(screen.queryByText('Votre structure attend une réponse.')).toBeNull()
  expect(await saidHere()).toMatchObject([
    { report, kind: 'answer', text: 'Oui. Son mot de passe : tournesol', settles: [question] },
  ])
  app.opens('/')
  await screen.findByRole('heading', { name: 'Derniers comptes rendus' })
  expect(screen.queryByText(/Question de/)).toBeNull()
}, 40_000)

test('a correction that is begun from the question settles it once it is saved', async () => {
  const question = await asked('Est-ce bien deux heures ?')
  app.opens(`/activites/${report}`)
  await app.user.click(await screen.findByRole('link', { name: 'Corriger le compte rendu' }))
  await app.user.click(await screen.findByRole('radio', { name: '1\u00A0h' }))
  expect(await saidHere()).toEqual([])
  await app.user.click(screen.getByRole('button', { name: 'Enregistrer' }))
  await waitFor(async () =>
    expect(await saidHere()).toMatchObject([{ report, kind: 'correction', settles: [question] }]),
  )
  expect(await app.body(report)).toMatchObject({ minutes: 60 })
})

test('what was corrected already is said in one tap', async () => {
  const question = await asked('Et la commune ?')
  app.opens(`/activites/${report}`)
  await app.user.click(await screen.findByRole('button', { name: 'C’est déjà corrigé' }))
  expect(await screen.findByText('Compte rendu corrigé.')).toBeVisible()
  expect(await saidHere()).toMatchObject([{ kind: 'correction', settles: [question] }])
})

test('of two questions an answer settles those that were read, and one that comes later waits', async () => {
  await asked('Est-ce bien deux heures ?')
  await asked('Et la commune ?', { fromName: 'Denis Galy' })
  app.opens(`/activites/${report}`)
  await app.user.type(await screen.findByLabelText('Votre réponse'), 'Oui, et Saint-Girons.')
  await app.user.click(screen.getByRole('button', { name: 'Répondre' }))
  await waitFor(async () => expect((await saidHere())[0]?.['settles']).toHaveLength(2))
  await asked('Pourquoi ?', { at: '2099-01-01T10:00:00.000Z' })
  expect(await screen.findByText('Pourquoi ?')).toBeVisible()
  expect(screen.getByLabelText('Votre réponse')).toHaveValue('')
})

test('a report that was deleted meanwhile keeps its thread, and is answered', async () => {
  await asked('Est-ce bien deux heures ?')
  await deleteDocument(app.db, { collection: 'report', id: report })
  app.opens('/')
  await app.user.click(await screen.findByRole('link', { name: /Question de Chantal Rouch/ }))
  expect(await screen.findByText('Ce compte rendu n’est pas sur cet appareil.')).toBeVisible()
  expect(screen.queryByRole('link', { name: 'Corriger le compte rendu' })).toBeNull()
  await app.user.type(await screen.findByLabelText('Votre réponse'), 'Je l’ai supprimé.')
  await app.user.click(screen.getByRole('button', { name: 'Répondre' }))
  await waitFor(async () => expect(await saidHere()).toHaveLength(1))
})

test('a report that nothing is asked about shows no thread', async () => {
  const other = aDocumentId()
  await saveDocument(app.db, { scope: scope(), collection: 'report', id: other, body: aReport() })
  await asked('Est-ce bien deux heures ?')
  app.opens(`/activites/${other}`)
  await screen.findByText('Historique')
  expect(screen.queryByRole('heading', { name: 'Suivi' })).toBeNull()
})
