import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { narrowings, type JsonSchema } from './at-least-as-wide.ts'
import { thisRelease, type Release } from './record.ts'

/*
 * Every version that was released is written down (npm run record-release), and each later one is held to all of them:
 * a phone that slept through six builds must find its documents taken and its database opened.
 */

const released = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.json'))
  // Written by record-release.ts.
  .map((name) => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8')) as Release)

test('there are versions to be held to', () => {
  expect(released.map(({ version }) => version)).toContain('0.1.0')
})

describe.each(released)('after version $version', (release) => {
  test('I18 nothing that it may have written is refused', async () => {
    const now = await thisRelease()
    expect(now.schemaVersion).toBeGreaterThanOrEqual(release.schemaVersion)
    for (const [name, schema] of Object.entries(release.collections)) {
      // Both are JSON Schema, as zod writes it.
      const [older, newer] = [schema as JsonSchema, now.collections[name] as JsonSchema | undefined]
      expect(narrowings(older, newer, name)).toEqual([])
    }
  })

  test('P27 P28 its database opens: every table and index is there, under the same keys', async () => {
    const { database } = await thisRelease()
    expect(database.version).toBeGreaterThanOrEqual(release.database.version)
    for (const [name, [primary, ...indexes]] of Object.entries(release.database.tables)) {
      const [now, ...nowIndexes] = database.tables[name] ?? []
      expect([name, now]).toEqual([name, primary])
      expect(nowIndexes).toEqual(expect.arrayContaining(indexes))
    }
  })
})

describe('a narrower schema is found', () => {
  const object = (properties: Record<string, JsonSchema>, required: string[] = []): JsonSchema => ({
    type: 'object',
    properties,
    required,
  })

  test.each<[string, JsonSchema, JsonSchema, number]>([
    ['a code that is gone', { enum: ['a', 'b'] }, { enum: ['a'] }, 1],
    ['a code more', { enum: ['a'] }, { enum: ['a', 'b'] }, 0],
    ['a closer bound', { type: 'integer', maximum: 9 }, { type: 'integer', maximum: 8 }, 1],
    ['a wider bound', { type: 'integer', maximum: 9 }, { type: 'integer', maximum: 10 }, 0],
    ['a field that is required now', object({}), object({ a: {} }, ['a']), 1],
    ['a field that is optional now', object({ a: {} }, ['a']), object({ a: {} }), 0],
    ['a field of another type', object({ a: { type: 'string' } }), object({ a: { type: 'integer' } }), 1],
    [
      'an alternative that is gone',
      { oneOf: [{ const: 'a' }, { const: 'b' }] },
      { oneOf: [{ const: 'a' }] },
      1,
    ],
    ['an alternative more', { const: 'a' }, { oneOf: [{ const: 'a' }, { const: 'b' }] }, 0],
    [
      'in a list',
      { type: 'array', items: { enum: ['a', 'b'] } },
      { type: 'array', items: { enum: ['b'] } },
      1,
    ],
    ['another pattern', { type: 'string' }, { type: 'string', pattern: '^a$' }, 1],
  ])('%s', (_, older, newer, count) => {
    expect(narrowings(older, newer)).toHaveLength(count)
  })
})
