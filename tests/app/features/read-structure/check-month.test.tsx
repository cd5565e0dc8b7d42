import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { MonthAnomalies, StructureAnomaly } from '../../../../src/domain/access/month-anomalies.ts'
import type { Membership } from '../../../../src/domain/access/signed-in-person.ts'
import type { Settlement } from '../../../../src/domain/anomalies/settlement.ts'
import type { CalendarMonth } from '../../../../src/domain/calendar-month.ts'
import {
  fetchMonthAnomalies,
  keepMonthAnomalies,
  sendSettlement,
  sendWithdrawal,
} from '../../../../src/app/data/month-anomalies.ts'
import { aPermittedActivity } from '../../../builders/a-permitted-activity.ts'
import { aPersonId, aStructureId, aUuid } from '../../../builders/an-id.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

vi.mock('../../../../src/app/data/month-anomalies.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  fetchMonthAnomalies: vi.fn<typeof fetchMonthAnomalies>(),
  sendSettlement: vi.fn<typeof sendSettlement>(),
  sendWithdrawal: vi.fn<typeof sendWithdrawal>(),
}))

const townHall: Membership = {
  structureId: aStructureId(),
  structureName: 'Mairie de Saint-Girons',
  role: 'responsable',
}
const address = `/structure/${townHall.structureId}/regard/2026-10`
const month = '2026-10' as CalendarMonth // a month by its shape
const read = vi.mocked(fetchMonthAnomalies)
const settle = vi.mocked(sendSettlement)
const withdraw = vi.mocked(sendWithdrawal)
const theSentence = 'Les activités du mardi 6 octobre durent 14 h en tout.'
let app: AppOnDevice

beforeEach(() => {
  for (const call of [read, settle, withdraw]) call.mockReset()
  app = anApp({ givenName: 'Chantal', scopes: [], memberships: [townHall] })
})

function anAnomaly(fields: Partial<StructureAnomaly> = {}): StructureAnomaly {
  return {
    key: aUuid().replaceAll('-', ''),
    kind: 'long-day',
    version: 1,
    advisorId: aPersonId(),
    advisorName: 'Awa Diallo',
    sentence: theSentence,
    evidence: [aPermittedActivity({ date: '2026-10-06', minutes: 840 })],
    evidenceCount: 1,
    settlements: [],
    ...fields,
  }
}

function aSettlement({ key }: StructureAnomaly, fields: Partial<Settlement> = {}): Settlement {
  return {
    id: aUuid(),
    key,
    sentence: 'Une journée portes ouvertes.',
    by: aPersonId(),
    byName: 'Chantal Rouch',
    at: '2026-11-03T09:05:00.000Z',
    withdrawn: null,
    ...fields,
  }
}

function answerOf(anomalies: StructureAnomaly[]): MonthAnomalies {
  return { countedAt: '2026-11-23T10:00:00.000Z', month, anomalies }
}

function answers(...anomalies: StructureAnomaly[]): void {
  read.mockResolvedValue({ ok: true, figures: answerOf(anomalies) })
}

test('each kind has its rule, and each finding its sentence with the reports side by side', async () => {
  answers(
    anAnomaly(),
    anAnomaly({
      kind: 'filed-twice',
      advisorName: 'Bruno Estèbe',
      sentence: 'Deux comptes rendus du lundi 5 octobre disent la même chose.',
      evidence: [aPermittedActivity({ sharedNote: 'Vu ensemble' }), aPermittedActivity()],
      evidenceCount: 2,
    }),
    anAnomaly({ kind: 'of-a-later-version', sentence: 'Une phrase d’une version à venir.' }),
  )
  app.opens(address)
  const headings = await screen.findAllByRole('heading', { level: 2 })
  expect(headings.map(({ textContent }) => textContent)).toEqual([
    'Peut-être déposés deux fois (1)',
    'Journées très longues (1)',
    'À regarder (1)',
  ])
  expect(screen.getByText('Plus de 10 h d’activités datées du même jour.')).toBeVisible()
  const [twice] = screen.getAllByRole('table')
  expect(within(twice ?? document.body).getAllByRole('row')).toHaveLength(3)
  expect(screen.getByRole('cell', { name: 'Vu ensemble' })).toBeVisible()
  expect(screen.getByText('Une phrase d’une version à venir.')).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
})

