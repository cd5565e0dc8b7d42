import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '../../../src/domain/calendar-day.ts'
import {
  isStopped,
  stoppedUntil,
  type ReminderAnswer,
} from '../../../src/domain/reminders/reminder-answer.ts'
import { isReached, reminderReaders } from '../../../src/domain/reminders/reminder-readers.ts'
import { reasonEntry, reasonNames, reasonsOf } from '../../../src/domain/reminders/reminder-reasons.ts'
import { reminderRules, rulesOn } from '../../../src/domain/reminders/reminder-rules.ts'
import { silenceOn } from '../../../src/domain/reminders/silence.ts'
import { isWrittenTo, latestMailBefore } from '../../../src/domain/reminders/whom-to-write.ts'
import { lookedAtOn as today, silentFor } from '../../builders/a-working-life.ts'

const anAnswer: fc.Arbitrary<ReminderAnswer> = fc
  .record({ reason: fc.constantFrom(...reasonNames), back: fc.integer({ min: 0, max: 70 }), which: fc.nat() })
  .map(({ reason, back, which }) => {
    const { by } = reasonEntry(reason)
    const reader = by[which % by.length] ?? 'advisor'
    return { reader, reason, on: addDays(today, -back) }
  })

test('an answer stops reminders for the time that the rule says, that day included', () => {
  const silence = silenceOn(silentFor(20), today)
  for (const reason of reasonsOf('advisor')) {
    const answers: ReminderAnswer[] = [{ reader: 'advisor', reason, on: today }]
    const days = reminderRules[0].answerDays[reason]
    const stopped = (after: number) => isStopped(answers, 'advisor', silence, addDays(today, after))
    expect([reason, stopped(0), stopped(days - 1), stopped(days)]).toEqual([reason, true, true, false])
  }
})

test('an answer never stops the reminders of those who come later', () => {
  fc.assert(
    fc.property(fc.array(anAnswer, { maxLength: 6 }), fc.integer({ min: 15, max: 80 }), (answers, days) => {
      const silence = silenceOn(silentFor(days), today)
      const ofAdvisor = answers.filter(({ reader }) => reader === 'advisor')
      expect(isStopped(ofAdvisor, 'structure', silence, today)).toBe(false)
      const notWatchers = answers.filter(({ reader }) => reader === 'advisor' || reader === 'structure')
      expect(isStopped(notWatchers, 'coordinator', silence, today)).toBe(false)
      expect(isStopped(notWatchers, 'state', silence, today)).toBe(false)
    }),
  )
})

test('whatever the order of answers, they stop as long', () => {
  fc.assert(
    fc.property(
      fc
        .array(anAnswer, { maxLength: 6 })
        .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      fc.constantFrom(...reminderReaders),
      ([answers, shuffled], reader) => {
        const silence = { since: addDays(today, -60) }
        expect(stoppedUntil(shuffled, reader, silence)).toBe(stoppedUntil(answers, reader, silence))
      },
    ),
  )
})

test('what was said of an earlier silence stops nothing of this one', () => {
  const silence = silenceOn(silentFor(20), today)
  const answers: ReminderAnswer[] = [{ reader: 'advisor', reason: 'left', on: silence.since }]
  expect(isStopped(answers, 'advisor', silence, today)).toBe(false)
})

test('those who are written to grow in number, and the advisor is left to the employer in the end', () => {
  const written = (days: number) =>
    reminderReaders.filter((reader) => isWrittenTo(reader, silenceOn(silentFor(days), today), [], today))
  expect([10, 20, 35, 50].map(written)).toEqual([
    [],
    ['advisor'],
    ['advisor', 'structure'],
    ['structure', 'coordinator', 'state'],
  ])
  expect(reminderReaders.filter((reader) => isReached(reader, 'structure'))).toEqual(['advisor', 'structure'])
})

test('nobody gets two messages within seven days, however often it is decided', () => {
  const minutes = fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 80 })
  fc.assert(
    fc.property(minutes, (gaps) => {
      let now = Date.parse(`${today}T09:00:00Z`)
      const sent: number[] = []
      for (const gap of gaps) {
        now += gap * 60_000
        const last = sent.at(-1)
        if (last === undefined || last <= latestMailBefore(new Date(now), today).getTime()) sent.push(now)
      }
      const between = sent.slice(1).map((at, index) => at - (sent[index] ?? 0))
      expect(between.every((ms) => ms >= 7 * 86_400_000)).toBe(true)
    }),
  )
})

test('rules hold from a day on, the oldest ones before', () => {
  const [first] = reminderRules
  expect(rulesOn(today)).toBe(first)
  expect(rulesOn(addDays(first.from, -1))).toBe(first)
  for (const [index, { version, from }] of reminderRules.entries()) {
    expect(version).toBe(index + 1)
    const before = reminderRules[index - 1]
    expect(before === undefined || daysBetween(before.from, from) > 0).toBe(true)
  }
})
