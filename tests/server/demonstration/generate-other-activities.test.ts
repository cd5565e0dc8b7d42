import { expect, test } from 'vitest'
import { addDays, calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import { kindsOfAdvisor, kindsOfCoordinator } from '../../../src/domain/report/kinds.ts'
import { demonstrationAssignments } from '../../../src/server/demonstration/demonstration-assignments.ts'
import { isFrenchHoliday, weekdayOf } from '../../../src/domain/french-calendar.ts'
import { generateOtherActivities } from '../../../src/server/demonstration/generate-other-activities.ts'

const today = calendarDaySchema.parse('2026-11-23')
const now = new Date('2026-11-23T15:00:00Z')
const generated = demonstrationAssignments(today).map((assignment) => ({
  assignment,
  activities: generateOtherActivities(assignment, { today, now }),
}))

test('each files the kinds of its role, and every kind but the accompaniment of one person is there', () => {
  const all = new Set<unknown>()
  for (const { assignment, activities } of generated) {
    const kinds = new Set(activities.map(({ body }) => body['kind']))
    const allowed: readonly unknown[] =
      assignment.role === 'coordinator' ? kindsOfCoordinator : kindsOfAdvisor
    expect([...kinds].filter((kind) => !allowed.includes(kind))).toEqual([])
    for (const kind of kinds) all.add(kind)
  }
  expect(all).toEqual(new Set(['collectif', 'hors_accompagnement', 'evenement', 'animation', 'partenariat']))
})

test('nothing is in the future, on a Sunday or on a public holiday', () => {
  const wrong = generated
    .flatMap(({ activities }) => activities)
    .filter(({ body, filedAt }) => {
      const day = calendarDaySchema.parse(body['date'])
      return day > today || filedAt > now || weekdayOf(day) === 6 || isFrenchHoliday(day)
    })
  expect(wrong).toEqual([])
})

test('a later moment adds activities and changes none', () => {
  for (const { assignment, activities } of generated) {
    const later = generateOtherActivities(assignment, {
      today: addDays(today, 30),
      now: new Date('2026-12-23T15:00:00Z'),
    })
    expect(later.length).toBeGreaterThan(activities.length)
    expect(later.map(({ id }) => id)).toEqual(expect.arrayContaining(activities.map(({ id }) => id)))
  }
})