test('what is not shown is counted, and said why', async () => {
  answers(
    anAnomaly({ kind: 'outside-contract', evidence: [], evidenceCount: 1 }),
    anAnomaly({ kind: 'same-text', evidenceCount: 12 }),
  )
  app.opens(address)
  expect(await screen.findByText(/1 compte rendu, sans détail/)).toBeVisible()
  expect(screen.getByText(/Et 11 autres comptes rendus\./)).toBeVisible()
})

describe('settling', () => {
  test('by an offered sentence: it leaves the list, and is among what is settled, by whom and when', async () => {
    const anomaly = anAnomaly()
    answers(anomaly)
    const sentence = 'La journée a bien été aussi longue.'
    settle.mockResolvedValue({
      ok: true,
      said: { key: anomaly.key, settlements: [aSettlement(anomaly, { sentence })] },
    })
    app.opens(address)
    await app.user.click(await screen.findByRole('button', { name: /Répondre par une phrase/ }))
    await app.user.click(screen.getByRole('radio', { name: sentence }))
    expect(screen.getByLabelText('Votre phrase')).toHaveValue(sentence)
    await app.user.click(screen.getByRole('button', { name: 'Régler ce point' }))
    expect(await screen.findByText('Ce point est réglé.')).toBeVisible()
    await waitFor(() => expect(document.activeElement).toHaveTextContent('Ce point est réglé.'))
    expect(screen.getByText('Rien ne demande un regard en octobre 2026.')).toBeVisible()
    expect(settle.mock.calls[0]?.[1]).toMatchObject({ key: anomaly.key, sentence })
    await app.user.click(screen.getByText('Voir par qui et comment'))
    expect(screen.getByText(sentence).closest('li')).toHaveTextContent(/Chantal Rouch, mardi 3 novembre à/)
  })

  test('without an answer keeps what was typed, and sends it again under the same id', async () => {
    answers(anAnomaly())
    settle.mockResolvedValue({ ok: false, reason: 'offline' })
    app.opens(address)
    await app.user.click(await screen.findByRole('button', { name: /Répondre par une phrase/ }))
    await app.user.type(screen.getByLabelText('Votre phrase'), 'Portes ouvertes')
    await app.user.click(screen.getByRole('button', { name: 'Régler ce point' }))
    expect(await screen.findByText(/Votre phrase reste ici/)).toBeVisible()
    expect(screen.getByLabelText('Votre phrase')).toHaveValue('Portes ouvertes')
    await app.user.click(screen.getByRole('button', { name: 'Régler ce point' }))
    const ids = settle.mock.calls.map(([, { id }]) => id)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })

  test('given up, the focus is back on what opened it', async () => {
    answers(anAnomaly())
    app.opens(address)
    await app.user.click(await screen.findByRole('button', { name: /Répondre par une phrase/ }))
    expect(screen.getByRole('radio', { name: 'Une date va être corrigée.' })).toBeInTheDocument()
    await app.user.click(screen.getByRole('button', { name: 'Annuler' }))
    await waitFor(() => expect(screen.getByRole('button', { name: /Répondre par une phrase/ })).toHaveFocus())
  })

  test('what has changed since is said, and looked at again', async () => {
    answers(anAnomaly())
    settle.mockResolvedValue({ ok: false, reason: 'gone' })
    app.opens(address)
    await app.user.click(await screen.findByRole('button', { name: /Répondre par une phrase/ }))
    await app.user.type(screen.getByLabelText('Votre phrase'), 'Portes ouvertes')
    await app.user.click(screen.getByRole('button', { name: 'Régler ce point' }))
    answers()
    await app.user.click(await screen.findByRole('button', { name: 'Regarder de nouveau' }))
    expect(await screen.findByText('Rien ne demande un regard en octobre 2026.')).toBeVisible()
  })

  test('nothing typed is told at the field, and nothing is sent', async () => {
    answers(anAnomaly())
    app.opens(address)
    await app.user.click(await screen.findByRole('button', { name: /Répondre par une phrase/ }))
    await app.user.click(screen.getByRole('button', { name: 'Régler ce point' }))
    expect(screen.getByLabelText('Votre phrase')).toHaveAccessibleDescription(/Écrivez une phrase\./)
    await waitFor(() => expect(screen.getByLabelText('Votre phrase')).toHaveFocus())
    expect(settle).not.toHaveBeenCalled()
  })

  test('is taken back from what is settled, where both sentences are read', async () => {
    const anomaly = anAnomaly()
    const first = aSettlement(anomaly)
    const second = aSettlement(anomaly, {
      sentence: 'Vu avec Awa.',
      byName: 'Inès Roy',
      at: '2026-11-03T09:06:00.000Z',
    })
    answers({ ...anomaly, settlements: [first, second] })
    const withdrawn = { byName: 'Chantal Rouch', at: '2026-11-04T09:00:00.000Z' }
    withdraw.mockResolvedValue({
      ok: true,
      said: {
        key: anomaly.key,
        settlements: [first, second].map((each) => ({ ...each, withdrawn })),
      },
    })
    app.opens(address)
    await app.user.click(await screen.findByText('Voir par qui et comment'))
    expect(screen.getByText('Vu avec Awa.')).toBeVisible()
    await app.user.click(screen.getByRole('button', { name: /Remettre à regarder/ }))
    expect(withdraw).toHaveBeenCalledWith(townHall.structureId, first.id)
    expect(await screen.findByText('Ce point est de nouveau à regarder.')).toBeVisible()
    expect(screen.getByRole('heading', { name: /Journées très longues/ })).toBeVisible()
  })

  test('is for who is responsible: a reader reads, and is told so', async () => {
    app = anApp({ scopes: [], memberships: [{ ...townHall, role: 'lecteur' }] })
    answers(anAnomaly())
    app.opens(address)
    expect(await screen.findByText(theSentence)).toBeVisible()
    expect(screen.queryByRole('button', { name: /Répondre/ })).toBeNull()
    expect(screen.getByText(/Seule une personne responsable de la structure/)).toBeVisible()
  })
})

