import { addDays, calendarDaySchema, type CalendarDay } from '../../calendar-day.ts'
import { groupBy } from '../../group-by.ts'
import type { Commitment, CommitmentStatus, Evidence, Judgement, NextAction } from '../commitment.ts'
import type { CommitmentFacts, WatchedAdvisor } from '../commitment-facts.ts'
import { isSat, trainingReadiness } from '../readiness/advisor-readiness.ts'
import { trainingDelays } from '../training/training-paths.ts'
import type { ExamSession, HalfDaySession } from '../training/training-record.ts'
import { trainingOn, type ExamStanding, type TrainingStanding } from '../training/training-standing.ts'
import { examLabels } from '../training/training-words.ts'
import { soonest, worstOf } from '../worst-of.ts'

/** 2. By the training of each advisor, as the training body and the structure say it. */
export const train: Commitment = {
  number: 2,
  title: 'Laisser la personne partir en formation avant la prise de poste, et passer les examens',
  judge(facts) {
    if (facts.advisors.length === 0) return ofNobody('not-applicable', 'Personne n’est en poste.')
    const standings = facts.advisors.flatMap((advisor) => {
      const record = facts.training.get(advisor.scope)
      const standing = record && trainingOn(record, advisor, facts.today)
      return standing?.isKept ? [{ advisor, standing }] : []
    })
    if (standings.length === 0) return ofNobody('unknown', 'Aucune formation n’est notée dans Espace Coop.')
    return {
      ...worstOf(standings.map(({ advisor, standing }) => judgeAdvisor(advisor, standing, facts))),
      toState: toldToState(standings, facts),
    }
  },
}

function ofNobody(status: CommitmentStatus, words: string): Judgement {
  const evidence: readonly Evidence[] = [{ words, day: null, source: 'training' }]
  return { status, evidence, toState: evidence, next: null }
}

/** Done or not, of how many, and not of whom. */
function toldToState(
  standings: readonly { standing: TrainingStanding }[],
  { advisors, today }: CommitmentFacts,
): Evidence[] {
  const words = standings.map(({ standing }) =>
    isDone(standing, today) ? 'Formation et examens faits' : 'Formation ou examens à faire',
  )
  const others = Array.from({ length: advisors.length - standings.length }, () => 'Formation pas notée ici')
  return [...groupBy([...words, ...others], (said) => said)].map(([said, { length }]): Evidence => ({
    words: `${said}\u00A0: ${length === 1 ? 'une personne' : `${length} personnes`}.`,
    day: null,
    source: 'training',
  }))
}

function isDone(standing: TrainingStanding, today: CalendarDay): boolean {
  const { initial, exams } = trainingReadiness(standing, today)
  return initial === 'done' && exams === 'done'
}

/** What one fact of a training makes of the commitment. */
interface Finding {
  readonly status: CommitmentStatus
  readonly evidence: readonly Evidence[]
  readonly next: NextAction | null
}

function judgeAdvisor(
  advisor: WatchedAdvisor,
  standing: TrainingStanding,
  { today }: CommitmentFacts,
): Judgement {
  const about = { name: advisor.name, standing, today }
  return worstOf([...breaches(about), ...waiting(about), progress(about)])
}

interface About {
  readonly name: string
  readonly standing: TrainingStanding
  readonly today: CalendarDay
}

function breaches({ name, standing }: About): Finding[] {
  const missed = standing.unexcused.map(({ planned }): Finding => ({
    status: 'late',
    evidence: [said(`${name}\u00A0: ${whatIs(planned)}, absence sans motif accepté.`, planned.day)],
    next: action(`Voir avec l’organisme le motif de l’absence et une autre date pour ${name}.`, null),
  }))
  const { earlyOn } = standing
  if (earlyOn === null) return missed
  const words = `${name}\u00A0: reçoit le public depuis ce jour, avant la fin de la formation initiale.`
  const next =
    standing.doneOn === null
      ? action(`Laisser ${name} terminer la formation avant de recevoir le public.`, null)
      : null
  // Once the training is over there is nothing left to do, and it stays told.
  return [...missed, { status: next ? 'late' : 'kept', evidence: [said(words, earlyOn)], next }]
}

