import { readDay, readYesNo } from '../../exchange/read-values.ts'
import { foldName } from '../../territory/fold-name.ts'
import { likelyLayout, type FileLayout } from '../file-columns.ts'
import { halvesOf } from './half-days-between.ts'
import { trainingTitleMaxLength } from './training-fact.ts'
import type { LineKind, TrainingLine } from './training-lines.ts'
import { absenceReasonLabels, type AbsenceReason, type Half, type Presence } from './training-words.ts'

/** What a column of a training calendar may hold, with the heads by which it is recognised. */
export const trainingColumns = {
  trainee: { label: 'Adresse de la personne', heads: ['email', 'e mail', 'mail', 'adresse', 'courriel'] },
  day: { label: 'Jour', heads: ['jour', 'date'] },
  half: { label: 'Demi-journée (matin, après-midi, journée)', heads: ['demi journee', 'moment', 'periode'] },
  starts: { label: 'Heure de début', heads: ['debut', 'heure de debut', 'de'] },
  ends: { label: 'Heure de fin', heads: ['fin', 'heure de fin', 'a'] },
  kind: { label: 'Nature (formation, stage, Pix, CCP1, titre)', heads: ['nature', 'type'] },
  title: { label: 'Intitulé', heads: ['intitule', 'titre', 'module', 'seance'] },
  place: { label: 'Lieu', heads: ['lieu', 'salle'] },
  presence: { label: 'Présence (présent, absent)', heads: ['presence', 'present', 'assiduite'] },
  reason: { label: 'Motif de l’absence', heads: ['motif', 'justification'] },
  passed: { label: 'Examen réussi (oui, non)', heads: ['reussi', 'resultat'] },
  cancelled: { label: 'Annulé (oui, non)', heads: ['annule', 'annulation'] },
} as const
export type TrainingColumn = keyof typeof trainingColumns
// Object.keys forgets the literal types that the columns have.
export const trainingColumnNames = Object.keys(trainingColumns) as TrainingColumn[]

/** Without them no line could be read. */
export const neededTrainingColumns = ['trainee', 'day'] as const satisfies readonly TrainingColumn[]

export type TrainingLayout = FileLayout<TrainingColumn>

export function likelyTrainingLayout(heads: readonly string[]): TrainingLayout {
  return likelyLayout(trainingColumns, trainingColumnNames, heads)
}

/** A line of a file: the half-days that it says, one or two; or what is wrong with it, in French. */
export type ReadTrainingLine =
  | { readonly ok: true; readonly lines: readonly TrainingLine[] }
  | { readonly ok: false; readonly because: string }

export function readTrainingLine(cells: readonly string[], layout: TrainingLayout): ReadTrainingLine {
  const cell = (name: TrainingColumn) => {
    const index = layout[name]
    return index === undefined ? '' : (cells[index] ?? '').trim()
  }
  const day = readDay(cell('day'))
  const halves = halvesIn(cell)
  const kind = kindIn(cell('kind'))
  const told = presenceIn(cell('presence'), cell('reason'))
  if (!cell('trainee').includes('@')) return refused('L’adresse de la personne manque, ou n’en est pas une.')
  if (!day) return refused('Le jour manque, ou n’existe pas.')
  if (halves.length === 0)
    return refused('La demi-journée manque\u00A0: matin, après-midi, journée, ou des heures.')
  if (!kind) return refused('La nature n’est ni formation, ni stage, ni Pix, ni CCP1, ni titre.')
  if ('because' in told) return refused(told.because)
  const isExam = kind !== 'formation' && kind !== 'stage'
  const base = {
    trainee: cell('trainee'),
    key: null,
    day,
    kind,
    title: isExam ? '' : cell('title').slice(0, trainingTitleMaxLength) || 'Formation',
    place: cell('place').slice(0, trainingTitleMaxLength),
    isCancelled: readYesNo(cell('cancelled')) ?? false,
    ...told,
    passed: isExam ? (readYesNo(cell('passed')) ?? null) : null,
  }
  // An exam is on one half-day, however long it lasts.
  return { ok: true, lines: (isExam ? halves.slice(0, 1) : halves).map((half) => ({ ...base, half })) }
}

function halvesIn(cell: (name: TrainingColumn) => string): Half[] {
  const word = foldName(cell('half'))
  if (word.startsWith('mat')) return ['matin']
  if (word.startsWith('apres')) return ['apres_midi']
  if (word.startsWith('journee') || word.startsWith('jour')) return ['matin', 'apres_midi']
  const [from, to] = [minutesIn(cell('starts')), minutesIn(cell('ends'))]
  return from === undefined ? [] : halvesOf(from, to ?? from)
}

/** « 9h », « 9h30 », « 09:30 », « 09:30:00 », in minutes since midnight. */
function minutesIn(text: string): number | undefined {
  const [, hours, minutes = '0'] = /^(\d{1,2})\s*[h:]\s*(\d{2})?(?::\d{2})?$/i.exec(text) ?? []
  if (hours === undefined || Number(hours) > 23 || Number(minutes || '0') > 59) return undefined
  return Number(hours) * 60 + Number(minutes || '0')
}

function kindIn(text: string): LineKind | undefined {
  const word = foldName(text)
  if (word === '' || word.startsWith('formation')) return 'formation'
  if (word.startsWith('stage')) return 'stage'
  const exams = ['pix', 'ccp1', 'titre'] as const
  return exams.find((exam) => word.includes(exam))
}

type Told = Pick<TrainingLine, 'presence' | 'reason'>

function presenceIn(presenceText: string, reasonText: string): Told | { readonly because: string } {
  const word = foldName(presenceText)
  const reason = reasonIn(reasonText)
  if (word === '') return { presence: null, reason: null }
  if (/^(present|oui|p|1)/.test(word)) return { presence: 'present', reason: null }
  if (!/^(absent|non|a|0)/.test(word)) return { because: 'La présence n’est ni présent, ni absent.' }
  if (reasonText === '') return { presence: 'unexcused' satisfies Presence, reason: null }
  return reason ? { presence: 'excused', reason } : { because: 'Le motif n’est pas un des motifs acceptés.' }
}

function reasonIn(text: string): AbsenceReason | undefined {
  const word = foldName(text)
  // Object.keys forgets the literal types that the labels have.
  const codes = Object.keys(absenceReasonLabels) as AbsenceReason[]
  return codes.find((code) => foldName(absenceReasonLabels[code]) === word || foldName(code) === word)
}

function refused(because: string): ReadTrainingLine {
  return { ok: false, because }
}
