import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { savePerson } from '../../../../src/app/data/beneficiaries.ts'
import { exportUnsent } from '../../../../src/app/data/orphans.ts'
import { writeMeta } from '../../../../src/app/data/meta.ts'
import type { SyncPhase } from '../../../../src/app/data/sync-status.ts'
import { closeScope } from '../../../../src/app/data/close-scope.ts'
import { inTransaction } from '../../../../src/app/data/in-transaction.ts'
import { deleteDocument, saveDocument } from '../../../../src/app/data/save-document.ts'
import { newCursor } from '../../../../src/app/data/scope-cursor.ts'
import { readScopeNews } from '../../../../src/app/data/scope-news.ts'
import { returnOrphans, withdrawScopes } from '../../../../src/app/data/withdraw-scopes.ts'
import type { JsonObject } from '../../../../src/domain/json.ts'
import { rejections } from '../../../../src/domain/sync/rejection.ts'
import { aKitConfirmation } from '../../../builders/a-confirmation.ts'
import { aDocumentId, anOpId, aPersonId, aScopeId } from '../../../builders/an-id.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

let app: AppOnDevice

beforeEach(() => {
  app = anApp()
})

test('I25 what waits is counted as it is in the outbox', async () => {
  app.opens('/synchronisation')
  expect(await screen.findByText('Tout est envoyé.')).toBeVisible()
  await app.files()
  await app.files()
  expect(await screen.findByText(/^2 éléments sont enregistrés sur cet appareil/)).toBeVisible()
})

test('*Envoyer maintenant* asks for a cycle', async () => {
  app.opens('/synchronisation')
  await app.user.click(await screen.findByRole('button', { name: 'Envoyer maintenant' }))
  await waitFor(() => expect(app.sendings()).toBe(1))
})

describe('what stands in the way is said, with what to do', () => {
  test.each<[SyncPhase, RegExp]>([
    ['offline', /Le serveur ne répond pas/],
    ['signed-out', /Votre session est terminée/],
    ['wrong-user', /La session ouverte est celle d’une autre personne/],
    ['revoked', /Cet appareil a été déconnecté à distance/],
    ['too-old', /Cette version d’Espace Coop est trop ancienne/],
    ['waiting', /Le serveur est très sollicité/],
  ])('%s', async (phase, sentence) => {
    await writeMeta(app.db, 'phase', phase)
    app.opens('/synchronisation')
    expect(await screen.findByText(sentence)).toBeVisible()
  })
})

test('one whose session has ended signs in again, and comes back here', async () => {
  await writeMeta(app.db, 'phase', 'signed-out')
  app.opens('/synchronisation')
  expect(await screen.findByRole('link', { name: 'Se reconnecter' })).toHaveAttribute(
    'href',
    '/auth/sign-in?return=%2Fsynchronisation',
  )
})

test('what was refused is listed with the reason, and leads to the report', async () => {
  const id = await app.files()
  await app.db.outbox.toCollection().modify((op) => {
    Object.assign(op, { rejected: { code: 'invalid', message: 'La durée ne convient pas.' } })
  })
  app.opens('/synchronisation')
  const line = await screen.findByRole('link', { name: /La durée ne convient pas/ })
  expect(line).toHaveAttribute('href', `/activites/${id}`)
  expect(await accessibilityViolations()).toEqual([])
})

test('a clock that is off by more than ten minutes is said', async () => {
  await writeMeta(app.db, 'clockOffsetMs', -11 * 60_000)
  app.opens('/synchronisation')
  expect(await screen.findByText('L’horloge de cet appareil avance.')).toBeVisible()
})

