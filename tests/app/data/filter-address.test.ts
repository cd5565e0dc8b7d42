import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { filterOfQuery, queryOfFilter } from '../../../src/app/data/filter-address.ts'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import { facetNames, type FacetValue } from '../../../src/domain/report/search/facets.ts'

const day = fc.option(
  fc
    .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => calendarDaySchema.parse(date.toISOString().slice(0, 10))),
  { nil: undefined },
)
const values = fc
  .uniqueArray(
    fc
      .tuple(fc.constantFrom(...facetNames), fc.string({ minLength: 1 }))
      .map(([name, value]): FacetValue => `${name}:${value}`),
    { maxLength: 6 },
  )
  .map((list) => facetNames.flatMap((name) => list.filter((value) => value.startsWith(`${name}:`))))

test('a filter comes back from its address as it was', () => {
  fc.assert(
    fc.property(fc.string(), day, day, values, (typed, from, to, chosen) => {
      const text = typed.trim() === '' ? '' : typed
      const filter = { text, from, to, values: chosen }
      expect(filterOfQuery(queryOfFilter(filter))).toEqual(filter)
    }),
  )
})

test('what an address says wrongly is left out', () => {
  expect(filterOfQuery('du=hier&au=2026-11-20&couleur=bleu')).toEqual({
    text: '',
    from: undefined,
    to: '2026-11-20',
    values: [],
  })
})
