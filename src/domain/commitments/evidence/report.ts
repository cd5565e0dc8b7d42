import { missionLabels, type Mission } from '../../report/missions.ts'
import { addDays } from '../../calendar-day.ts'
import type { Commitment, Evidence, Judgement } from '../commitment.ts'
import type { CommitmentFacts } from '../commitment-facts.ts'

const missions: readonly Mission[] = [1, 2, 3]

/** Days under contract before anything is expected of an advisor's reports. */
const daysToBegin = 30

/** 3. By what was filed over three months: nobody without any activity for two weeks of work, and the three missions. */
export const report: Commitment = {
  number: 3,
  title: 'Faire réaliser les trois missions, et en rendre compte dans Espace Coop',
  judge(facts) {
    const expected = facts.advisors.filter(({ since }) => addDays(since, daysToBegin) <= facts.today)
    if (expected.length === 0) {
      const evidence: readonly Evidence[] = [
        { words: 'Personne n’est en poste depuis plus d’un mois.', day: null, source: 'posts' },
      ]
      return { status: 'not-applicable', evidence, toState: evidence, next: null }
    }
    return judgeReports(facts, expected)
  },
}

function judgeReports(facts: CommitmentFacts, expected: CommitmentFacts['advisors']): Judgement {
  const { reporting } = facts
  const quiet = expected.filter(({ isQuiet }) => isQuiet)
  const untouched = missions.filter((mission) => reporting.missions[mission] === 0)
  const evidence: Evidence[] = [
    {
      words: `${reporting.reports.toLocaleString('fr-FR')} comptes rendus reçus sur trois mois, jusqu’à cette date.`,
      day: reporting.to,
      source: 'reports',
    },
    ...missions.map((mission) => ({
      words: `Mission ${mission}, ${lower(missionLabels[mission])}\u00A0: ${reporting.missions[mission].toLocaleString('fr-FR')} accompagnements sur trois mois.`,
      day: reporting.to,
      source: 'reports' as const,
    })),
    ...quiet.map(({ name, lastActivity }) => ({
      words: `${name}\u00A0: aucune activité depuis au moins deux semaines de travail, sans absence déclarée.`,
      day: lastActivity,
      source: 'reports' as const,
    })),
  ]
  const toState = evidenceForState(facts, quiet.length)
  if (quiet.length > 0) {
    const names = quiet.map(({ name }) => name).join(', ')
    return {
      status: 'late',
      evidence,
      toState,
      next: {
        words: `Voir avec ${names} ce qui empêche de déposer des comptes rendus.`,
        by: facts.today,
        page: 'activities',
      },
    }
  }
  if (untouched.length > 0) {
    const words = `Prévoir des activités pour la mission ${untouched.join(' et la mission ')}.`
    return { status: 'to-do', evidence, toState, next: { words, by: null, page: 'activities' } }
  }
  return { status: 'kept', evidence, toState, next: null }
}

/** Which missions were touched, and not how often; how many are quiet, and not who. */
function evidenceForState(
  { reporting: { missions: touched, to } }: CommitmentFacts,
  quiet: number,
): Evidence[] {
  const told = missions.map((mission): Evidence => ({
    words: `Mission ${mission}, ${lower(missionLabels[mission])}\u00A0: ${touched[mission] === 0 ? 'aucun accompagnement' : 'des accompagnements'} sur trois mois.`,
    day: to,
    source: 'reports',
  }))
  if (quiet === 0) return told
  const who = quiet === 1 ? 'Une personne est' : `${quiet} personnes sont`
  const words = `${who} sans aucune activité depuis au moins deux semaines de travail.`
  return [...told, { words, day: null, source: 'reports' }]
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
