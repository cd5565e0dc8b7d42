import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { MonthToVouch, StructureMonths } from '../../../../src/domain/access/structure-months.ts'
import type { Membership } from '../../../../src/domain/access/signed-in-person.ts'
import { calendarDaySchema } from '../../../../src/domain/calendar-day.ts'
import { calendarMonthSchema } from '../../../../src/domain/calendar-month.ts'
import { zeroFigures } from '../../../../src/domain/seal/figure-names.ts'
import { sealIdSchema } from '../../../../src/domain/access/structure-months.ts'
import { sealCodeSchema } from '../../../../src/domain/seal/seal-code.ts'
import type { SealLine } from '../../../../src/domain/seal/seal-content.ts'
import { fetchMonths, fetchMonthToVouch, sendVouching } from '../../../../src/app/data/structure-months.ts'
import { aDocumentId, aPersonId, aStructureId, aUuid } from '../../../builders/an-id.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

vi.mock('../../../../src/app/data/structure-months.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  fetchMonths: vi.fn<typeof fetchMonths>(),
  fetchMonthToVouch: vi.fn<typeof fetchMonthToVouch>(),
  sendVouching: vi.fn<typeof sendVouching>(),
}))

const townHall: Membership = {
  structureId: aStructureId(),
  structureName: 'Mairie de Saint-Girons',
  role: 'responsable',
}
const month = calendarMonthSchema.parse('2026-10')
const address = `/structure/${townHall.structureId}/mois/${month}`
const [list, read, send] = [vi.mocked(fetchMonths), vi.mocked(fetchMonthToVouch), vi.mocked(sendVouching)]
const awa = aPersonId()
let app: AppOnDevice

beforeEach(() => {
  for (const call of [list, read, send]) call.mockReset()
  app = anApp({ givenName: 'Chantal', familyName: 'Rouch', scopes: [], memberships: [townHall] })
})

function aLine(fields: Partial<SealLine> = {}): SealLine {
  return {
    advisor: awa,
    name: 'Awa Diallo',
    figures: { ...zeroFigures(), activities: 12, accompaniments: 15, minutes: 600, mission1: 9 },
    days: {
      workingDays: 22,
      reported: 20,
      silent: [
        { day: calendarDaySchema.parse('2026-10-05'), why: 'conge' },
        { day: calendarDaySchema.parse('2026-10-06'), why: null },
      ],
    },
    anomalies: { settled: 0, left: 1 },
    sum: '0'.repeat(64),
    ...fields,
  }
}

function aMonth(fields: Partial<MonthToVouch> = {}): MonthToVouch {
  const line = aLine()
  return {
    countedAt: '2026-11-23T10:00:00.000Z',
    standing: 'to-vouch',
    vouchableFrom: calendarDaySchema.parse('2026-11-02'),
    seen: 'a'.repeat(64),
    read: {
      structure: { id: townHall.structureId, name: townHall.structureName },
      month,
      totals: line.figures,
      lines: [line],
      anomalies: [
        {
          key: 'k',
          kind: 'long-day',
          version: 1,
          advisor: awa,
          sentence: 'Une longue journée.',
          settled: null,
        },
      ],
      waiting: [{ advisor: awa, lastSeen: '2026-10-28T08:00:00.000Z', isWaiting: true }],
    },
    seals: [],
    changes: { reports: [], left: 0, figures: zeroFigures() },
    ...fields,
  }
}

function aSeal() {
  return {
    id: sealIdSchema.parse(aUuid()),
    code: sealCodeSchema.parse('0123456789AB'),
    number: 1,
    sealedAt: '2026-11-03T09:05:00.000Z',
    byName: 'Chantal Rouch',
    totals: zeroFigures(),
    reservations: [],
  }
}

function answers(answer: MonthToVouch): void {
  read.mockResolvedValue({ ok: true, figures: answer })
}

const theButton = () => screen.findByRole('button', { name: 'Attester le mois d’octobre 2026' })

test('the list says of each month where it stands, and opens it', async () => {
  const months: StructureMonths['months'] = (['2026-11', '2026-10', '2026-09', '2026-08'] as const).map(
    (text, index) => ({
      month: calendarMonthSchema.parse(text),
      standing: (['not-yet', 'to-vouch', 'vouched', 'to-review'] as const)[index] ?? 'not-yet',
      vouchableFrom: calendarDaySchema.parse('2026-12-01'),
      sealedAt: index > 1 ? '2026-11-03T09:05:00.000Z' : null,
      byName: index > 1 ? 'Chantal Rouch' : null,
    }),
  )
  list.mockResolvedValue({ ok: true, figures: { countedAt: '2026-11-23T10:00:00.000Z', months } })
  app.opens(`/structure/${townHall.structureId}/mois`)
  const rows = await screen.findAllByRole('link', { name: /2026/ })
  expect(
    rows.map((row) => within(row).getByText(/^(Pas encore|À attester|Attesté|À revoir)$/).textContent),
  ).toEqual(['Pas encore', 'À attester', 'Attesté', 'À revoir'])
  expect(rows[1]).toHaveAttribute('href', address)
  expect(await accessibilityViolations()).toEqual([])
})

