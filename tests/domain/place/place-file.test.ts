import { toSchemaLieuxDeMediationNumerique } from '@gouvfr-anct/lieux-de-mediation-numerique'
import { expect, test } from 'vitest'
import { isPlaceFile, readPlace } from '../../../src/domain/place/place-file.ts'
import { placeSchema } from '../../../src/domain/place/place.ts'
import { aScopeId } from '../../builders/an-id.ts'

const scope = aScopeId()
const noCommune = () => undefined

const bus = {
  id: 'structure-4561',
  pivot: '00000000000000',
  nom: 'Bus France Services',
  commune: 'Saint-Girons',
  code_insee: '09261',
  code_postal: '09200',
  adresse: '12 BIS RUE DE LA RÉPUBLIQUE',
  latitude: '42.98',
  longitude: '1,145',
  typologie: 'RFS|ASSO',
  itinerance: 'Itinérant|Fixe',
  date_maj: '2026-01-01',
}

test('a place of the national schema is a place of ours, with what we show of it', () => {
  const read = readPlace(bus, scope, noCommune)
  expect(read).toMatchObject({
    comes: true,
    body: {
      name: 'Bus France Services',
      commune: '09261',
      address: '12 BIS RUE DE LA RÉPUBLIQUE',
      postalCode: '09200',
      itinerant: true,
      officialId: 'structure-4561',
      typology: 'RFS',
      latitude: 42.98,
      longitude: 1.145,
    },
  })
  expect(placeSchema.safeParse(read.comes && read.body).success).toBe(true)
})

test('the same file brings the same place of a scope; one with another name is another, for past reports name the first', () => {
  const again = readPlace({ ...bus, adresse: '3 rue de la Gare' }, scope, noCommune)
  const first = readPlace(bus, scope, noCommune)
  expect(again.comes && again.id).toBe(first.comes && first.id)
  const renamed = readPlace({ ...bus, nom: 'Bus numérique' }, scope, noCommune)
  expect(renamed.comes && renamed.id).not.toBe(first.comes && first.id)
  const elsewhere = readPlace(bus, aScopeId(), noCommune)
  expect(elsewhere.comes && elsewhere.id).not.toBe(first.comes && first.id)
})

test('without an INSEE code the commune is found by name and postal code, or the line says why not', () => {
  const { code_insee: _code, ...named } = bus
  const found = readPlace(named, scope, (name, postal) =>
    name + postal === 'Saint-Girons09200' ? '09261' : undefined,
  )
  expect(found).toMatchObject({ comes: true, body: { commune: '09261' } })
  expect(readPlace(named, scope, noCommune)).toEqual({
    comes: false,
    text: 'La commune ne se reconnaît pas\u00A0: donnez son code INSEE.',
  })
})

test('what the schema’s own library writes is such a file, and is read', () => {
  // The library's branded types can only be had from its own constructors; the shape is its documented one.
  const lieu = {
    id: 'abc',
    nom: 'Médiathèque',
    pivot: '43493312300029',
    adresse: { commune: 'Saint-Girons', code_postal: '09200', voie: '3 rue de la Gare', code_insee: '09261' },
    localisation: { latitude: 42.98, longitude: 1.14 },
    typologies: ['BIB'],
    itinerance: ['Fixe'],
    date_maj: new Date('2026-01-01'),
  }
  const [written] = toSchemaLieuxDeMediationNumerique([lieu as never])
  if (!written) throw new Error('the library wrote nothing')
  const fields = Object.fromEntries(Object.entries(written).map(([field, value]) => [field, String(value)]))
  expect(isPlaceFile(Object.keys(fields))).toBe(true)
  expect(readPlace(fields, scope, noCommune)).toMatchObject({
    comes: true,
    body: {
      name: 'Médiathèque',
      commune: '09261',
      address: '3 rue de la Gare',
      typology: 'BIB',
      officialId: 'abc',
    },
  })
})
