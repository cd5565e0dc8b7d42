import { assert, constantFrom, integer, property, record, uniqueArray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../../src/domain/calendar-day.ts'
import {
  halfDaysToReport,
  reportIdOnHalfDay,
  reportOnHalfDay,
  type ReportableHalfDay,
} from '../../../../src/domain/commitments/training/report-on-half-day.ts'
import { horsAccompagnementSchema } from '../../../../src/domain/report/hors-accompagnement.ts'
import { scopeIdSchema } from '../../../../src/domain/ids.ts'
import { awasScope, day } from '../../../builders/a-post-fact.ts'
import { aSession } from '../../../builders/a-training-fact.ts'
import { aUuid } from '../../../builders/an-id.ts'

const today = day('2026-11-23')
const evening = { today, minute: 18 * 60 }

function aHalf(fields: Partial<ReportableHalfDay> = {}): ReportableHalfDay {
  return { day: addDays(today, -1), half: 'matin', presence: null, isFiled: false, ...fields }
}

const yesterday = addDays(today, -1)
const wholeDay = [aHalf(), aHalf({ half: 'apres_midi' })]

describe('the report on a half-day of training', () => {
  test('has one id for a person, whichever device files it, and another for another person', () => {
    const session = aSession()
    expect(reportIdOnHalfDay(awasScope, session)).toBe(reportIdOnHalfDay(awasScope, session))
    expect(reportIdOnHalfDay(scopeIdSchema.parse(aUuid()), session)).not.toBe(
      reportIdOnHalfDay(awasScope, session),
    )
    expect(reportIdOnHalfDay(awasScope, aSession())).not.toBe(reportIdOnHalfDay(awasScope, session))
  })

  test('is begun with its day, half of a day of seven hours and what it was for', () => {
    const of = { day: yesterday, title: 'Posture', isExam: false }
    expect(reportOnHalfDay(of)).toEqual({
      kind: 'hors_accompagnement',
      activity: 'formation',
      date: yesterday,
      minutes: 210,
      title: 'Posture',
      isFromAfar: false,
    })
    expect(reportOnHalfDay({ ...of, isExam: true }).activity).toBe('certification')
    const { minutes, activity } = reportOnHalfDay(of)
    expect(horsAccompagnementSchema.shape.minutes.safeParse(minutes).success).toBe(true)
    expect(horsAccompagnementSchema.shape.activity.safeParse(activity).success).toBe(true)
  })
})

describe('a half-day', () => {
  test('is asked for once it is over, for sixty days, unless it was missed', () => {
    const [morning, afternoon] = [aHalf({ day: today }), aHalf({ day: today, half: 'apres_midi' })]
    const asked = (minute: number) => halfDaysToReport([morning, afternoon], [], { today, minute })
    expect([asked(12 * 60), asked(13 * 60), asked(18 * 60)]).toEqual([[], [morning], [morning, afternoon]])
    const longAgo = [aHalf({ day: addDays(today, -60) }), aHalf({ day: addDays(today, -61) })]
    expect(halfDaysToReport(longAgo, [], evening)).toEqual([longAgo[0]])
    const present = aHalf({ presence: 'present' })
    const missed = [aHalf({ presence: 'excused' }), aHalf({ presence: 'unexcused' })]
    expect(halfDaysToReport([...missed, present], [], evening)).toEqual([present])
  })

  test('that already is a report isn’t asked for, under its own id or by hand', () => {
    expect(halfDaysToReport([aHalf({ isFiled: true })], [{ day: yesterday, minutes: 210 }], evening)).toEqual(
      [],
    )
    expect(halfDaysToReport([aHalf()], [{ day: yesterday, minutes: 60 }], evening)).toEqual([])
    expect(halfDaysToReport(wholeDay, [{ day: yesterday, minutes: 420 }], evening)).toEqual([])
    expect(halfDaysToReport(wholeDay, [{ day: addDays(today, -2), minutes: 420 }], evening)).toEqual(wholeDay)
  })

  test('beside one that was reported by hand is asked for once', () => {
    expect(halfDaysToReport(wholeDay, [{ day: yesterday, minutes: 240 }], evening)).toHaveLength(1)
    const filed = [aHalf({ isFiled: true }), aHalf({ half: 'apres_midi' })]
    expect(halfDaysToReport(filed, [{ day: yesterday, minutes: 210 }], evening)).toEqual([filed[1]])
    // Its own report says the whole day.
    expect(halfDaysToReport(filed, [{ day: yesterday, minutes: 420 }], evening)).toEqual([])
  })

  test('is asked for no more once what was asked for is filed, and no day has more reports than half-days', () => {
    const halves = uniqueArray(
      record({
        back: integer({ min: 0, max: 3 }),
        half: constantFrom('matin' as const, 'apres_midi' as const),
      }),
      { selector: ({ back, half }) => `${back} ${half}`, maxLength: 8 },
    )
    const byHand = uniqueArray(
      record({ back: integer({ min: 0, max: 3 }), minutes: integer({ min: 5, max: 600 }) }),
      {
        maxLength: 4,
      },
    )
    assert(
      property(halves, byHand, (planned, written) => {
        const halfDays = planned.map(({ back, half }) => aHalf({ day: addDays(today, -back), half }))
        const times = written.map(({ back, minutes }) => ({ day: addDays(today, -back), minutes }))
        const asked = halfDaysToReport(halfDays, times, evening)
        const filed = halfDays.map((one) => ({ ...one, isFiled: asked.includes(one) }))
        const own = asked.map((one) => ({ day: one.day, minutes: 210 }))
        expect(halfDaysToReport(filed, [...times, ...own], evening)).toEqual([])
        for (const one of asked) {
          const ofDay = (each: { day: string }) => each.day === one.day
          expect([...times, ...own].filter(ofDay).length).toBeLessThanOrEqual(halfDays.filter(ofDay).length)
        }
      }),
    )
  })
})
