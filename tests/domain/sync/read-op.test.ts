import { describe, expect, test } from 'vitest'
import { maxJsonDepth } from '../../../src/domain/json.ts'
import { schemaVersion } from '../../../src/domain/sync/limits.ts'
import { readOp } from '../../../src/domain/sync/read-op.ts'
import { rejections } from '../../../src/domain/sync/rejection.ts'
import { aReport } from '../../builders/a-report.ts'
import { anOpId } from '../../builders/an-id.ts'
import { anOp } from '../../builders/an-op.ts'

const asSent = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** What becomes of an op in which one thing is wrong. */
function readWith(wrong: Record<string, unknown>) {
  const op = { ...anOp(), ...wrong }
  return { opId: op.opId, read: readOp(asSent(op), schemaVersion) }
}

function malformed(opId: unknown, field: string) {
  return {
    kind: 'malformed',
    opId,
    verdict: { status: 'rejected', error: { code: 'invalid', field, message: rejections.invalid } },
  }
}

test('an op is read as it was made', () => {
  const op = anOp()
  expect(readOp(asSent(op), schemaVersion)).toEqual({ kind: 'op', op })
})

test('I18 values of any shape travel in fields that only a newer version knows', () => {
  const op = anOp({ set: aReport({ attic: { boxes: [1, null, { deep: 'é' }] } }) })
  expect(readOp(asSent(op), schemaVersion)).toEqual({ kind: 'op', op })
})

test('the conflicts that an op settles are read; an older device names none', () => {
  for (const resolves of [[anOpId(), anOpId()], [], null]) {
    const op = anOp({ resolves })
    expect(readOp(asSent(op), schemaVersion)).toEqual({ kind: 'op', op })
  }
  const { opId, read } = readWith({ resolves: 'all of them' })
  expect(read).toEqual(malformed(opId, 'resolves'))
})

test('an id in capitals is the same id: it must find the same document', () => {
  const op = anOp()
  const read = readOp({ ...op, id: op.id.toUpperCase(), opId: op.opId.toUpperCase() }, schemaVersion)
  expect(read).toEqual({ kind: 'op', op })
})

describe('I12 an op that is wrong by itself is answered by itself', () => {
  test.each([
    ['scope', 'not-a-uuid'],
    ['id', 12],
    ['kind', 'merge'],
    ['collection', 'Report; drop table doc'],
    ['baseRev', -1],
    ['baseRev', 1.5],
    ['baseRev', '1'],
    ['set', ['minutes', 60]],
    ['set', null],
    ['base', 'minutes'],
    ['at', '23/11/2026'],
    ['at', '2026-02-30T10:00:00Z'],
    ['at', '0000-01-01T00:00:00Z'],
    ['at', '9999-12-31T23:59:59-12:00'],
    ['set', { constructor: 'x' }],
    ['set', { 'a field': 'x' }],
  ])('%s: %j', (field, value) => {
    const { opId, read } = readWith({ [field]: value })
    expect(read).toEqual(malformed(opId, field))
  })

  test('a text that the database cannot hold is named by its field', () => {
    for (const text of ['a\0b', 'half of a pair: \ud83d']) {
      const { opId, read } = readWith({ set: aReport({ notes: text }) })
      expect(read).toEqual(malformed(opId, 'set.notes'))
    }
  })

  test('values too deep inside one another are refused without a stack overflow', () => {
    let attic: unknown = 'floor'
    for (let depth = 0; depth <= maxJsonDepth; depth += 1) attic = [attic]
    const op = { ...anOp(), set: { attic } }
    expect(readOp(op, schemaVersion)).toEqual(malformed(op.opId, 'set.attic'))
    for (let depth = 0; depth < 200_000; depth += 1) attic = [attic]
    expect(readOp({ ...op, set: { attic } }, schemaVersion)).toEqual(malformed(op.opId, 'set.attic'))
  })

  test('what a newer device means waits for a newer server', () => {
    const op = { ...anOp(), kind: 'merge' }
    expect(readOp(op, schemaVersion + 1)).toEqual({
      kind: 'malformed',
      opId: op.opId,
      verdict: { status: 'deferred' },
    })
  })
})

test.each([null, 'an op', 42, [], {}, { opId: 'none' }])(
  '%j is unreadable: nobody can be answered',
  (raw) => {
    expect(readOp(raw, schemaVersion)).toEqual({ kind: 'unreadable', raw })
  },
)