describe('a structure that changes', () => {
  /** A structure was withdrawn with something unsent, as a pull does it. */
  async function isWithdrawn() {
    await app.files({ themes: ['sante'] })
    const own = app.person.scopes[0]?.scope ?? aScopeId()
    await app.db.cursor.put({ ...newCursor(own), label: 'Mairie de Foix' })
    await inTransaction(app.db, app.db.tables, () => withdrawScopes(app.db, new Set(), Date.now()))
    return own
  }

  test('I15 withdrawn: what left, what is kept, and what to do are said; what is kept is listed and can be exported', async () => {
    await isWithdrawn()
    app.opens('/synchronisation')
    expect(await screen.findByText('Vous n’avez plus accès à Mairie de Foix.')).toBeVisible()
    expect(screen.getByText(/Un élément n’était pas encore envoyé\s: il est gardé ici/)).toBeVisible()
    const kept = await screen.findByRole('region', { name: 'Gardé ici, sans accès à Mairie de Foix' })
    expect(within(kept).getByText(/, Santé$/)).toBeVisible()
    expect(within(kept).getByRole('button', { name: 'Exporter ce qui n’est pas envoyé' })).toBeVisible()
    expect(await accessibilityViolations()).toEqual([])
    await waitFor(async () => expect((await readScopeNews(app.db))[0]?.isRead).toBe(true))
  })

  test('I15 given back: it is said, and what was kept waits to be sent', async () => {
    const own = await isWithdrawn()
    await inTransaction(app.db, app.db.tables, () => returnOrphans(app.db, new Set([own]), Date.now()))
    app.opens('/synchronisation')
    expect(await screen.findByText('Vous avez de nouveau accès à Mairie de Foix.')).toBeVisible()
    expect(screen.getByText(/L’élément qui était gardé ici est de nouveau à envoyer/)).toBeVisible()
    expect(screen.queryByRole('region', { name: /^Gardé ici/ })).toBeNull()
  })

  test('what is kept is given up only once it is confirmed', async () => {
    await isWithdrawn()
    app.opens('/synchronisation')
    await app.user.click(await screen.findByRole('button', { name: 'Retirer de cet appareil' }))
    expect(screen.getByText(/1\sélément disparaîtra de cet appareil/)).toBeVisible()
    await app.user.click(screen.getByRole('button', { name: 'Revenir' }))
    expect(await app.db.orphan.count()).toBe(1)
    await app.user.click(screen.getByRole('button', { name: 'Retirer de cet appareil' }))
    await app.user.click(screen.getByRole('button', { name: 'Retirer' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: /^Gardé ici/ })).toBeNull())
    expect(await app.db.orphan.count()).toBe(0)
  })

  test('I15 closed: the names that left are said; a page that was never sent is listed with why', async () => {
    const own = app.person.scopes[0]?.scope ?? aScopeId()
    await app.db.cursor.put({ ...newCursor(own), label: 'Mairie de Foix' })
    const body = { firstName: 'Nadia', name: 'Benali' }
    await saveDocument(app.db, { scope: own, collection: 'beneficiary', id: aDocumentId(), body })
    const rejected = { code: 'scope-closed', message: rejections['scope-closed'] }
    await app.db.outbox.toCollection().modify((op) => {
      Object.assign(op, { rejected, frozen: true })
    })
    await inTransaction(app.db, app.db.tables, () => closeScope(app.db, own, Date.now()))
    app.opens('/synchronisation')
    expect(
      await screen.findByText('Les fiches des personnes suivies à Mairie de Foix ont quitté cet appareil.'),
    ).toBeVisible()
    const waiting = screen.getByRole('list', { name: 'Ce qui vous attend' })
    expect(within(waiting).getByText('La fiche d’une personne')).toBeVisible()
    expect(within(waiting).getByText(/terminé depuis plus de 90 jours/)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Retirer de cet appareil' })).toBeVisible()
  })
})

describe('what waits is listed', () => {
  test('with its state, leading to the report', async () => {
    const id = await app.files({ themes: ['sante'] })
    app.opens('/synchronisation')
    const list = await screen.findByRole('list', { name: 'Ce qui attend d’être envoyé' })
    const line = within(list).getByRole('link', { name: /, Santé/ })
    expect(line).toHaveAttribute('href', `/activites/${id}`)
    expect(line).toHaveTextContent('Enregistré sur cet appareil')
    expect(await accessibilityViolations()).toEqual([])
  })

  test.each([
    ['no-access', /Votre accès à la structure est vérifié/],
    ['deferred', /Le serveur doit d’abord être mis à jour/],
    ['refused', /Le serveur n’a pas su le lire/],
    ['unanswered', /Le serveur n’a rien dit de celui-ci/],
  ] as const)('with why it is held back: %s', async (held, sentence) => {
    await app.files()
    await app.db.outbox.toCollection().modify((op) => {
      Object.assign(op, { held })
    })
    app.opens('/synchronisation')
    expect(await screen.findByText(sentence)).toBeVisible()
  })

  test('a confirmation too, and one that is taken back', async () => {
    const scope = app.person.scopes[0]?.scope
    if (!scope) throw new Error('Awa files reports')
    const id = aDocumentId()
    const said = { scope, collection: 'confirmation', id, body: aKitConfirmation() } as const
    await saveDocument(app.db, said)
    app.opens('/synchronisation')
    expect(await screen.findByText('Une confirmation')).toBeVisible()
    // As one that was sent, and is taken back then.
    await app.db.outbox.toCollection().modify({ frozen: true })
    await deleteDocument(app.db, said)
    expect(await screen.findByText('Une confirmation retirée')).toBeVisible()
  })

  test('twenty of them, and how many more', async () => {
    for (let count = 0; count < 22; count += 1) await app.files()
    app.opens('/synchronisation')
    expect(await screen.findByText(/^Et 2\sautres\.$/)).toBeVisible()
    const list = screen.getByRole('list', { name: 'Ce qui attend d’être envoyé' })
    expect(within(list).getAllByRole('listitem')).toHaveLength(20)
  })
})

