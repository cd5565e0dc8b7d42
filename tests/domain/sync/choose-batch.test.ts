import { describe, expect, test } from 'vitest'
import { chooseBatch, wireOp, type BatchLimits } from '../../../src/domain/sync/choose-batch.ts'
import { maxPushBytes } from '../../../src/domain/sync/limits.ts'
import { outboxChange } from '../../../src/domain/sync/outbox-change.ts'
import { opSchema } from '../../../src/domain/sync/op.ts'
import { aPendingOp } from '../../builders/a-device-document.ts'
import { aDocumentId, anOpId, aScopeId } from '../../builders/an-id.ts'

const scope = aScopeId()
const rejected = { code: 'invalid', message: 'Non.' }

function limits(fields: Partial<BatchLimits> = {}): BatchLimits {
  return { maxOps: 50, maxBytes: maxPushBytes, tried: new Set(), ...fields }
}

const numbers = (batch: { ops: readonly { n: number }[] }) => batch.ops.map(({ n }) => n)

describe('a batch', () => {
  test('I11 has one op of a document at most, the oldest', () => {
    const id = aDocumentId()
    const queue = [aPendingOp(1, { scope, id }), aPendingOp(2, { scope, id }), aPendingOp(3)]
    expect(numbers(chooseBatch(queue, limits()))).toEqual([1, 3])
  })

  test('I12 passes over what was refused, and sends what follows it', () => {
    const id = aDocumentId()
    const queue = [aPendingOp(1, { scope, id, rejected, frozen: true }), aPendingOp(2, { scope, id })]
    expect(numbers(chooseBatch(queue, limits()))).toEqual([2])
  })

  test('I12 puts what nobody decides behind all others, and never twice in a cycle', () => {
    const held = aPendingOp(1, { frozen: true, held: 'deferred' })
    const queue = [held, aPendingOp(2)]
    expect(numbers(chooseBatch(queue, limits()))).toEqual([2, 1])
    expect(numbers(chooseBatch(queue, limits({ maxOps: 1 })))).toEqual([2])
    expect(numbers(chooseBatch(queue, limits({ tried: new Set([held.opId]) })))).toEqual([2])
  })

  test('I11 an op that was tried keeps those behind it of the same document', () => {
    const id = aDocumentId()
    const first = aPendingOp(1, { scope, id, held: 'deferred' })
    const queue = [first, aPendingOp(2, { scope, id })]
    expect(numbers(chooseBatch(queue, limits({ tried: new Set([first.opId]) })))).toEqual([])
  })

  test('I20 fills a request by bytes, accents counted as they are sent', () => {
    const large = (n: number) => aPendingOp(n, { set: { notes: 'é'.repeat(50_000) } })
    expect(numbers(chooseBatch([large(1), large(2), large(3), aPendingOp(4)], limits()))).toEqual([1, 2, 4])
  })

  test('I12 sets aside what no request can carry', () => {
    const huge = aPendingOp(1, { set: { notes: 'x'.repeat(maxPushBytes) } })
    const batch = chooseBatch([huge, aPendingOp(2)], limits())
    expect(numbers(batch)).toEqual([2])
    expect(batch.tooLarge).toEqual([huge])
  })

  test('one op goes alone where even it is more than what was asked for', () => {
    expect(numbers(chooseBatch([aPendingOp(1), aPendingOp(2)], limits({ maxBytes: 1 })))).toEqual([1])
  })

  test('an op travels with the conflicts that it settles, and says nothing where it settles none', () => {
    const resolves = [anOpId()]
    expect(wireOp(aPendingOp(1, { resolves }))).toMatchObject({ resolves })
    for (const none of [null, []])
      expect(wireOp(aPendingOp(1, { resolves: none }))).not.toHaveProperty('resolves')
  })

  test('an op travels without what the device notes about it', () => {
    const op = aPendingOp(1, { frozen: true, held: 'deferred', quarantined: true })
    expect(opSchema.parse(wireOp(op))).toEqual(wireOp(op))
    expect(wireOp(op)).not.toHaveProperty('frozen')
  })
})

test('the outbox takes only what changed', () => {
  const [kept, changed, gone] = [aPendingOp(1), aPendingOp(2), aPendingOp(3)]
  const edited = { ...changed, frozen: true }
  const { n: _n, ...added } = aPendingOp(9)
  expect(outboxChange([kept, changed, gone], [kept, edited, added])).toEqual({
    remove: [3],
    put: [edited],
    add: [added],
  })
})
