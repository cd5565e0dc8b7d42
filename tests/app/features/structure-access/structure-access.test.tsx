import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { StructureAccess, StructureMember } from '../../../../src/domain/access/structure-access.ts'
import type { Membership } from '../../../../src/domain/access/signed-in-person.ts'
import { accessRequestIdSchema, invitationIdSchema, personIdSchema } from '../../../../src/domain/ids.ts'
import {
  acceptInvitation,
  askForAccess,
  changeStructureAccess,
  fetchInvitation,
  fetchOwnEmployer,
  fetchStructureAccess,
} from '../../../../src/app/data/structure-access.ts'
import { errorCatalogue, type ErrorCode } from '../../../../src/domain/errors.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'
import { aPersonId, aStructureId, aUuid } from '../../../builders/an-id.ts'

vi.mock('../../../../src/app/data/structure-access.ts', () => ({
  acceptInvitation: vi.fn<typeof acceptInvitation>(),
  askForAccess: vi.fn<typeof askForAccess>(),
  changeStructureAccess: vi.fn<typeof changeStructureAccess>(),
  fetchInvitation: vi.fn<typeof fetchInvitation>(),
  fetchOwnEmployer: vi.fn<typeof fetchOwnEmployer>(),
  fetchStructureAccess: vi.fn<typeof fetchStructureAccess>(),
}))

const townHall: Membership = {
  structureId: aStructureId(),
  structureName: 'Mairie de Saint-Girons',
  role: 'responsable',
}
const since = '2026-11-01T08:00:00.000Z'
const address = `/structure/${townHall.structureId}/acces`
const karim = aMember('Karim Boudjema', 'lecteur')
let app: AppOnDevice
let chantal: StructureMember

beforeEach(() => {
  vi.resetAllMocks()
  app = anApp({ givenName: 'Chantal', scopes: [], memberships: [townHall] })
  chantal = { ...aMember('Chantal Rouch', 'responsable'), personId: app.person.id }
  vi.mocked(changeStructureAccess).mockResolvedValue({ ok: true, value: undefined })
})

function aMember(name: string, role: StructureMember['role']): StructureMember {
  const personId = personIdSchema.parse(aPersonId())
  return { personId, name, email: `${name.split(' ')[0]?.toLowerCase()}@mairie.example`, role, since }
}

function hasAccess(access: Partial<StructureAccess>): void {
  const value = { members: [chantal], invitations: [], requests: [], ...access }
  vi.mocked(fetchStructureAccess).mockResolvedValue({ ok: true, value })
}

function refusal(code: ErrorCode) {
  const { status, title, next } = errorCatalogue[code]
  const problem = { type: `urn:espace-coop:${code}`, title, status, code, detail: next }
  return { ok: false as const, problem }
}

