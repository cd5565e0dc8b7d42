import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sameJson, valueAt, type Json, type JsonObject } from '../../../src/domain/json.ts'
import type { CollectionRules } from '../../../src/domain/sync/collections.ts'
import { groupOf, withFields } from '../../../src/domain/sync/fields.ts'
import { mergeFields, type Winner } from '../../../src/domain/sync/merge.ts'

/** A small collection: one group of three fields, one set, and fields alone. */
const rules: CollectionRules = {
  groups: [['city', 'street', 'number']],
  sets: ['tags'],
  dayOf: () => undefined,
}
const fields = ['city', 'street', 'number', 'tags', 'title', 'size', 'constructor']

const anyValue: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, 'a', 'b', 1, 2, true, ['x'], ['x', 'y'], ['y', 'z'], [], { k: 1 }, { k: null }),
)
const anyBody = fc.dictionary(fc.constantFrom(...fields), anyValue).map((body) => withFields({}, body))
const anySet: fc.Arbitrary<JsonObject> = fc.dictionary(fc.constantFrom(...fields), anyValue)
const anyWinner = fc.constantFrom<Winner>('mine', 'current')
/** A base as devices make them: a value for every field of the op. */
const anyOp = fc.tuple(anySet, anyBody).map(([set, seen]) => ({ set, base: seen }))

const isPlainSet = (field: string, ...bodies: JsonObject[]) =>
  rules.sets.includes(field) && bodies.every((body) => body[field] == null || Array.isArray(body[field]))

describe('for any document and any op', () => {
  test('I9 nothing outside the fields of the op changes', () => {
    fc.assert(
      fc.property(anyBody, anyOp, anyWinner, (current, op, winner) => {
        const merge = mergeFields(rules, current, op, winner)
        for (const field of fields) {
          if (Object.hasOwn(op.set, field)) continue
          expect(valueAt(merge.body, field)).toEqual(valueAt(current, field))
          expect(Object.hasOwn(merge.taken, field) || Object.hasOwn(merge.lost, field)).toBe(false)
        }
      }),
    )
  })

  test('I8 every value of the op is current or lost', () => {
    fc.assert(
      fc.property(anyBody, anyOp, anyWinner, (current, op, winner) => {
        const { body, lost } = mergeFields(rules, current, op, winner)
        for (const [field, value] of Object.entries(op.set)) {
          if (isPlainSet(field, op.set, op.base, current)) continue
          const kept = [valueAt(body, field), valueAt(lost, field)]
          expect(kept.some((candidate) => sameJson(value, candidate))).toBe(true)
        }
      }),
    )
  })

  test('I8b a concurrent value is never replaced without being lost', () => {
    fc.assert(
      fc.property(anyBody, anyOp, anyWinner, (current, op, winner) => {
        const { body, lost } = mergeFields(rules, current, op, winner)
        const replaced = Object.keys(op.set).filter((field) => {
          const now = valueAt(current, field)
          const concurrent = !sameJson(now, valueAt(op.base, field))
          return (
            concurrent && !sameJson(now, valueAt(body, field)) && !isPlainSet(field, op.set, op.base, current)
          )
        })
        expect(replaced.map((field) => valueAt(lost, field))).toEqual(
          replaced.map((field) => valueAt(current, field) ?? null),
        )
      }),
    )
  })

  test('what is said to be taken is exactly what changed', () => {
    fc.assert(
      fc.property(anyBody, anyOp, anyWinner, (current, op, winner) => {
        const { body, taken } = mergeFields(rules, current, op, winner)
        expect(sameJson(body, withFields(current, taken))).toBe(true)
        expect(sameJson(body, current)).toBe(Object.keys(taken).length === 0)
      }),
    )
  })

  test('I3 a second delivery of the same op changes nothing more', () => {
    fc.assert(
      fc.property(anyBody, anyOp, (current, op) => {
        const once = mergeFields(rules, current, op, 'mine')
        expect(sameJson(mergeFields(rules, once.body, op, 'mine').body, once.body)).toBe(true)
      }),
    )
  })

  test('a group is taken whole or lost whole', () => {
    fc.assert(
      fc.property(anyBody, anyOp, anyWinner, (current, op, winner) => {
        const { taken } = mergeFields(rules, current, op, winner)
        const group = groupOf(rules, 'city').filter((field) => Object.hasOwn(op.set, field))
        const takenOf = group.filter((field) => Object.hasOwn(taken, field))
        expect([0, group.length]).toContain(takenOf.length)
      }),
    )
  })

  test('edits of different groups, seen from the same document, give the same result in either order', () => {
    const ofGroup = fc.dictionary(fc.constantFrom('city', 'street', 'number'), anyValue)
    const ofOthers = fc.dictionary(fc.constantFrom('title', 'size', 'tags'), anyValue)
    fc.assert(
      fc.property(anyBody, ofGroup, ofOthers, anyWinner, (seen, first, second, winner) => {
        const apply = (body: JsonObject, set: JsonObject) =>
          mergeFields(rules, body, { set, base: seen }, winner)
        const [oneThenTwo, twoThenOne] = [
          apply(apply(seen, first).body, second),
          apply(apply(seen, second).body, first),
        ]
        expect(sameJson(oneThenTwo.body, twoThenOne.body)).toBe(true)
        expect([oneThenTwo.lost, twoThenOne.lost]).toEqual([{}, {}])
      }),
    )
  })
})

