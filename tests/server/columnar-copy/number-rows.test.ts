import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { NumberRows } from '../../../src/server/columnar-copy/number-rows.ts'

test('rows have one place where they are the same, and are found at it, however many come', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }).chain((width) =>
        fc.tuple(
          fc.constant(width),
          fc.array(
            fc.array(fc.oneof(fc.integer({ min: -1, max: 3 }), fc.integer()), {
              minLength: width,
              maxLength: width,
            }),
            { maxLength: 300 },
          ),
        ),
      ),
      ([width, rows]) => {
        const columns = Array.from({ length: width }, (_, column) =>
          Int32Array.from(rows, (row) => row[column] ?? 0),
        )
        const known = new NumberRows(width)
        const places = rows.map((_, row) => known.placeOf(columns, row))
        const different = [...new Set(rows.map((row) => row.join(' ')))]
        expect(known.length).toBe(different.length)
        expect(places).toEqual(rows.map((row) => different.indexOf(row.join(' '))))
        expect(rows.map((_, row) => [...known.at(places[row] ?? -1)])).toEqual(rows)
      },
    ),
  )
})
