import { expect, test } from 'vitest'
import { themesInShort } from '../../../src/domain/report/themes-in-short.ts'

test.each([
  [[], 'Sans thématique'],
  [['email'], 'E-mail'],
  [['email', 'sante'], 'E-mail et 1\u00A0autre'],
  [['sante', 'email', 'parentalite'], 'Santé et 2\u00A0autres'],
  [['venue_du_futur'], 'Valeur inconnue'],
])('%j reads « %s »', (codes, text) => {
  expect(themesInShort(codes)).toBe(text)
})
