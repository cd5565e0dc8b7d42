import { describe, expect, test } from 'vitest'
import { absenceSchema, saidAbsenceSchema } from '../../../src/domain/absence/absence.ts'
import { absenceIn, overlap } from '../../../src/domain/absence/stored-absence.ts'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import { changedFields } from '../../../src/domain/sync/fields.ts'
import { collections } from '../../../src/domain/sync/collections.ts'

const leave = { kind: 'conge', from: '2026-11-23', to: '2026-11-27' }

test('an absence says why, from when to when, and who declared it', () => {
  expect(absenceSchema.safeParse({ ...leave, declaredBy: 'advisor' }).success).toBe(true)
  expect(absenceSchema.safeParse(leave).success).toBe(false)
})

test('I18 a field of a newer version is kept', () => {
  const body = { ...leave, declaredBy: 'structure', fieldOfLater: 'gardé' }
  expect(absenceSchema.parse(body)).toEqual(body)
})

test.each([
  ['ends before it begins', { to: '2026-11-20' }, 'to'],
  ['lasts for more than three years', { to: '2030-01-01' }, 'to'],
  ['takes neither the morning nor the afternoon', { to: leave.from, fromNoon: true, toNoon: true }, 'toNoon'],
  ['has days of the week and isn’t part-time', { weekdays: [2] }, 'weekdays'],
  ['is part-time and has no days of the week', { kind: 'temps_partiel' }, 'weekdays'],
  ['takes the whole week for part-time', { kind: 'temps_partiel', weekdays: [0, 1, 2, 3, 4] }, 'weekdays'],
  ['has a reason of its own', { kind: 'grippe' }, 'kind'],
])('one that %s is refused', (_, fields, field) => {
  const parsed = saidAbsenceSchema.safeParse({ ...leave, ...fields })
  expect(parsed.error?.issues[0]?.path[0]).toBe(field)
})

test('nothing but a word of the list travels of what an employer types', () => {
  const typed = { ...leave, note: 'opération du genou' }
  expect(saidAbsenceSchema.parse(typed)).toEqual(leave)
})

test('one whose kind a newer version made is read, and one without days isn’t', () => {
  const later = { ...leave, kind: 'sabbatique', declaredBy: 'advisor' }
  expect(absenceIn(later)).toMatchObject({ kind: 'sabbatique' })
  expect(absenceIn({ kind: 'conge' })).toBeUndefined()
})

test('I9 its days and its reason are one group: two corrections of it never make days that nobody chose', () => {
  const before = { ...leave, declaredBy: 'advisor' }
  const after = { ...before, to: '2026-11-25' }
  expect(changedFields(collections.absence, before, after).set).toEqual({
    kind: 'conge',
    from: '2026-11-23',
    to: '2026-11-25',
    fromNoon: null,
    toNoon: null,
    weekdays: null,
  })
})

describe('two absences overlap', () => {
  const days = (from: string, to: string) => ({
    from: calendarDaySchema.parse(from),
    to: calendarDaySchema.parse(to),
  })

  test.each([
    ['2026-11-27', '2026-11-30', true],
    ['2026-11-28', '2026-11-30', false],
    ['2026-11-01', '2026-11-23', true],
    ['2026-11-01', '2026-11-22', false],
  ])('with one from %s to %s: %s', (from, to, isSo) => {
    expect(overlap(days('2026-11-23', '2026-11-27'), days(from, to))).toBe(isSo)
  })
})
