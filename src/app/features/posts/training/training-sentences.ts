import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import type { ExamSession, HalfDaySession } from '../../../../domain/commitments/training/training-record.ts'
import type {
  ExamStanding,
  HoursStanding,
  TrainingStanding,
} from '../../../../domain/commitments/training/training-standing.ts'
import {
  absenceReasonLabels,
  examLabels,
  halfLabels,
  partLabels,
} from '../../../../domain/commitments/training/training-words.ts'
import { formatDayInFigures } from '../../../ui/format/date.ts'
import type { StatusTone } from '../StatusWord.tsx'

export type Session = HalfDaySession | ExamSession

interface ToneAndWords {
  readonly tone: StatusTone
  readonly words: string
}

/** « Lundi 7 décembre, matin » is the row's; this is what is held then. */
export function sessionTitle({ planned }: Session): string {
  if (planned.kind === 'convoked') return `Examen\u00A0: ${examLabels[planned.exam]}`
  return planned.part === 'stage' ? `${partLabels.stage}\u00A0: ${planned.title}` : planned.title
}

export function sessionDetail({ planned: { day, half, place } }: Session): string {
  const when = `${formatDayInFigures(day)}, ${halfLabels[half]}`
  return place === '' ? when : `${when}, ${place}`
}

/** Where a session stands on a day. */
export function sessionStanding(session: Session, today: CalendarDay): ToneAndWords {
  const { planned, cancelled, attended } = session
  if (cancelled) return { tone: 'soft', words: 'Annulé' }
  if (!attended) {
    return planned.day < today
      ? { tone: 'warn', words: 'Présence pas encore notée' }
      : { tone: 'soft', words: 'Prévu' }
  }
  if (attended.presence === 'unexcused') return { tone: 'bad', words: 'Absence sans motif accepté' }
  if (attended.presence === 'excused') {
    const reason = attended.reason && absenceReasonLabels[attended.reason].toLowerCase()
    return { tone: 'soft', words: reason ? `Absence justifiée\u00A0: ${reason}` : 'Absence justifiée' }
  }
  const result = 'result' in session ? session.result : undefined
  if (!result)
    return { tone: 'good', words: planned.kind === 'convoked' ? 'Présence, résultat attendu' : 'Présence' }
  // A failure is no breach, and isn't drawn as one.
  return result.passed
    ? { tone: 'good', words: 'Réussi' }
    : { tone: 'soft', words: 'Présenté, pas encore réussi' }
}

export function hoursWords({ done, due, planned }: HoursStanding): string {
  const told = due === undefined ? `${inFrench(done)} h suivies` : `${inFrench(done)} h suivies sur ${due}`
  return planned > 0 ? `${told}, ${inFrench(planned)} h au calendrier` : told
}

function inFrench(hours: number): string {
  return String(hours).replace('.', ',')
}

export function initialWords({ isExempted, doneOn, hours }: TrainingStanding): string {
  if (isExempted) return 'Dispense de formation initiale'
  if (doneOn !== null) return `Faite, le ${formatDayInFigures(doneOn)}`
  return hours.due === undefined ? 'Résultat du test de positionnement attendu' : hoursWords(hours)
}

const examStateWords: Readonly<Record<ExamStanding['state'], string>> = {
  exempted: 'dispense',
  passed: 'réussi',
  failed: 'présenté, pas encore réussi',
  sat: 'présenté, résultat attendu',
  excused: 'absence justifiée',
  unexcused: 'absence sans motif accepté',
  convoked: 'convocation reçue',
  'to-convoke': 'pas encore de convocation',
}

export function examWords({ exam, state, day, by }: ExamStanding): string {
  const told = `${examLabels[exam]}, ${examStateWords[state]}${day === null ? '' : ` (${formatDayInFigures(day)})`}`
  return by !== null && state === 'to-convoke' ? `${told}, à passer avant le ${formatDayInFigures(by)}` : told
}