test('the month is chosen, and another one is asked for', async () => {
  answers(anAnomaly())
  app.opens(address)
  await screen.findByText(theSentence)
  read.mockResolvedValue({ ok: false, reason: 'offline' })
  await app.user.selectOptions(screen.getByLabelText('Mois'), screen.getAllByRole('option')[0] ?? '')
  expect(await screen.findByText(/elle s’affichera quand le réseau reviendra/)).toBeVisible()
  expect(screen.queryByText(theSentence)).toBeNull()
})

test('without network the last view kept here is read, with its age', async () => {
  await keepMonthAnomalies(app.db, { structure: townHall.structureId, month }, answerOf([anAnomaly()]))
  read.mockResolvedValue({ ok: false, reason: 'offline' })
  app.opens(address)
  expect(await screen.findByText(/Vous lisez la dernière liste gardée sur cet appareil/)).toBeVisible()
  expect(screen.getByText(theSentence)).toBeVisible()
})

test('who may not read it any more reads nothing of what was kept', async () => {
  await keepMonthAnomalies(app.db, { structure: townHall.structureId, month }, answerOf([anAnomaly()]))
  read.mockResolvedValue({ ok: false, reason: 'forbidden' })
  app.opens(address)
  expect(await screen.findByText('Vous n’avez pas accès à cette page.')).toBeVisible()
  expect(screen.queryByText(theSentence)).toBeNull()
})

test('I14 another structure’s month is not asked for, by its address', async () => {
  app.opens(`/structure/${aStructureId()}/regard/2026-10`)
  expect(await screen.findByText('Vous n’avez pas accès à cette structure.')).toBeVisible()
  expect(read).not.toHaveBeenCalled()
})