describe('a set', () => {
  const merged = (base: Json, mine: Json, current: Json) =>
    mergeFields(rules, { tags: current }, { set: { tags: mine }, base: { tags: base } }, 'current')

  test('keeps what either side added, and leaves out what either side removed', () => {
    expect(merged(['a', 'b'], ['a', 'c'], ['b', 'd', 'a'])).toEqual({
      body: { tags: ['d', 'a', 'c'] },
      taken: { tags: ['d', 'a', 'c'] },
      lost: {},
    })
  })

  test('that both sides changed in the same way is not changed again', () => {
    expect(merged(['a'], ['a', 'b', 'c'], ['a', 'c', 'b'])).toEqual({
      body: { tags: ['a', 'c', 'b'] },
      taken: {},
      lost: {},
    })
  })

  test('is taken as it was put in order when nobody else changed it', () => {
    expect(merged(['a', 'b'], ['b', 'a'], ['a', 'b']).body).toEqual({ tags: ['b', 'a'] })
  })

  test('that was taken away goes when nothing else was added, and keeps what was', () => {
    expect(merged(['a', 'b'], null, ['a']).body).toEqual({})
    expect(merged(['a'], null, ['a', 'b']).body).toEqual({ tags: ['b'] })
  })

  test('given as something else is a value that collides, not a set that empties', () => {
    expect(merged(['a'], 'b', ['c'])).toEqual({ body: { tags: ['c'] }, taken: {}, lost: { tags: 'b' } })
  })

  test('of any members ends with those added on either side and without those removed', () => {
    const all: readonly string[] = ['a', 'b', 'c', 'd', 'e']
    const anyMembers = fc.uniqueArray(fc.constantFrom(...all))
    fc.assert(
      fc.property(anyMembers, anyMembers, anyMembers, (base, mine, current) => {
        const { body } = merged(base, mine, current)
        const expected = all.filter((item) =>
          base.includes(item)
            ? mine.includes(item) && current.includes(item)
            : mine.includes(item) || current.includes(item),
        )
        expect(new Set([body['tags']].flat())).toEqual(new Set(expected))
      }),
    )
  })
})

describe('a group', () => {
  test('changed on both sides is decided whole: its fields only make sense together', () => {
    const merge = mergeFields(
      rules,
      { city: 'Foix', street: 'Allées', number: 3 },
      {
        set: { city: 'Pamiers', street: 'Jeu', number: 3 },
        base: { city: 'Foix', street: 'Marché', number: 3 },
      },
      'mine',
    )
    expect(merge).toEqual({
      body: { city: 'Pamiers', street: 'Jeu', number: 3 },
      taken: { city: 'Pamiers', street: 'Jeu', number: 3 },
      lost: { city: 'Foix', street: 'Allées' },
    })
  })

  test('I18 keeps the fields of it that an older device does not know', () => {
    const merge = mergeFields(
      rules,
      { city: 'Foix', street: 'Allées', number: 3 },
      { set: { city: 'Pamiers' }, base: { city: 'Foix' } },
      'mine',
    )
    expect(merge.body).toEqual({ city: 'Pamiers', street: 'Allées', number: 3 })
  })
})
