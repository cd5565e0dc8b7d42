import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentIdSchema, type DocumentId } from '../../../src/domain/ids.ts'
import { messageWarnings } from '../../../src/domain/report-message/message-warnings.ts'
import {
  messageKinds,
  messageMaxLength,
  reportMessageSchema,
} from '../../../src/domain/report-message/report-message.ts'
import {
  inReadingOrder,
  openQuestions,
  type ThreadMessage,
} from '../../../src/domain/report-message/thread.ts'
import { aDocumentId } from '../../builders/an-id.ts'

const question = {
  report: '019ab000-0000-7000-8000-000000000001',
  kind: 'question',
  from: 'structure',
  fromName: 'Chantal Rouch',
  text: 'La durée est-elle bien de deux heures ?',
  rev: 1,
  at: '2026-11-23T10:00:00.000Z',
}

describe('a message on a report', () => {
  test('I18 is what somebody said, and keeps what a newer version adds', () => {
    const body = { ...question, fieldOfLater: 'gardé' }
    expect(reportMessageSchema.parse(body)).toEqual(body)
  })

  test('is never without words, but for a correction', () => {
    const { text: _text, ...silent } = question
    expect(reportMessageSchema.safeParse(silent).success).toBe(false)
    expect(reportMessageSchema.safeParse({ ...question, text: ' ' }).success).toBe(false)
    expect(reportMessageSchema.safeParse({ ...silent, kind: 'correction', from: 'advisor' }).success).toBe(
      true,
    )
  })

  test('has a length', () => {
    const long = (length: number) => reportMessageSchema.safeParse({ ...question, text: 'a'.repeat(length) })
    expect(long(messageMaxLength).success).toBe(true)
    expect(long(messageMaxLength + 1).success).toBe(false)
  })

  test('is warned of where it holds what must not be written', () => {
    expect(messageWarnings('Son mot de passe : tournesol')).toEqual([
      'Ce message semble contenir un mot de passe\u00A0: effacez-le.',
    ])
    expect(messageWarnings(question.text)).toEqual([])
  })
})

function said(
  kind: ThreadMessage['kind'],
  minute: number,
  settles: readonly DocumentId[] = [],
): ThreadMessage {
  return { id: aDocumentId(), kind, settles, at: `2026-11-23T10:${String(minute).padStart(2, '0')}:00.000Z` }
}

describe('a thread', () => {
  test('has open the questions that nothing settles: one that was asked meanwhile waits', () => {
    const [first, second] = [said('question', 1), said('question', 2)]
    const answer = said('answer', 3, [first.id])
    expect(openQuestions([first, second, answer])).toEqual([second])
    expect(openQuestions([first, second, answer, said('correction', 4, [second.id])])).toEqual([])
  })

  test('an answer and a correction at once are both there, and settle the question once', () => {
    const asked = said('question', 1)
    const both = [asked, said('answer', 2, [asked.id]), said('correction', 2, [asked.id])]
    expect(openQuestions(both)).toEqual([])
    expect(inReadingOrder(both)).toHaveLength(3)
  })

  test('an answer stands after its question, whatever the clock of who answers says', () => {
    const asked = said('question', 30)
    const answer = said('answer', 1, [asked.id])
    const other = said('question', 10)
    expect(inReadingOrder([answer, asked, other])).toEqual([other, asked, answer])
  })

  test('is read in the same order by everybody, in whatever order it came, and loses nothing', () => {
    const messages = fc
      .array(fc.tuple(fc.constantFrom(...messageKinds), fc.integer({ min: 0, max: 5 })), {
        maxLength: 8,
      })
      .map((list) => list.map(([kind, minute]) => said(kind, minute)))
    fc.assert(
      fc.property(messages, fc.nat(), (list, turn) => {
        const turned = [...list.slice(turn % (list.length + 1)), ...list.slice(0, turn % (list.length + 1))]
        expect(inReadingOrder(turned)).toEqual(inReadingOrder(list))
        expect(new Set(inReadingOrder(list).map(({ id }) => id))).toEqual(new Set(list.map(({ id }) => id)))
      }),
    )
  })
})

test('the id of a report is one', () => {
  expect(documentIdSchema.safeParse(question.report).success).toBe(true)
  expect(reportMessageSchema.safeParse({ ...question, report: 'x' }).success).toBe(false)
})