test('the last responsable can neither be removed nor lose the role, and it is said why', async () => {
  hasAccess({ members: [chantal, karim] })
  app.opens(address)
  const list = await screen.findByRole('list', { name: 'Ont accès' })
  expect(
    within(list)
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual(['Rendre responsable Karim Boudjema', 'Retirer Karim Boudjema'])
  expect(screen.getByText(/Il y a une seule personne responsable/)).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
})

test('somebody is removed once that is confirmed, and not before', async () => {
  hasAccess({ members: [chantal, karim] })
  app.opens(address)
  await app.user.click(await screen.findByRole('button', { name: 'Retirer Karim Boudjema' }))
  expect(changeStructureAccess).not.toHaveBeenCalled()
  await app.user.click(screen.getByRole('button', { name: 'Annuler' }))
  expect(changeStructureAccess).not.toHaveBeenCalled()
  await app.user.click(screen.getByRole('button', { name: 'Retirer Karim Boudjema' }))
  hasAccess({ members: [chantal] })
  await app.user.click(screen.getByRole('button', { name: 'Retirer l’accès' }))
  expect(changeStructureAccess).toHaveBeenCalledWith(townHall.structureId, {
    kind: 'remove',
    member: karim.personId,
  })
  expect(await screen.findByText('L’accès de Karim Boudjema est retiré.')).toBeVisible()
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Retirer Karim Boudjema' })).toBeNull())
})

test('an address that is none is said at its field, and what the server refuses leaves what was typed', async () => {
  hasAccess({})
  app.opens(address)
  const field = await screen.findByLabelText('Adresse électronique')
  await app.user.type(field, 'karim')
  await app.user.click(screen.getByRole('button', { name: 'Envoyer l’invitation' }))
  await waitFor(() => expect(field).toBeInvalid())
  await waitFor(() => expect(field).toHaveFocus())
  expect(changeStructureAccess).not.toHaveBeenCalled()
  await app.user.type(field, '@ailleurs.example')
  vi.mocked(changeStructureAccess).mockResolvedValue(refusal('already-invited'))
  await app.user.click(screen.getByRole('button', { name: 'Envoyer l’invitation' }))
  expect(await screen.findByText('Une invitation attend déjà cette personne.')).toBeVisible()
  expect(field).toHaveValue('karim@ailleurs.example')
  vi.mocked(changeStructureAccess).mockResolvedValue({ ok: true, value: undefined })
  await app.user.click(screen.getByRole('button', { name: 'Envoyer l’invitation' }))
  await waitFor(() => expect(field).toHaveValue(''))
  expect(changeStructureAccess).toHaveBeenLastCalledWith(townHall.structureId, {
    kind: 'invite',
    email: 'karim@ailleurs.example',
    role: 'lecteur',
  })
})

test('requests and invitations wait in lists of their own, to be answered and withdrawn', async () => {
  hasAccess({
    requests: [
      { id: accessRequestIdSchema.parse(aUuid()), name: 'Bruno', email: 'b@mairie.example', askedAt: since },
    ],
    invitations: [
      {
        id: invitationIdSchema.parse(aUuid()),
        email: 'k@ailleurs.example',
        role: 'lecteur',
        invitedAt: since,
        expiresAt: since,
      },
    ],
  })
  app.opens(address)
  await app.user.click(await screen.findByRole('button', { name: 'Accepter Bruno' }))
  expect(changeStructureAccess).toHaveBeenLastCalledWith(
    townHall.structureId,
    expect.objectContaining({ kind: 'answer', role: 'lecteur' }),
  )
  expect(screen.getByText(/N’est plus valable/)).toBeVisible()
  await app.user.click(screen.getByRole('button', { name: 'Retirer l’invitation pour k@ailleurs.example' }))
  expect(changeStructureAccess).toHaveBeenLastCalledWith(
    townHall.structureId,
    expect.objectContaining({ kind: 'withdraw' }),
  )
  expect(await accessibilityViolations()).toEqual([])
})

test('who only reads sees who has access, and changes nothing', async () => {
  app = anApp({ scopes: [], memberships: [{ ...townHall, role: 'lecteur' }] })
  hasAccess({ members: [chantal, karim] })
  app.opens(address)
  const list = await screen.findByRole('list', { name: 'Ont accès' })
  expect(within(list).queryByRole('button')).toBeNull()
  expect(screen.queryByLabelText('Adresse électronique')).toBeNull()
  expect(screen.getByText(/adressez-vous à une personne responsable/)).toBeVisible()
})

test('another structure’s access is not asked for, by its address', async () => {
  app.opens(`/structure/${aStructureId()}/acces`)
  expect(await screen.findByText('Vous n’avez pas accès à cette structure.')).toBeVisible()
  expect(fetchStructureAccess).not.toHaveBeenCalled()
})

test('one asks for access to the structure that employs one, and reads that it is sent', async () => {
  const employer = {
    structure: { id: townHall.structureId, name: townHall.structureName },
    isMember: false,
    hasResponsable: false,
    request: null,
  }
  vi.mocked(fetchOwnEmployer).mockResolvedValue({ ok: true, value: employer })
  vi.mocked(askForAccess).mockResolvedValue(refusal('already-asked'))
  app.opens('/employeurs/demande')
  await app.user.click(await screen.findByRole('button', { name: 'Demander l’accès' }))
  expect(await screen.findByText('Votre demande est déjà envoyée.')).toBeVisible()
  const request = { askedAt: since, status: 'open' as const }
  vi.mocked(askForAccess).mockResolvedValue({ ok: true, value: { ...employer, request } })
  await app.user.click(screen.getByRole('button', { name: 'Demander l’accès' }))
  expect(await screen.findByText('Votre demande est envoyée.')).toBeVisible()
  expect(screen.getByText(/Réponse de la préfecture/)).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
})

test('an invitation says what it offers, uses nothing up by being opened, and says why where it is refused', async () => {
  const offer = {
    structureId: townHall.structureId,
    structureName: townHall.structureName,
    role: 'lecteur' as const,
    invitedBy: 'Chantal Rouch',
    expiresAt: since,
  }
  vi.mocked(fetchInvitation).mockResolvedValue({ ok: true, value: offer })
  vi.mocked(acceptInvitation).mockResolvedValue(refusal('invitation-withdrawn'))
  app.opens('/invitation/un-secret')
  expect(await screen.findByText(/Chantal Rouch vous invite/)).toBeVisible()
  expect(acceptInvitation).not.toHaveBeenCalled()
  await app.user.click(screen.getByRole('button', { name: 'Accepter l’invitation' }))
  expect(await screen.findByText('Cette invitation a été retirée.')).toBeVisible()
  expect(acceptInvitation).toHaveBeenCalledWith('un-secret')
})

test('an invitation for another address is refused in so many words', async () => {
  vi.mocked(fetchInvitation).mockResolvedValue(refusal('invitation-other-address'))
  app.opens('/invitation/un-secret')
  expect(
    await screen.findByText('Cette invitation est destinée à une autre adresse électronique.'),
  ).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Accepter l’invitation' })).toBeNull()
})
