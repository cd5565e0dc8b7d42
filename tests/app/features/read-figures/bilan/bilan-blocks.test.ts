import { expect, test } from 'vitest'
import {
  oneOfEachName,
  rowsOnPaper,
} from '../../../../../src/app/features/read-figures/bilan/bilan-blocks.ts'
import type { BlockRow } from '../../../../../src/app/features/read-figures/block-rows.ts'

const rows = (count: number): BlockRow[] =>
  Array.from({ length: count }, (_, index) => ({
    key: String(index),
    label: String(index),
    amount: count - index,
    share: undefined,
    value: undefined,
  }))

test('a page shows the first lines of a breakdown, and the last one rather than to say that one is missing', () => {
  expect([6, 7, 8].map((count) => rowsOnPaper({}, rows(count)).length)).toEqual([6, 7, 6])
})

test('what has an order is whole: the oldest people are not left out for being last', () => {
  expect(rowsOnPaper({ order: ['0'] }, rows(8))).toHaveLength(8)
})

test('places that two advisors call by one name are one line, of other breakdowns nothing is joined', () => {
  const named = (key: string, label: string, amount: number): BlockRow => {
    return { key, label, amount, share: amount / 16, value: undefined }
  }
  const lines = [named('a', 'Médiathèque', 7), named('b', 'Mairie', 5), named('c', 'Mairie', 4)]
  expect(oneOfEachName({ name: 'lieux' }, lines)).toEqual([
    named('b', 'Mairie', 9),
    named('a', 'Médiathèque', 7),
  ])
  expect(oneOfEachName({ name: 'communes' }, lines)).toEqual(lines)
})
