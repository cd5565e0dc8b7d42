import { expect, test } from 'vitest'
import { formatDuration, formatHours } from '../../../../src/app/ui/format/duration.ts'

test.each([
  [0, '0\u00A0min'],
  [5, '5\u00A0min'],
  [45, '45\u00A0min'],
  [60, '1\u00A0h'],
  [65, '1\u00A0h\u00A005'],
  [90, '1\u00A0h\u00A030'],
  [1439, '23\u00A0h\u00A059'],
  [74_070, '1\u202F234\u00A0h\u00A030'],
])('%d minutes are written %j', (minutes, text) => {
  expect(formatDuration(minutes)).toBe(text)
})

test.each([
  [0, '0\u00A0h'],
  [1860, '31\u00A0h'],
  [1889, '31\u00A0h'],
  [1890, '32\u00A0h'],
])('%d minutes in hours are %j', (minutes, text) => {
  expect(formatHours(minutes)).toBe(text)
})
