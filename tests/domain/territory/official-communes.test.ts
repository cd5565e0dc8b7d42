import { describe, expect, test } from 'vitest'
import { parseOfficialCommunes } from '../../../src/domain/territory/official-communes.ts'
import { aCommune } from '../../builders/a-commune.ts'
import { officialCommunes } from '../../builders/official-communes.ts'

const record = {
  code: '09261',
  nom: 'Saint-Girons',
  type: 'commune-actuelle',
  codesPostaux: ['09200'],
  population: 6320,
}

test('a commune of the file is one of ours', () => {
  expect(parseOfficialCommunes([record])).toEqual([aCommune()])
})

test('a territory where nobody lives has no postal code', () => {
  const {
    codesPostaux: _,
    population: __,
    ...empty
  } = { ...record, code: '98412', nom: 'Archipel des Kerguelen' }
  expect(parseOfficialCommunes([empty])).toEqual([
    aCommune({ code: '98412', name: 'Archipel des Kerguelen', postalCodes: [], population: 0 }),
  ])
})

test.each(['commune-deleguee', 'commune-associee'])('a %s is no commune of today', (type) => {
  expect(parseOfficialCommunes([{ ...record, type }])).toEqual([])
})

test.each([
  ['a code of another shape', { code: '9261' }, /commune/],
  ['a department that doesn’t exist', { code: '20261' }, /No department for the commune 20261/],
  ['a postal code of another shape', { codesPostaux: ['9200'] }, /codesPostaux/],
  ['no name', { nom: '' }, /nom/],
])('a file with %s is refused', (_, wrong, refusal) => {
  expect(() => parseOfficialCommunes([{ ...record, ...wrong }])).toThrow(refusal)
})

describe('the official file', () => {
  const communes = officialCommunes()
  const inDepartment = (department: string) => communes.filter((commune) => commune.department === department)

  test('has all of France, each commune once', () => {
    expect(communes.length).toBeGreaterThan(34_000)
    expect(new Set(communes.map(({ code }) => code)).size).toBe(communes.length)
    expect(new Set(communes.map(({ department }) => department)).size).toBe(109)
  })

  test('has the communes overseas', () => {
    const count = Object.fromEntries(
      ['971', '974', '976', '987', '988'].map((d) => [d, inDepartment(d).length]),
    )
    expect(count).toEqual({ 971: 32, 974: 24, 976: 17, 987: 48, 988: 33 })
  })

  test('has the arrondissements of Paris, Lyon and Marseille beside the communes', () => {
    expect(inDepartment('75')).toHaveLength(1 + 20)
    expect(communes.filter(({ name }) => /^(Lyon|Marseille)( |$)/.test(name))).toHaveLength(1 + 9 + 1 + 16)
  })
})
