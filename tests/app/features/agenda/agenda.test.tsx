import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { reportIdOf } from '../../../../src/domain/appointment/name-based-id.ts'
import { addDays } from '../../../../src/domain/calendar-day.ts'
import type { DocumentId } from '../../../../src/domain/ids.ts'
import type { JsonObject } from '../../../../src/domain/json.ts'
import { writeMeta } from '../../../../src/app/data/meta.ts'
import { deleteDocument, saveDocument } from '../../../../src/app/data/save-document.ts'
import { todayHere } from '../../../../src/app/data/today.ts'
import { aDocumentId } from '../../../builders/an-id.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

let app: AppOnDevice
const slow = { timeout: 20_000 }
const yesterday = addDays(todayHere(), -1)

beforeEach(async () => {
  app = anApp()
  await writeMeta(app.db, 'pulledOnce', true)
})

test(
  'what is over without a report is to complete, oldest first; what isn’t over, was missed or cancelled is not',
  slow,
  async () => {
    await plans({ title: 'Hier' })
    await plans({ title: 'Avant-hier', date: addDays(yesterday, -1) })
    await plans({ title: 'Aujourd’hui, toute la journée', date: todayHere() })
    await plans({ title: 'Manqué', state: 'pas_venu' })
    await plans({ title: 'Supprimé par l’autre', state: 'annule' })
    await plans({ title: 'Trop ancien', date: addDays(yesterday, -70) })
    app.opens('/')
    const list = await screen.findByRole('list', { name: 'À compléter (2)' }, slow)
    const links = await within(list).findAllByRole('link', {}, slow)
    expect(links.map((link) => link.textContent)).toEqual([
      expect.stringContaining('Avant-hier'),
      expect.stringContaining('Hier'),
    ])
    expect(await screen.findByRole('list', { name: 'Aujourd’hui' }, slow)).toHaveTextContent(
      'toute la journée',
    )
    expect(await accessibilityViolations()).toEqual([])
  },
)

test('nothing planned says nothing on the home screen', slow, async () => {
  await app.files({ date: todayHere() })
  app.opens('/')
  await screen.findByRole('heading', { name: 'Derniers comptes rendus' }, slow)
  expect(screen.queryByText(/À compléter/)).toBeNull()
  expect(screen.queryByRole('heading', { name: 'Aujourd’hui' })).toBeNull()
})

test('pas venu is one tap, and is taken back in one', slow, async () => {
  const id = await plans({ title: 'Hier' })
  app.opens('/')
  await app.user.click(await screen.findByRole('button', { name: /^Pas venu/ }, slow))
  await waitFor(async () => expect(await stateOf(id)).toBe('pas_venu'))
  await waitFor(() => expect(screen.queryByText(/À compléter/)).toBeNull())
  await app.user.click(screen.getByRole('button', { name: 'Annuler' }))
  await waitFor(async () => expect(await stateOf(id)).toBe('prevu'))
})

test('its report is filed from it, in one transaction with it, and never has its title', slow, async () => {
  const id = await plans({ title: 'Marie Dupont', ...hours(yesterday, '10:00', '10:50') })
  app.opens(`/compte-rendu?rendez-vous=${id}`)
  expect(await screen.findByText(/Rendez-vous.*Marie Dupont/, {}, slow)).toBeVisible()
  expect(screen.getByRole('radio', { name: 'Hier' })).toBeChecked()
  expect(screen.getByRole('radio', { name: /^45.min$/ })).toBeChecked()
  await filesWhatIsShown()
  const own = reportIdOf(scope(), id)
  await waitFor(async () => expect(await stateOf(id)).toBe('depose'))
  const report = await app.body(own)
  expect(report).toMatchObject({ kind: 'individuel', date: yesterday, minutes: 45 })
  expect(JSON.stringify(report)).not.toContain('Dupont')
  const ops = await app.db.outbox.toArray()
  expect(ops.map(({ collection }) => collection).sort()).toEqual(['appointment', 'report'])
  app.opens('/')
  await screen.findByRole('heading', { name: 'Derniers comptes rendus' }, slow)
  expect(screen.queryByText(/À compléter/)).toBeNull()
})

test(
  'a report that is begun waits as a draft, once, and is found again from the appointment',
  slow,
  async () => {
    const id = await plans({ title: 'Hier' })
    await app.db.draft.put({
      id: reportIdOf(scope(), id),
      scope: scope(),
      kind: 'report',
      values: { scope: scope(), appointment: id, date: yesterday, themes: ['email'] },
      editing: false,
      updatedAt: 1,
    })
    app.opens('/')
    await screen.findByRole('heading', { name: 'À compléter (1)' }, slow)
    app.opens(`/compte-rendu?rendez-vous=${id}`)
    expect(await screen.findByRole('checkbox', { name: 'E-mail' }, slow)).toBeChecked()
  },
)

