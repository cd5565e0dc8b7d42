import { expect, test } from 'vitest'
import { readCalendar } from '../../../../src/domain/appointment/icalendar/read-calendar.ts'
import { linesOfCalendar } from '../../../../src/domain/commitments/training/calendar-lines.ts'
import {
  likelyTrainingLayout,
  readTrainingLine,
} from '../../../../src/domain/commitments/training/training-file.ts'
import {
  readTrainingLines,
  writeTrainingLines,
} from '../../../../src/domain/commitments/training/training-lines.ts'
import { awasScope, brunosScope, day } from '../../../builders/a-post-fact.ts'

const heads = [
  'E-mail',
  'Date',
  'Demi-journée',
  'Heure de début',
  'Heure de fin',
  'Nature',
  'Intitulé',
  'Lieu',
  'Présence',
  'Motif',
  'Réussi',
  'Annulé',
]
const layout = likelyTrainingLayout(heads)
const read = (...cells: string[]) => readTrainingLine(cells, layout)
const linesOf = (...cells: string[]) => {
  const line = read(...cells)
  return line.ok
    ? line.lines.map(({ day: on, half, kind, presence, reason }) => [on, half, kind, presence, reason])
    : line.because
}

test('the usual heads of a file are found', () => {
  expect(Object.keys(layout)).toHaveLength(heads.length)
})

test('a line is one half-day or two, by a word or by hours', () => {
  expect([
    linesOf('awa@mairie.example', '07/12/2026', 'Matin'),
    linesOf('awa@mairie.example', '2026-12-07', 'journée'),
    linesOf('awa@mairie.example', '07/12/2026', '', '9h', '17h30'),
    linesOf('awa@mairie.example', '07/12/2026', '', '9:00', '12:30'),
    linesOf('awa@mairie.example', '07/12/2026', '', '14h', '17h', 'CCP1'),
  ]).toEqual([
    [['2026-12-07', 'matin', 'formation', null, null]],
    [
      ['2026-12-07', 'matin', 'formation', null, null],
      ['2026-12-07', 'apres_midi', 'formation', null, null],
    ],
    [
      ['2026-12-07', 'matin', 'formation', null, null],
      ['2026-12-07', 'apres_midi', 'formation', null, null],
    ],
    [['2026-12-07', 'matin', 'formation', null, null]],
    [['2026-12-07', 'apres_midi', 'ccp1', null, null]],
  ])
})

test('an absence is excused by an accepted reason alone, and what can’t be read is said', () => {
  const absent = (reason: string) =>
    linesOf('awa@mairie.example', '05/10/2026', 'matin', '', '', '', 'Posture', 'Foix', 'Absente', reason)
  expect([
    absent(''),
    absent('Arrêt de travail'),
    absent('avait oublié'),
    linesOf('Awa Diallo', '05/10/2026', 'matin'),
    linesOf('awa@mairie.example', '31/02/2026', 'matin'),
    linesOf('awa@mairie.example', '05/10/2026', ''),
  ]).toEqual([
    [['2026-10-05', 'matin', 'formation', 'unexcused', null]],
    [['2026-10-05', 'matin', 'formation', 'excused', 'arret_de_travail']],
    'Le motif n’est pas un des motifs acceptés.',
    'L’adresse de la personne manque, ou n’en est pas une.',
    'Le jour manque, ou n’existe pas.',
    'La demi-journée manque\u00A0: matin, après-midi, journée, ou des heures.',
  ])
})

test('lines that travel come back as they were, texts once', () => {
  const line = read('awa@mairie.example', '05/10/2026', 'journée', '', '', '', 'Posture', 'Foix', 'oui')
  const lines = line.ok ? line.lines : []
  const written = writeTrainingLines(lines, { isTrial: true, knowsSealed: false })
  expect(written.texts).toEqual(['awa@mairie.example', 'Posture', 'Foix'])
  expect(readTrainingLines(written)).toEqual(lines)
})

const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n')
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'SUMMARY:Posture', ...lines, 'END:VEVENT'].join('\r\n')
const window = { from: day('2026-01-01'), to: day('2027-12-31') }

test('a session is the half-day that the clocks of each trainee show', () => {
  const text = calendar(
    event('UID:1', 'DTSTART;TZID=Europe/Paris:20261207T090000', 'DTEND;TZID=Europe/Paris:20261207T120000'),
    event('UID:2', 'DTSTART:20261208T080000Z', 'DTEND:20261208T160000Z', 'STATUS:CANCELLED'),
    event('UID:3', 'DTSTART;VALUE=DATE:20261209', 'DTEND;VALUE=DATE:20261210'),
    event('UID:4', 'DTSTART;TZID=Nulle/Part:20261210T090000'),
  )
  const found = readCalendar(text, { window, timeZone: 'Europe/Paris', tellsCancelled: true })
  expect(found?.unreadable.map(({ reason }) => reason)).toEqual(['unknown-zone'])
  const lines = linesOfCalendar(
    found?.events ?? [],
    [
      { scope: awasScope, department: '09' },
      { scope: brunosScope, department: '988' },
    ],
    'formation',
  )
  const told = (scope: string) =>
    lines
      .filter(({ trainee }) => trainee === scope)
      .map(({ day: on, half, isCancelled }) => [on, half, isCancelled ? 'cancelled' : 'planned'])
  expect(told(awasScope)).toEqual([
    ['2026-12-07', 'matin', 'planned'],
    ['2026-12-08', 'matin', 'cancelled'],
    ['2026-12-08', 'apres_midi', 'cancelled'],
    ['2026-12-09', 'matin', 'planned'],
    ['2026-12-09', 'apres_midi', 'planned'],
  ])
  // Nine in Paris is seven in the evening in Nouméa.
  expect(told(brunosScope)[0]).toEqual(['2026-12-07', 'apres_midi', 'planned'])
  expect(new Set(lines.map(({ trainee, key }) => `${trainee} ${key}`)).size).toBe(lines.length)
})
