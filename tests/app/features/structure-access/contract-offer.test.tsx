import { screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { ContractOffer } from '../../../../src/domain/access/contract-offer.ts'
import { postFactIdSchema } from '../../../../src/domain/commitments/post-ids.ts'
import { errorCatalogue, type ErrorCode } from '../../../../src/domain/errors.ts'
import {
  acceptContractOffer,
  declineContractOffer,
  fetchContractOffer,
} from '../../../../src/app/data/contract-offers.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'
import { day } from '../../../builders/a-post-fact.ts'
import { aUuid } from '../../../builders/an-id.ts'

vi.mock('../../../../src/app/data/contract-offers.ts', () => ({
  acceptContractOffer: vi.fn<typeof acceptContractOffer>(),
  declineContractOffer: vi.fn<typeof declineContractOffer>(),
  fetchContractOffer: vi.fn<typeof fetchContractOffer>(),
}))

const offer: ContractOffer = {
  structureName: 'Mairie de Saint-Girons',
  role: 'advisor',
  starts: day('2026-12-01'),
  ends: day('2027-11-30'),
  terms: 'cdd',
  weeklyMinutes: 1050,
  invitedBy: 'Chantal Rouch',
  expiresAt: '2026-11-30T10:00:00.000Z',
  seen: postFactIdSchema.parse(aUuid()),
}
let app: AppOnDevice

beforeEach(() => {
  vi.resetAllMocks()
  app = anApp({ scopes: [] })
  vi.mocked(fetchContractOffer).mockResolvedValue({ ok: true, value: offer })
  vi.mocked(acceptContractOffer).mockResolvedValue({ ok: true })
  vi.mocked(declineContractOffer).mockResolvedValue({ ok: true })
})

function problemOf(code: ErrorCode) {
  const { status, title, next } = errorCatalogue[code]
  return { type: `urn:espace-coop:${code}`, title, status, code, detail: next }
}

test('says whose contract it is, for which days, and what accepting gives, before anything is sent', async () => {
  app.opens('/contrat/secret')
  expect(await screen.findByText('Mairie de Saint-Girons')).toBeVisible()
  expect(screen.getByText(/^du .*1.* décembre 2026 au .*30 novembre 2027$/)).toBeVisible()
  expect(screen.getByText(/La structure voit votre nom, et lit ces comptes rendus/)).toBeVisible()
  expect(acceptContractOffer).not.toHaveBeenCalled()
  expect(await accessibilityViolations()).toEqual([])
})

test('is accepted as it was read', async () => {
  app.opens('/contrat/secret')
  await app.user.click(await screen.findByRole('button', { name: 'Accepter ce contrat' }))
  expect(acceptContractOffer).toHaveBeenCalledWith('secret', offer.seen)
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Accepter ce contrat' })).toBeNull())
})

test('is refused by one button, and accepts nothing', async () => {
  app.opens('/contrat/secret')
  await app.user.click(await screen.findByRole('button', { name: 'Refuser' }))
  expect(declineContractOffer).toHaveBeenCalledWith('secret')
  expect(acceptContractOffer).not.toHaveBeenCalled()
})

test('that the structure corrected in the meantime says so, and offers nothing to accept', async () => {
  vi.mocked(acceptContractOffer).mockResolvedValue({ ok: false, problem: problemOf('offer-changed') })
  app.opens('/contrat/secret')
  await app.user.click(await screen.findByRole('button', { name: 'Accepter ce contrat' }))
  expect(await screen.findByText(errorCatalogue['offer-changed'].title)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Accepter ce contrat' })).toBeNull()
})
