import { expect, test } from 'vitest'
import { randomIds } from '../../src/server/clock-and-ids.ts'

test('ids come in the order in which they were made, also within a millisecond, and none comes twice', () => {
  const ids = Array.from({ length: 20_000 }, () => randomIds.newId())
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  const uuidOfVersion7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
  expect(ids.filter((id) => !uuidOfVersion7.test(id))).toEqual([])
})
