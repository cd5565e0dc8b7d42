import { expect, test } from 'vitest'
import { sheetsNeeded } from '../../../../../src/app/features/read-figures/bilan/paper-sheets.ts'

/** Inside the margins of A4, in px. */
const room = (271 * 96) / 25.4

test('each part begins a sheet, and takes as many as its height asks for', () => {
  expect(sheetsNeeded([])).toBe(0)
  expect(sheetsNeeded([0.5 * room])).toBe(1)
  expect(sheetsNeeded([0.2 * room, 0.2 * room])).toBe(2)
  expect(sheetsNeeded([1.2 * room, 0.2 * room])).toBe(3)
})

test('what nearly fills a sheet isn’t said to fit: letters on paper may take a little more', () => {
  expect(sheetsNeeded([0.98 * room])).toBe(1)
  expect(sheetsNeeded([0.999 * room])).toBe(2)
})