test(
  'a report that is deleted is awaited again, and one that this device hasn’t read yet is not',
  slow,
  async () => {
    const id = await plans({ title: 'Hier' })
    const own = reportIdOf(scope(), id)
    await saveDocument(app.db, {
      scope: scope(),
      collection: 'appointment',
      id,
      body: { ...(await bodyOf(id)), state: 'depose', reportId: own },
    })
    app.opens('/agenda/a-completer')
    expect(await screen.findByText('Aucun compte rendu n’est attendu.', {}, slow)).toBeVisible()
    const { aReport } = await import('../../../builders/a-report.ts')
    await saveDocument(app.db, { scope: scope(), collection: 'report', id: own, body: aReport() })
    await deleteDocument(app.db, { collection: 'report', id: own })
    expect(await screen.findByRole('link', { name: /Hier/ }, slow)).toBeVisible()
  },
)

test('an appointment is made, changed and deleted by hand, with the way back', slow, async () => {
  app.opens('/agenda/nouveau')
  await app.user.click(await screen.findByRole('button', { name: 'Enregistrer' }, slow))
  expect(screen.getByText('Donnez un titre à ce rendez-vous.')).toBeVisible()
  await app.user.type(screen.getByLabelText('Titre'), 'Permanence')
  await app.user.click(screen.getByRole('button', { name: 'Enregistrer' }))
  await app.user.click(await screen.findByRole('link', { name: /Permanence/ }, slow))
  await app.user.click(await screen.findByRole('button', { name: 'Supprimer ce rendez-vous' }, slow))
  await screen.findByText('Aucun rendez-vous prévu.', {}, slow)
  await app.user.click(screen.getByRole('button', { name: 'Annuler' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Permanence' }, slow)).toBeVisible()
})

test(
  'what a file would bring is said before anything is written; what is left out stays out the next time',
  slow,
  async () => {
    app.opens('/agenda/importer')
    await chooses(calendar)
    expect(await screen.findByText(/Ligne 12.*une de ses lignes est abîmée/, {}, slow)).toBeVisible()
    await app.user.click(screen.getByRole('checkbox', { name: 'Dentiste' }))
    expect(await app.db.appointment.count()).toBe(0)
    expect(await accessibilityViolations()).toEqual([])
    await app.user.click(await screen.findByRole('button', { name: /Importer 1/ }, slow))
    await waitFor(async () => expect(await app.db.appointment.count()).toBe(1), slow)

    app.opens('/agenda/importer')
    await chooses(calendar)
    expect(await screen.findByText('Il n’y a rien à reprendre de ce fichier.', {}, slow)).toBeVisible()
    expect(screen.getByRole('checkbox', { name: 'Dentiste' })).not.toBeChecked()
    expect(screen.getByText(/1.rendez-vous déjà connu/)).toBeVisible()
  },
)

test('a file that is no calendar says so, and what to do', slow, async () => {
  app.opens('/agenda/importer')
  await chooses('date;titre')
  expect(await screen.findByText(/n’est pas un calendrier/, {}, slow)).toBeVisible()
})

const tomorrow = addDays(todayHere(), 1).replaceAll('-', '')
const calendar = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'UID:a',
  `DTSTART:${tomorrow}T100000`,
  'SUMMARY:Permanence',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:b',
  `DTSTART:${tomorrow}T140000`,
  'SUMMARY:Dentiste',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:c',
  'DTSTART:rien',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n')

async function chooses(text: string): Promise<void> {
  const field = await screen.findByLabelText(/Fichier du calendrier/, {}, slow)
  await app.user.upload(field, new File([text], 'agenda.ics', { type: 'text/calendar' }))
}

async function filesWhatIsShown(): Promise<void> {
  await app.user.click(screen.getByRole('checkbox', { name: 'E-mail' }))
  await app.user.selectOptions(screen.getByLabelText(/Où/), 'a_distance')
  await app.user.click(screen.getByRole('button', { name: 'Enregistrer' }))
}

function hours(date: string, from: string, to: string): JsonObject {
  const instant = (time: string) => new Date(`${date}T${time}`).toISOString()
  return { starts: instant(from), ends: instant(to) }
}

/** An appointment that the server has; of yesterday, unless said. */
async function plans(fields: JsonObject): Promise<DocumentId> {
  const id = aDocumentId()
  const body = { title: 'Rendez-vous', date: yesterday, state: 'prevu', ...fields }
  await saveDocument(app.db, { scope: scope(), collection: 'appointment', id, body })
  await app.db.outbox.clear()
  await app.db.appointment.update([scope(), id], {
    pending: 0,
    server: { rev: 1, seq: 1, state: 'live', h: '0' },
  })
  return id
}

async function bodyOf(id: DocumentId): Promise<JsonObject> {
  return (await app.db.appointment.get([scope(), id]))?.body ?? {}
}

async function stateOf(id: DocumentId): Promise<unknown> {
  return (await bodyOf(id))['state']
}

function scope() {
  const own = app.person.scopes[0]?.scope
  if (!own) throw new Error('Awa files reports')
  return own
}
