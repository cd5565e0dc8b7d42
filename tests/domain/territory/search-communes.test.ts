import { describe, expect, test } from 'vitest'
import type { Commune } from '../../../src/domain/territory/commune.ts'
import { decodeCommunes, encodeCommunes } from '../../../src/domain/territory/communes-index.ts'
import { searchableCommunes, searchCommunes } from '../../../src/domain/territory/search-communes.ts'
import { aCommune } from '../../builders/a-commune.ts'
import { officialCommunes } from '../../builders/official-communes.ts'

describe('among a few communes', () => {
  const aix = aCommune({ code: '13001', name: 'Aix', postalCodes: ['13090'], population: 100 })
  const aixen = aCommune({ code: '87001', name: 'Aixe', postalCodes: ['87700'], population: 6000 })
  const large = aCommune({ code: '59001', name: 'Bourg-Aix', postalCodes: ['59310'], population: 90_000 })
  const small = aCommune({ code: '60001', name: 'Petit Aix', postalCodes: ['13001'], population: 200 })
  const searchable = searchableCommunes([small, large, aixen, aix])
  const names = (text: string, limit = 10) => searchCommunes(searchable, text, limit).map(({ name }) => name)

  test('the whole name comes first, then the beginning of a name, then a word, the most populous first', () => {
    expect(names('aix')).toEqual(['Aix', 'Aixe', 'Bourg-Aix', 'Petit Aix'])
  })

  test('no more than asked come', () => {
    expect(names('aix', 2)).toEqual(['Aix', 'Aixe'])
    expect(names('aix', 0)).toEqual([])
  })

  test('the middle of a word is no match', () => {
    expect(names('ix')).toEqual([])
  })

  test('a postal code comes before the INSEE code, which keeps the last seat', () => {
    expect(names('13001')).toEqual(['Petit Aix', 'Aix'])
    expect(names('13001', 1)).toEqual(['Aix'])
    expect(names('130')).toEqual(['Petit Aix', 'Aix'])
  })

  test('nothing is found for nothing', () => {
    expect(['', ' ', '-', '?'].map((text) => names(text))).toEqual([[], [], [], []])
  })
})

describe('among France’s communes', () => {
  const communes = decodeCommunes(encodeCommunes(officialCommunes())) ?? []
  const searchable = searchableCommunes(communes)
  const search = (text: string, limit = 8) => searchCommunes(searchable, text, limit).map(shown)

  test.each([
    'saint girons',
    'st girons',
    'SAINT-GIRONS',
    'St. Girons',
    '  saint   girons ',
    'saintgirons',
    '09261',
  ])('%j finds Saint-Girons first', (text) => expect(search(text)[0]).toBe('Saint-Girons 09200 (09)'))

  test.each([
    ['09200', 'Saint-Girons 09200 (09)'],
    ['09 200', 'Saint-Girons 09200 (09)'],
    ['œuilly', 'Œuilly 51480 (51)'],
    ['oeuilly', 'Œuilly 51480 (51)'],
    ["l'haÿ", "L'Haÿ-les-Roses 94240 (94)"],
    ['l’hay', "L'Haÿ-les-Roses 94240 (94)"],
    ['lhay', "L'Haÿ-les-Roses 94240 (94)"],
    ['haÿ les', "L'Haÿ-les-Roses 94240 (94)"],
    ['Y', 'Y 80190 (80)'],
    ['stras', 'Strasbourg 67000 (67)'],
    ['st', 'Strasbourg 67000 (67)'],
    ['ste foy les', 'Sainte-Foy-lès-Lyon 69110 (69)'],
    [
      'saint-remy-en-bouzemont-saint-genest-et-isson',
      'Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson 51290 (51)',
    ],
    ['saint remy en bouz', 'Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson 51290 (51)'],
    ['Beaujeu St Vallier Pierrejux et Quitteur', 'Beaujeu-Saint-Vallier-Pierrejux-et-Quitteur 70100 (70)'],
    ['2a004', 'Ajaccio 20000 (2A)'],
    ['paris 12', 'Paris 12e Arrondissement 75012 (75)'],
    ['marseille 1er', 'Marseille 1er Arrondissement 13001 (13)'],
    ['mamoudzou', 'Mamoudzou 97600 (976)'],
    ['kerguelen', 'Archipel des Kerguelen (984)'],
  ])('%j finds %s first', (text, first) => {
    expect(search(text)[0]).toBe(first)
  })

  test('Paris comes before its arrondissements, by name and by postal code', () => {
    const [first, ...others] = search('paris', 21)
    expect(first).toBe('Paris 75001 (75)')
    expect(others.filter((name) => /^Paris \d+er? Arrondissement 750\d\d \(75\)$/.test(name))).toHaveLength(
      20,
    )
    expect(search('75012')).toEqual(['Paris 75001 (75)', 'Paris 12e Arrondissement 75012 (75)'])
    expect(search('75012 Paris')).toEqual(search('75012'))
  })

  test('homonyms are told apart, and by the beginning of a code', () => {
    const all = search('saint-denis', 4)
    expect(new Set(all).size).toBe(4)
    expect(all.slice(0, 2)).toEqual(['Saint-Denis 97400 (974)', 'Saint-Denis 93200 (93)'])
    expect(search('saint-denis 93')[0]).toBe('Saint-Denis 93200 (93)')
    expect(search('93200 st denis')).toEqual(['Saint-Denis 93200 (93)'])
  })

  test('no two communes look the same', () => {
    const seen = communes.map(shown)
    expect(new Set(seen).size).toBe(seen.length)
  })

  // A search among all takes some 2 ms, and 35,000 of them a minute: each is among those that begin like it.
  const groups = byBeginning(communes).map((some) => ({ some, among: searchableCommunes(some) }))

  test('every commune is found by its own full name', () => {
    const lost = groups.flatMap(({ some, among }) =>
      some.filter((commune) => !searchCommunes(among, commune.name, 20).includes(commune)),
    )
    expect(lost.map(shown)).toEqual([])
  })

  test('every commune is the first for its name and postal code', () => {
    const lost = groups.flatMap(({ some, among }) =>
      some.filter((commune) => {
        const typed = [commune.name, ...commune.postalCodes.slice(-1)].join(' ')
        return searchCommunes(among, typed, 1)[0] !== commune
      }),
    )
    expect(lost.map(shown)).toEqual([])
  })

  test('a commune is found by its INSEE code, even in a list of one', () => {
    const some = communes.filter((_, index) => index % 250 === 0)
    expect(
      some.filter(({ code }) => !searchCommunes(searchable, code, 1).some((c) => c.code === code)),
    ).toEqual([])
  })
})

/** As a person sees it in a list. */
function shown({ name, postalCodes, department }: Commune): string {
  return [name, ...postalCodes.slice(0, 1), `(${department})`].join(' ')
}

function byBeginning(communes: readonly Commune[]): readonly Commune[][] {
  const groups = new Map<string, Commune[]>()
  for (const commune of communes) {
    const beginning = commune.name.slice(0, 2)
    groups.set(beginning, [...(groups.get(beginning) ?? []), commune])
  }
  return [...groups.values()]
}
