import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  hasResponsable,
  refusalOfFirst,
  refusalOfRemoval,
  refusalOfRole,
  roleAfter,
} from '../../../src/domain/access/change-members.ts'
import type { MemberRole } from '../../../src/domain/access/structure-access.ts'
import type { PersonId } from '../../../src/domain/ids.ts'
import { aPersonId } from '../../builders/an-id.ts'

const people = [aPersonId(), aPersonId(), aPersonId(), aPersonId()]
const anybody = fc.constantFrom(...people)
const anyRole = fc.constantFrom<MemberRole>('responsable', 'lecteur')
const anyMembers = fc
  .uniqueArray(fc.tuple(anybody, anyRole), { selector: ([person]) => person })
  .map((entries) => new Map<PersonId, MemberRole>(entries))

type Change = { kind: 'remove' } | { kind: 'role'; role: MemberRole }
const anyChange = fc.oneof(
  fc.constant<Change>({ kind: 'remove' }),
  anyRole.map((role): Change => ({ kind: 'role', role })),
)

test('whatever people do to each other, a structure that somebody answers for keeps somebody who does', () => {
  fc.assert(
    fc.property(anyMembers, fc.array(fc.tuple(anybody, anybody, anyChange)), (members, steps) => {
      fc.pre(hasResponsable(members))
      for (const [by, member, change] of steps) {
        if (change.kind === 'remove') {
          if (refusalOfRemoval(members, by, member) === undefined) members.delete(member)
        } else if (refusalOfRole(members, by, member, change.role) === undefined) {
          members.set(member, change.role)
        }
        expect(hasResponsable(members)).toBe(true)
      }
    }),
  )
})

test('nobody but a responsable changes anything, and nobody who has no access is changed', () => {
  fc.assert(
    fc.property(anyMembers, anybody, anybody, anyRole, (members, by, member, role) => {
      fc.pre(members.get(by) !== 'responsable' || !members.has(member))
      const expected = members.get(by) === 'responsable' ? 'not-a-member' : 'forbidden'
      const refusals = [refusalOfRemoval(members, by, member), refusalOfRole(members, by, member, role)]
      expect(refusals).toEqual([expected, expected])
    }),
  )
})

test('one of two responsables may remove the other, and oneself', () => {
  const [a, b] = [aPersonId(), aPersonId()]
  const members = new Map<PersonId, MemberRole>([
    [a, 'responsable'],
    [b, 'responsable'],
  ])
  expect([refusalOfRemoval(members, a, b), refusalOfRemoval(members, a, a)]).toEqual([undefined, undefined])
})

test('the State lets in where nobody answers yet, and only there', () => {
  fc.assert(
    fc.property(anyMembers, (members) => {
      expect(refusalOfFirst(members)).toBe(hasResponsable(members) ? 'has-responsable' : undefined)
    }),
  )
})

test('accepting gives what is offered, and takes nothing away', () => {
  expect(roleAfter(undefined, 'lecteur')).toBe('lecteur')
  expect(roleAfter('lecteur', 'responsable')).toBe('responsable')
  expect(roleAfter('responsable', 'lecteur')).toBe('responsable')
})
