import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOneColumn } from '../../../src/domain/report-message/one-column.ts'

const at = (minute: number) => `2026-11-20T10:${String(minute).padStart(2, '0')}:00.000Z`

test('what happened stands between what was said, by its hour', () => {
  const column = inOneColumn(
    [
      { at: at(10), said: 'question' },
      { at: at(30), said: 'answer' },
    ],
    [
      { at: at(20), said: 'read' },
      { at: at(5), said: 'filed' },
      { at: at(40), said: 'changed' },
    ],
  )
  expect(column.map(({ said }) => said)).toEqual(['filed', 'question', 'read', 'answer', 'changed'])
})

test('an answer by a clock that is late stays after its question', () => {
  const messages = [{ at: at(30) }, { at: at(10) }]
  expect(inOneColumn(messages, [{ at: at(20) }])).toEqual([{ at: at(20) }, ...messages])
})

test('nothing is lost or doubled, messages keep their order, and what happened is in the order of time', () => {
  const times = fc.array(fc.integer({ min: 0, max: 59 }))
  fc.assert(
    fc.property(times, times, (said, happened) => {
      const messages = said.map((minute, index) => ({ at: at(minute), index }))
      const events = happened.map((minute) => ({ at: at(minute), index: -1 }))
      const column = inOneColumn(messages, events)
      expect(column.filter(({ index }) => index >= 0)).toEqual(messages)
      const told = column.filter(({ index }) => index < 0).map((event) => event.at)
      expect(told).toEqual(events.map((event) => event.at).sort())
    }),
  )
})
