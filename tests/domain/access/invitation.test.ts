import { expect, test } from 'vitest'
import { endOfInvitation, refusalOfAcceptance } from '../../../src/domain/access/invitation.ts'

const made = new Date('2026-11-23T10:00:00.000Z')
const expiresAt = endOfInvitation(made).toISOString()
const invitation = { emailKey: 'bruno@mairie.example', expiresAt, outcome: null }
const bruno = { addresses: ['bruno@ancienne.example', 'bruno@mairie.example'], at: made.toISOString() }

test('an invitation lasts seven days, to the millisecond', () => {
  expect(expiresAt).toBe('2026-11-30T10:00:00.000Z')
  expect(refusalOfAcceptance(invitation, { ...bruno, at: '2026-11-30T09:59:59.999Z' })).toBeUndefined()
  expect(refusalOfAcceptance(invitation, { ...bruno, at: expiresAt })).toBe('invitation-expired')
})

test('whoever it is not for is told so, whatever became of it', () => {
  for (const outcome of [null, 'accepted', 'withdrawn'] as const)
    for (const at of [made.toISOString(), expiresAt])
      expect(refusalOfAcceptance({ ...invitation, outcome }, { addresses: ['awa@mairie.example'], at })).toBe(
        'invitation-other-address',
      )
})

test('whom it is for is told what became of it', () => {
  expect(refusalOfAcceptance({ ...invitation, outcome: 'accepted' }, bruno)).toBe('invitation-used')
  expect(refusalOfAcceptance({ ...invitation, outcome: 'withdrawn' }, bruno)).toBe('invitation-withdrawn')
})