describe('a file of another device', () => {
  test('is taken back, and taken a second time adds nothing', async () => {
    await app.files()
    const text = await exportUnsent(app.db)
    await app.db.outbox.clear()
    await app.db.report.clear()
    const field = await openImport()
    await app.user.upload(field, aFile(text))
    expect(await screen.findByText(/^Repris de ce fichier\s: 1\sélément\.$/)).toBeVisible()
    expect(await app.db.outbox.count()).toBe(1)
    await app.user.upload(field, aFile(text))
    expect(await screen.findByText(/est déjà sur cet appareil, ou envoyé/)).toBeVisible()
    expect(await app.db.outbox.count()).toBe(1)
  })

  test.each([
    ['that is none', 'bonjour', /n’est pas un export d’Espace Coop/],
    ['of a newer version', fileOf({ version: 2 }), /vient d’une version plus récente/],
    ['of another person', fileOf({ version: 1 }), /est celui d’une autre personne/],
  ])('%s is refused, with what to do', async (_name, text, sentence) => {
    const field = await openImport()
    await app.user.upload(field, aFile(text))
    expect(await screen.findByText(sentence)).toBeVisible()
    expect(field).toBeInvalid()
    expect(await accessibilityViolations()).toEqual([])
  })

  async function openImport(): Promise<HTMLElement> {
    app.opens('/synchronisation')
    await app.user.click(await screen.findByText('Reprendre un fichier exporté'))
    return screen.getByLabelText('Fichier à reprendre')
  }
})

function aFile(text: string): File {
  return new File([text], 'espace-coop-non-envoye.json', { type: 'application/json' })
}

function fileOf({ version }: { version: number }): string {
  return JSON.stringify({ format: 'espace-coop-unsent', version, person: aPersonId() })
}

describe('two versions of what is no report', () => {
  async function aPersonWithTwoVersions(kind: 'field' | 'delete-vs-edit', lost: JsonObject) {
    const scope = app.person.scopes[0]?.scope
    if (!scope) throw new Error('Awa files reports')
    const id = await savePerson(app.db, {
      scope,
      body: { firstName: 'Zoé', name: 'Bernard', phone: '05 61 00 00 00' },
    })
    const opId = anOpId()
    await app.db.conflict.put({
      id: opId,
      scope,
      collection: 'beneficiary',
      docId: id,
      opId,
      kind,
      lost,
      at: Date.now(),
    })
    return { id, scope }
  }

  test('are told at home and chosen here, point by point', async () => {
    const { id, scope } = await aPersonWithTwoVersions('field', {
      phone: null,
      noPhone: true,
      commune: '09122',
    })
    app.opens('/')
    await app.user.click(await screen.findByRole('link', { name: /autre saisie vous attend/ }))
    expect(await screen.findByText(/La fiche de Zoé Bernard/)).toBeVisible()
    const phone = await screen.findByRole('group', { name: 'Téléphone' })
    expect(phone).toHaveTextContent('05 61 00 00 00')
    expect(within(phone).getByText(/N’a pas de téléphone/)).toHaveTextContent('Oui')
    expect(await accessibilityViolations()).toEqual([])
    await app.user.click(within(phone).getByRole('radio', { name: /Autre/ }))
    await app.user.click(screen.getByRole('button', { name: 'Enregistrer ce choix' }))
    await waitFor(async () => expect(await app.db.conflict.count()).toBe(0))
    const row = await app.db.beneficiary.get([scope, id])
    expect(row?.body).toMatchObject({ firstName: 'Zoé', noPhone: true })
    expect(row?.body['commune']).toBeUndefined()
  })

  test('of a confirmation are told by what it says', async () => {
    const scope = app.person.scopes[0]?.scope
    if (!scope) throw new Error('Awa files reports')
    const said = { scope, collection: 'confirmation', id: aDocumentId() } as const
    await saveDocument(app.db, { ...said, body: aKitConfirmation({ kind: 'back' }) })
    const opId = anOpId()
    const { collection, id: docId } = said
    const conflict = { id: opId, scope, collection, docId, opId, kind: 'field' as const, at: Date.now() }
    await app.db.conflict.put({ ...conflict, lost: { kind: 'received', day: '2026-11-19' } })
    app.opens('/synchronisation')
    expect(await screen.findByText(/Votre confirmation du .*20\snovembre\s2026/)).toBeVisible()
    const kind = screen.getByRole('group', { name: 'Ce que vous avez dit' })
    expect(kind).toHaveTextContent('Matériel rendu')
    expect(kind).toHaveTextContent('Matériel reçu')
  })

  test('a delete that lost to an edit can be done all the same', async () => {
    const { id, scope } = await aPersonWithTwoVersions('delete-vs-edit', {})
    app.opens('/synchronisation')
    await app.user.click(await screen.findByRole('button', { name: 'Supprimer quand même' }))
    await waitFor(async () => expect((await app.db.beneficiary.get([scope, id]))?.state).toBe('deleted'))
    expect(await app.db.conflict.count()).toBe(0)
  })
})
