import { describe, expect, test } from 'vitest'
import { viewOf } from '../../../src/domain/sync/view.ts'
import { anOpId } from '../../builders/an-id.ts'

const live = { state: 'live', body: { minutes: 30, notes: 'a' } } as const

describe('what a person sees', () => {
  test('is the server’s version when nothing waits', () => {
    expect(viewOf(live, [])).toEqual(live)
  })

  test('is their own ops alone for a report that the server has not got', () => {
    expect(viewOf(null, [{ kind: 'put', set: { minutes: 30 } }])).toEqual({
      state: 'live',
      body: { minutes: 30 },
    })
  })

  test('I11 is their ops in the order in which they were made', () => {
    const ops = [
      { kind: 'patch', set: { minutes: 45 } },
      { kind: 'patch', set: { minutes: 60, notes: null } },
    ] as const
    expect(viewOf(live, ops)).toEqual({ state: 'live', body: { minutes: 60 } })
  })

  test('is a deleted report until an edit brings it back', () => {
    const deletion = { kind: 'delete', set: {} } as const
    expect(viewOf(live, [deletion])).toEqual({ state: 'deleted', body: live.body })
    expect(viewOf(live, [deletion, { kind: 'patch', set: { minutes: 45 } }])).toEqual({
      state: 'live',
      body: { minutes: 45, notes: 'a' },
    })
  })

  test('I27 is nothing of what is erased, whatever follows', () => {
    const ops = [
      { kind: 'erase', set: {} },
      { kind: 'put', set: { notes: 'b' } },
      { kind: 'delete', set: {} },
    ] as const
    expect(viewOf(live, ops)).toEqual({ state: 'erased', body: {} })
    expect(viewOf({ state: 'erased', body: {} }, ops.slice(1))).toEqual({ state: 'erased', body: {} })
  })
})

test('a settlement of conflicts shows nothing else, and brings nothing back', () => {
  const settlement = { kind: 'patch', set: {}, resolves: [anOpId()] } as const
  const deleted = { ...live, state: 'deleted' } as const
  expect(viewOf(live, [settlement])).toEqual(live)
  expect(viewOf(deleted, [settlement])).toEqual(deleted)
  expect(viewOf(deleted, [{ kind: 'patch', set: {} }])).toEqual(live)
})