test('a month reads like a letter: figures, lines, silences, points, what may still come, the sentence', async () => {
  answers(aMonth())
  app.opens(address)
  expect(await screen.findByRole('heading', { level: 1, name: 'Le mois d’octobre 2026' })).toBeVisible()
  expect(await screen.findByRole('rowheader', { name: 'Awa Diallo' })).toBeVisible()
  expect(
    screen.getByText(/2\sjours ouvrés sans compte rendu\s: 1 congé, 1 sans absence notée\./),
  ).toBeVisible()
  expect(screen.getByText(/1\spoint à regarder, 0\spoint réglé\./)).toBeVisible()
  expect(screen.getByRole('link', { name: 'Les regarder' })).toHaveAttribute(
    'href',
    `/structure/${townHall.structureId}/regard/2026-10`,
  )
  expect(screen.getByText(/des envois attendaient encore sur un appareil/)).toBeVisible()
  expect(screen.getByText(/Je me porte responsable de la fiabilité de ces informations\./)).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
})

describe('vouching', () => {
  test('sends what was read, with a reservation on somebody, and says that it is done', async () => {
    answers(aMonth())
    send.mockResolvedValue({ ok: true, month: aMonth({ standing: 'vouched', seals: [aSeal()] }) })
    app.opens(address)
    await app.user.click(await screen.findByRole('button', { name: 'Ajouter une réserve' }))
    await app.user.selectOptions(screen.getByLabelText('Elle porte sur'), 'Awa Diallo')
    await app.user.type(screen.getByLabelText('Votre réserve'), 'Une permanence manque.')
    await app.user.click(await theButton())
    expect(send.mock.calls[0]?.slice(0, 2)).toEqual([
      { structure: townHall.structureId, month },
      {
        id: expect.any(String),
        seen: 'a'.repeat(64),
        reservations: [{ advisor: awa, text: 'Une permanence manque.' }],
      },
    ])
    expect(await screen.findByText('Le mois d’octobre 2026 est attesté.')).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Attester/ })).toBeNull()
    expect(screen.getByText('0123-4567-89AB')).toBeVisible()
    expect(await accessibilityViolations()).toEqual([])
  })

  test('with an empty reservation names the field, and sends nothing', async () => {
    answers(aMonth())
    app.opens(address)
    await app.user.click(await screen.findByRole('button', { name: 'Ajouter une réserve' }))
    await app.user.click(await theButton())
    expect(await screen.findByText('Écrivez une phrase, ou laissez vide.')).toBeVisible()
    expect(send).not.toHaveBeenCalled()
  })

  test('of what has changed meanwhile shows the new figures, and keeps what was typed', async () => {
    answers(aMonth())
    send.mockResolvedValue({ ok: false, reason: 'month-changed' })
    app.opens(address)
    await app.user.click(await screen.findByRole('button', { name: 'Ajouter une réserve' }))
    await app.user.type(screen.getByLabelText('Votre réserve'), 'Une permanence manque.')
    const changed = aMonth({ seen: 'b'.repeat(64) })
    answers({ ...changed, read: { ...changed.read, totals: { ...zeroFigures(), activities: 4321 } } })
    await app.user.click(await theButton())
    expect(await screen.findByText(/Les informations de ce mois ont changé/)).toBeVisible()
    expect(await screen.findByText(/4\s321/)).toBeVisible()
    expect(screen.getByLabelText('Votre réserve')).toHaveValue('Une permanence manque.')
    await app.user.click(await theButton())
    const [first, second] = send.mock.calls.map(([, body]) => body)
    expect(second?.seen).toBe('b'.repeat(64))
    expect(second?.id).not.toBe(first?.id)
  })

  test('without network keeps everything and says so', async () => {
    answers(aMonth())
    send.mockResolvedValue({ ok: false, reason: 'offline' })
    app.opens(address)
    await app.user.click(await theButton())
    expect(await screen.findByText(/Le mois n’est pas encore attesté/)).toBeVisible()
  })

  test('isn’t offered to a lecteur, nor before the month is over', async () => {
    app = anApp({ givenName: 'Lise', scopes: [], memberships: [{ ...townHall, role: 'lecteur' }] })
    answers(aMonth())
    app.opens(address)
    expect(await screen.findByText(/Seule une personne responsable/)).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Attester/ })).toBeNull()
  })

  test('waits for the first working day of the next month', async () => {
    answers(aMonth({ standing: 'not-yet' }))
    app.opens(address)
    expect(await screen.findByText(/à partir du 2\snovembre 2026/)).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Attester/ })).toBeNull()
  })
})

test('a month to be reviewed says which reports, and what they do to each figure', async () => {
  const id = aDocumentId()
  const figures = { ...zeroFigures(), minutes: 15, accompanimentMinutes: 15 }
  answers(
    aMonth({
      standing: 'to-review',
      seals: [aSeal()],
      changes: {
        reports: [
          {
            advisor: awa,
            id,
            what: 'changed',
            day: calendarDaySchema.parse('2026-10-14'),
            kind: 'individuel',
            figures,
          },
        ],
        left: 0,
        figures,
      },
    }),
  )
  app.opens(address)
  const section = await screen.findByRole('region', { name: 'Ce qui a changé depuis l’attestation' })
  expect(
    within(section).getByRole('link', { name: /14\soctobre 2026, accompagnement individuel/ }),
  ).toHaveAttribute('href', `/structure/${townHall.structureId}/activites/${id}`)
  expect(within(section).getByRole('cell', { name: 'Modifié' })).toBeVisible()
  expect(within(section).getAllByText(/heures \+15\smin/)[0]).toBeVisible()
  expect(await theButton()).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
})
