import { describe, expect, test } from 'vitest'
import {
  chipMinutes,
  durationFields,
  minutesOf,
} from '../../../../src/app/features/file-report/duration-fields.ts'
import { offeredMinutes } from '../../../../src/domain/report/minutes.ts'

describe('minutes that the form says', () => {
  test.each([
    [{ duration: '45', otherHours: '', otherMinutes: '' }, 45],
    [{ duration: 'autre', otherHours: '1', otherMinutes: '15' }, 75],
    [{ duration: 'autre', otherHours: '', otherMinutes: '75' }, 75],
    [{ duration: 'autre', otherHours: '2', otherMinutes: '' }, 120],
    [{ duration: 'autre', otherHours: '1,5', otherMinutes: '' }, 90],
    [{ duration: '', otherHours: '3', otherMinutes: '' }, null],
    [{ duration: 'autre', otherHours: ' ', otherMinutes: '' }, null],
    [{ duration: 'autre', otherHours: 'une', otherMinutes: '' }, Number.NaN],
  ])('%j are %s', (fields, minutes) => {
    expect(minutesOf(fields)).toEqual(minutes)
  })
})

test('any number of minutes comes back from the form as it went in', () => {
  for (let minutes = 5; minutes <= 1439; minutes += 1) {
    expect(minutesOf(durationFields(minutes, offeredMinutes))).toBe(minutes)
  }
})

describe('durations that have a chip', () => {
  test('without habits, those offered to everybody', () => {
    expect(chipMinutes([], offeredMinutes)).toEqual([...offeredMinutes])
  })

  test('usual ones take the place of the last offered, and the shortest comes first', () => {
    expect(chipMinutes([50, 20], offeredMinutes)).toEqual([15, 20, 30, 45, 50, 60])
  })
})
