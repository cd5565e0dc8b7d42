import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sameJson, type Json } from '../../../src/domain/json.ts'
import { collections } from '../../../src/domain/sync/collections.ts'
import { changedFields, groupOf, groupsOf, pick, withFields } from '../../../src/domain/sync/fields.ts'
import { mergeFields } from '../../../src/domain/sync/merge.ts'
import { aReport } from '../../builders/a-report.ts'

const rules = collections.report

describe('the group of a field', () => {
  test('holds the fields that only make sense together', () => {
    expect(groupOf(rules, 'procedureName')).toEqual(['themes', 'administrativeThemes', 'procedureName'])
    expect(groupOf(rules, 'orientation')).toEqual(['oriented', 'orientation'])
  })

  test.each(['place', 'minutes', 'beneficiary', 'equipment', 'aFieldOfTomorrow'])(
    'of %s is itself',
    (field) => {
      expect(groupOf(rules, field)).toEqual([field])
    },
  )
})

test('fields are told apart by their groups, those that are there', () => {
  const fields = ['procedureName', 'minutes', 'oriented', 'themes', 'aFieldOfTomorrow']
  expect(groupsOf(rules, fields)).toEqual([
    ['minutes'],
    ['aFieldOfTomorrow'],
    ['procedureName', 'themes'],
    ['oriented'],
  ])
})

describe('what a save changed', () => {
  test('is each field that differs, with its value before', () => {
    expect(changedFields(rules, aReport({ minutes: 45 }), aReport({ minutes: 60 }))).toEqual({
      set: { minutes: 60 },
      base: { minutes: 45 },
    })
  })

  test('is the whole group of a field that differs, absent fields being null', () => {
    const before = aReport({ themes: ['email'] })
    const after = aReport({
      themes: ['aide_aux_demarches_administratives'],
      administrativeThemes: ['logement'],
    })
    expect(changedFields(rules, before, after)).toEqual({
      set: {
        themes: ['aide_aux_demarches_administratives'],
        administrativeThemes: ['logement'],
        procedureName: null,
      },
      base: { themes: ['email'], administrativeThemes: null, procedureName: null },
    })
  })

  test('says null for a field that was taken away', () => {
    expect(changedFields(rules, aReport({ notes: 'Revenir' }), aReport())).toEqual({
      set: { notes: null },
      base: { notes: 'Revenir' },
    })
  })

  test('is nothing where nothing differs, whatever the order of the keys', () => {
    const before = aReport({ place: { kind: 'domicile', commune: '09261' } })
    const after = aReport({ place: { commune: '09261', kind: 'domicile' } })
    expect(changedFields(rules, before, after)).toEqual({ set: {}, base: {} })
  })

  test('brings any document to any other one, through the merge', () => {
    const anyValue = fc.constantFrom<Json>('a', 1, false, ['x'], { k: 'v' })
    const names = ['themes', 'procedureName', 'oriented', 'orientation', 'tags', 'minutes', 'constructor']
    const anyBody = fc.dictionary(fc.constantFrom(...names), anyValue)
    fc.assert(
      fc.property(anyBody, anyBody, (before, after) => {
        const merge = mergeFields(rules, before, changedFields(rules, before, after), 'current')
        expect(sameJson(merge.body, after)).toBe(true)
        expect(merge.lost).toEqual({})
      }),
    )
  })
})

describe('a body with fields laid over', () => {
  test('takes their values, and loses those that are null', () => {
    expect(withFields({ a: 1, b: 2, c: 3 }, { b: 'two', c: null, d: 4 })).toEqual({ a: 1, b: 'two', d: 4 })
  })

  test('changes neither of the two', () => {
    const body = Object.freeze({ a: 1 })
    const set = Object.freeze({ a: null })
    expect(withFields(body, set)).toEqual({})
  })
})

test('fields that every object inherits are nobody’s', () => {
  expect(pick({}, ['constructor', 'toString'])).toEqual({ constructor: null, toString: null })
})