function waiting({ name, standing, today }: About): Finding[] {
  return [...calendarToSee({ name, standing, today }), ...modulesDue({ name, standing, today })]
}

function calendarToSee({ name, standing: { unseen }, today }: About): Finding[] {
  const first = unseen
    .map(({ planned, cancelled }) => (cancelled ?? planned).at)
    .sort()
    .at(0)
  if (first === undefined) return []
  const by = addDays(calendarDaySchema.parse(first.slice(0, 10)), trainingDelays.acknowledgeWithinDays)
  const words = `${name}\u00A0: calendrier reçu, dont vous n’avez pas encore pris connaissance.`
  return [
    {
      status: by < today ? 'late' : 'to-do',
      evidence: [said(words, calendarDaySchema.parse(first.slice(0, 10)))],
      next: action(`Prendre connaissance du calendrier de formation pour ${name}.`, by),
    },
  ]
}

function modulesDue({ name, standing: { modules }, today }: About): Finding[] {
  return modules
    .filter(({ due, done }) => done < due)
    .map(({ year, due, done, by }): Finding => {
      const words = `${name}\u00A0: formation continue de ${year}, ${done} module sur ${due}.`
      const next = action(`Inscrire ${name} à un module de formation continue pour ${year}.`, by)
      return { status: by < today ? 'late' : 'to-do', evidence: [said(words, by)], next }
    })
}

/** Hours and exams: what is left of them, and by when. */
function progress({ name, standing, today }: About): Finding {
  const { isExempted, doneOn, hours, exams } = standing
  const initial = isExempted
    ? said(`${name}\u00A0: dispense de formation initiale.`, null)
    : doneOn !== null
      ? said(`${name}\u00A0: formation initiale faite.`, doneOn)
      : said(
          `${name}\u00A0: formation initiale, ${hoursWords(hours.done)} sur ${hours.due === undefined ? 'une durée pas encore connue' : hoursWords(hours.due)}.`,
          null,
        )
  const evidence = [initial, ...exams.map((exam) => said(`${name}\u00A0: ${examWords(exam)}`, exam.day))]
  if (isDone(standing, today)) return { status: 'kept', evidence, next: null }
  const missing = exams.filter((exam) => !isSat(exam))
  const next = missing.map(({ exam, state, day, by }) =>
    state === 'convoked' && day !== null && day >= today
      ? action(`Laisser ${name} se présenter à l’examen\u00A0: ${examLabels[exam]}.`, day)
      : action(`Voir avec l’organisme la date de l’examen pour ${name}\u00A0: ${examLabels[exam]}.`, by),
  )
  const training = action(`Laisser ${name} suivre la formation, par son calendrier.`, null)
  return { status: 'to-do', evidence, next: soonest([...next, training]) }
}

function examWords({ exam, state }: ExamStanding): string {
  const what = examLabels[exam]
  switch (state) {
    case 'exempted':
      return `${what}, dispense.`
    case 'passed':
      return `${what}, réussi.`
    case 'failed':
      return `${what}, présenté et pas encore réussi\u00A0: ce n’est pas un manquement.`
    case 'sat':
      return `${what}, présenté, résultat attendu.`
    case 'excused':
      return `${what}, absence justifiée.`
    case 'unexcused':
      return `${what}, absence sans motif accepté.`
    case 'convoked':
      return `${what}, convocation reçue.`
    case 'to-convoke':
      return `${what}, pas encore de convocation.`
  }
}

function whatIs(planned: (HalfDaySession | ExamSession)['planned']): string {
  return planned.kind === 'convoked' ? `examen ${examLabels[planned.exam]}` : 'demi-journée de formation'
}

function hoursWords(hours: number): string {
  return `${String(hours).replace('.', ',')} h`
}

function said(words: string, day: CalendarDay | null): Evidence {
  return { words, day, source: 'training' }
}

function action(words: string, by: CalendarDay | null): NextAction {
  return { words, by, page: 'training' }
}
