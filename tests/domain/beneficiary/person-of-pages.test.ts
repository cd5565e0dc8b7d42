import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { personOfPages, type PageOfPerson } from '../../../src/domain/beneficiary/person-of-pages.ts'
import type { JsonObject } from '../../../src/domain/json.ts'

const page = (id: string, body: JsonObject): PageOfPerson => ({ id, body })
const zoe = { firstName: 'Zoé', name: 'Bernard' }

test('a person of one page is what the page says', () => {
  const body = { ...zoe, phone: '0612345678', notes: 'Revenir', notSameAs: ['x'] }
  expect(personOfPages([page('a', body)])).toEqual(body)
})

test('what the page that stands doesn’t say, those merged into it say, and every note is kept', () => {
  const into = page('b', { ...zoe, email: 'zoe@exemple.fr', notes: 'Le mardi' })
  const from = page('a', { ...zoe, phone: '0612345678', notes: 'Revenir', mergedInto: 'b' })
  expect(personOfPages([into, from])).toEqual({
    ...zoe,
    email: 'zoe@exemple.fr',
    phone: '0612345678',
    notes: 'Le mardi\n\nRevenir',
  })
})

test('where both say something, the page that stands is right, unless the other was chosen', () => {
  const into = page('b', { ...zoe, birthYear: 1950, noPhone: true })
  const from = { ...zoe, name: 'Roux', birthYear: 1951, phone: '0612345678', mergedInto: 'b' }
  expect(personOfPages([into, page('a', from)])).toEqual({ ...zoe, birthYear: 1950, noPhone: true })
  expect(personOfPages([into, page('a', { ...from, prevailing: ['name', 'phone'] })])).toEqual({
    firstName: 'Zoé',
    name: 'Roux',
    birthYear: 1950,
    phone: '0612345678',
  })
})

test('what was chosen within a chain doesn’t choose for the page at its end', () => {
  const pages: [PageOfPerson, ...PageOfPerson[]] = [
    page('c', { ...zoe, birthYear: 1950 }),
    page('b', { ...zoe, birthYear: 1951, mergedInto: 'c' }),
    page('a', { ...zoe, birthYear: 1952, mergedInto: 'b', prevailing: ['birthYear'] }),
  ]
  expect(personOfPages(pages)['birthYear']).toBe(1950)
})

const text = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined })
const body = fc
  .record({ name: text, phone: text, email: text, notes: text })
  .map((fields): JsonObject => JSON.parse(JSON.stringify(fields)) as JsonObject)

test('a merge loses no field that only one of the pages has, and no note, in a circle too', () => {
  fc.assert(
    fc.property(
      body,
      body,
      fc.boolean(),
      fc.subarray(['name', 'phone', 'email']),
      (one, other, isCircle, prevailing) => {
        const into = page('a', isCircle ? { ...one, mergedInto: 'b' } : one)
        const view = personOfPages([into, page('b', { ...other, mergedInto: 'a', prevailing })])
        const said = (field: string) => [one[field], other[field]].filter((value) => value !== undefined)
        const lost = ['name', 'phone', 'email'].filter((field) =>
          said(field).length === 0 ? field in view : !said(field).includes(view[field] ?? null),
        )
        expect(lost).toEqual([])
        expect(
          said('notes').filter((note) => !JSON.stringify(view).includes(JSON.stringify(note).slice(1, -1))),
        ).toEqual([])
      },
    ),
  )
})
