import { expect, test } from 'vitest'
import { tagMeant, tagsLike, withoutTag, withTagRenamed } from '../../../src/domain/report/tag-list.ts'

const known = ['été', 'sans rendez-vous', 'Rendez-vous manqué']

test.each([
  ['ETE', 'été'],
  ['Sans rendez vous', 'sans rendez-vous'],
  [' nouvelle ', 'nouvelle'],
  ['…', '…'],
])('« %s » is the tag « %s »', (typed, tag) => {
  expect(tagMeant(typed, known)).toBe(tag)
})

test('tags are offered by the beginning of any of their words', () => {
  expect(tagsLike('rend', known)).toEqual(['sans rendez-vous', 'Rendez-vous manqué'])
  expect(tagsLike('endez', known)).toEqual([])
  expect(tagsLike(' ', known)).toEqual([])
})

test('a tag that is renamed as another makes one of both; one that is taken out leaves the others', () => {
  expect(withTagRenamed(['ete', 'été', 'mardi'], 'ete', 'été')).toEqual(['été', 'mardi'])
  expect(withoutTag(['été', 'mardi'], 'été')).toEqual(['mardi'])
})
