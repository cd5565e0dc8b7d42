import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/domain/json.ts'
import { placeNameMaxLength, placeSchema } from '../../../src/domain/place/place.ts'
import { collections } from '../../../src/domain/sync/collections.ts'
import { validateBody } from '../../../src/domain/sync/validate-body.ts'
import { aPlace } from '../../builders/a-place.ts'

const validityOf = (fields: JsonObject) => validateBody('place', aPlace(fields))

test('a place has a name and a commune', () => {
  expect(validityOf({})).toEqual({ valid: true })
  expect(validityOf({ name: 'é'.repeat(placeNameMaxLength), commune: '2B033' })).toEqual({ valid: true })
})

test('I18 fields of a newer version are kept', () => {
  const place = aPlace({ opening: ['mardi'] })
  expect(placeSchema.parse(place)).toEqual(place)
})

test('a place has no day of activity', () => {
  expect(collections.place.dayOf(aPlace())).toBeUndefined()
})

describe('a place is refused', () => {
  test.each<[string, JsonObject, string]>([
    ['name', { name: '' }, 'Donnez un nom au lieu.'],
    ['name', { name: '  ' }, 'Donnez un nom au lieu.'],
    ['name', { name: 'x'.repeat(placeNameMaxLength + 1) }, 'Le nom du lieu compte 120 caractères au plus.'],
    ['commune', { commune: '9261' }, 'Choisissez une commune.'],
    ['commune', { commune: null }, 'Choisissez une commune.'],
  ])('for its %s: %j', (field, fields, message) => {
    expect(validityOf(fields)).toEqual({ valid: false, field, message })
  })
})
