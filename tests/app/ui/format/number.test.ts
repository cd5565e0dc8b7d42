import { expect, test } from 'vitest'
import { counted, formatNumber, formatShare, parseNumber } from '../../../../src/app/ui/format/number.ts'

test.each([
  [0, '0'],
  [1234.5, '1\u202F234,5'],
  [1234567, '1\u202F234\u202F567'],
  [-3.25, '-3,3'],
])('%d is written %j', (value, text) => {
  expect(formatNumber(value)).toBe(text)
})

test.each([
  [0.12, '12\u00A0%'],
  [1.5, '150\u00A0%'],
  [0.004, '0,4\u00A0%'],
  [0, '0\u00A0%'],
])('the share %d is written %j', (ratio, text) => {
  expect(formatShare(ratio)).toBe(text)
})

test.each([
  [0, '0\u00A0compte rendu'],
  [1, '1\u00A0compte rendu'],
  [2, '2\u00A0comptes rendus'],
  [1042, '1\u202F042\u00A0comptes rendus'],
])('%d is counted %j', (count, text) => {
  expect(counted(count, 'compte rendu', 'comptes rendus')).toBe(text)
})

test.each([
  ['90', 90],
  [' 1 234,5 ', 1234.5],
  ['1\u202F234', 1234],
  ['-2.5', -2.5],
  ['', null],
  ['1h30', null],
  ['1,2,3', null],
  ['Infinity', null],
])('%j typed is %j', (text, value) => {
  expect(parseNumber(text)).toBe(value)
})
