import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CodePlaces } from '../../../src/server/columnar-copy/code-places.ts'

test('a code has one place, by when it came first, and is found at it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 5000 })), { maxLength: 200 }),
      (codes) => {
        const known = new CodePlaces()
        const different = [...new Set(codes)]
        expect(codes.map((code) => known.placeOf(code))).toEqual(codes.map((code) => different.indexOf(code)))
        expect([...known.all()]).toEqual(different)
        expect(known.length).toBe(different.length)
      },
    ),
  )
})
