import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldName, foldNames, foldTyped } from '../../../src/domain/territory/fold-name.ts'

test.each([
  ['SAINT-GIRONS', 'saint girons'],
  ['St Girons', 'saint girons'],
  ['Ste-Foy-lès-Lyon', 'sainte foy les lyon'],
  ["L'Haÿ-les-Roses", 'l hay les roses'],
  ['L’Haÿ', 'l hay'],
  ['Œuilly', 'oeuilly'],
  ['E\u0301pernay', 'epernay'],
  ['Bors (Canton de Tude-et-Lavalette)', 'bors canton de tude et lavalette'],
  ['Plouarzel\nSt', 'plouarzel saint'],
  ['Strasbourg', 'strasbourg'],
  [' - ', ''],
])('%j is folded to %j', (name, folded) => {
  expect(foldName(name)).toBe(folded)
})

test('a folded name is folded to itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(foldName(foldName(name))).toBe(foldName(name))
    }),
  )
})

test('names folded together are folded as they are one by one, each after a space', () => {
  const anyName = fc.string({ unit: fc.constantFrom(...Array.from('aé-œ (st)eS \u00a0’')) })
  fc.assert(
    fc.property(fc.array(anyName, { minLength: 1 }), (names) => {
      expect(foldNames(names).map((key) => key.trim())).toEqual(names.map(foldName))
      for (const key of foldNames(names)) expect(key).toMatch(/^( [a-z0-9]+)*$/)
    }),
  )
})

test.each([
  ['st', ['saint', 'st']],
  ['Pont ste', ['pont sainte', 'pont ste']],
  ['st ste', ['saint sainte', 'saint ste']],
  ['st ', ['saint']],
  ['st-', ['saint']],
  ['st girons', ['saint girons']],
  ['est', ['est']],
  ['', []],
  [' ’ ', []],
])('%j typed is read as %j', (text, readings) => {
  expect(foldTyped(text)).toEqual(readings)
})
