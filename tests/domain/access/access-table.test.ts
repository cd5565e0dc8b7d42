import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  accessTable,
  lineOf,
  permits,
  type AccessAction,
  type Role,
  type ScopeAsked,
} from '../../../src/domain/access/access-table.ts'

const actions = Object.keys(accessTable) as AccessAction[] // its own keys
const kinds = ['structure', 'team', 'territory'] as const satisfies readonly ScopeAsked['over'][]
const roles = ['advisor', 'responsable', 'lecteur', 'coordinator', 'state'] as const satisfies readonly Role[]

const anyAction = fc.constantFrom(...actions)
const anyScope = fc.constantFrom(...kinds)

test('who holds no role over a scope may do nothing there', () => {
  fc.assert(fc.property(anyAction, anyScope, (action, over) => !permits(action, over, [])))
})

test('a line over one kind of scope gives nothing over another, whatever is held', () => {
  fc.assert(
    fc.property(
      anyAction,
      anyScope,
      (action, over) => lineOf(action).over === over || !permits(action, over, roles),
    ),
  )
})

test('a role lets in exactly where its line names it, and another beside it takes nothing away', () => {
  fc.assert(
    fc.property(anyAction, fc.subarray([...roles]), (action, held) => {
      const line = lineOf(action)
      if (!('roles' in line)) return
      const named: readonly Role[] = line.roles
      expect(permits(action, line.over, held)).toBe(held.some((role) => named.includes(role)))
    }),
  )
})
