import { expect, test } from 'vitest'
import { readingInWords } from '../../../src/domain/access/reading-words.ts'
import { readerTimes } from '../../../src/domain/access/reader-times.ts'

const day = (number: number) => `2026-11-${number}T10:00:00.000Z`
const chantal = 'Chantal Rouch'

test('who read a report is told once for a person and a way, however many days they did', () => {
  const times = readerTimes([
    { readerName: chantal, way: 'list', at: day(20) },
    { readerName: chantal, way: 'page', at: day(21) },
    { readerName: 'Denis Galy', way: 'page', at: day(23) },
    { readerName: chantal, way: 'list', at: day(22) },
  ])
  expect(times).toEqual([
    { readerName: chantal, way: 'page', days: 1, first: day(21), last: day(21) },
    { readerName: chantal, way: 'list', days: 2, first: day(20), last: day(22) },
    { readerName: 'Denis Galy', way: 'page', days: 1, first: day(23), last: day(23) },
  ])
  expect(times.map(readingInWords)).toEqual([
    'Chantal Rouch a ouvert ce compte rendu',
    'Chantal Rouch a eu ce compte rendu dans une liste, 2\u00A0jours différents',
    'Denis Galy a ouvert ce compte rendu',
  ])
})

test('a way that only a newer server knows, and a reader who is no more, are told all the same', () => {
  const [times] = readerTimes([{ readerName: '', way: 'constructor', at: day(20) }])
  expect(times && readingInWords(times)).toBe(
    'Une personne dont le compte n’existe plus a lu ce compte rendu',
  )
})
