import { addDays } from '../../calendar-day.ts'
import { ofMonthInWords } from '../../french-words.ts'
import type { Commitment, Evidence, Judgement } from '../commitment.ts'
import type { CommitmentFacts, ExaminedMonth } from '../commitment-facts.ts'

/** Days after the end of a month for what deserves a look in it to be settled. */
const daysToSettle = 30

/** 7. By what was found in the last months and not settled, and by whether somebody vouched for them. */
export const vouch: Commitment = {
  number: 7,
  title: 'Utiliser l’outil de suivi, et répondre de la fiabilité de ce qui est transmis',
  judge(facts) {
    const { advisors, months, vouched } = facts
    if (advisors.length === 0 || months.length === 0) {
      const evidence: readonly Evidence[] = [
        { words: 'Personne n’est en poste.', day: null, source: 'posts' },
      ]
      return { status: 'not-applicable', evidence, toState: evidence, next: null }
    }
    const open = months.filter((month) => month.open > 0)
    const evidence = months.map((month) => evidenceOf(month, vouched))
    const toState = months.map((month) => vouchedOrNot(month, vouched))
    const [first] = open
    if (first) return { status: statusOf(first, facts), evidence, toState, next: settle(first) }
    return { ...judgeVouched(months, vouched, evidence), toState }
  },
}

function judgeVouched(
  months: CommitmentFacts['months'],
  vouched: ReadonlySet<string>,
  evidence: readonly Evidence[],
): Judgement {
  const missing = months.find(({ month }) => !vouched.has(month))
  return missing
    ? {
        status: 'to-do',
        evidence,
        next: {
          words: `Attester le mois ${ofMonthInWords(missing.month)}.`,
          by: addDays(missing.lastDay, daysToSettle),
          page: 'month',
        },
      }
    : { status: 'kept', evidence, next: null }
}

function statusOf({ lastDay }: ExaminedMonth, { today }: CommitmentFacts): Judgement['status'] {
  return addDays(lastDay, daysToSettle) < today ? 'late' : 'to-do'
}

function settle({ month, lastDay, open }: ExaminedMonth): Judgement['next'] {
  const points = open === 1 ? 'le point' : `les ${open} points`
  return {
    words: `Regarder ${points} du mois ${ofMonthInWords(month)} qui attendent une réponse.`,
    by: addDays(lastDay, daysToSettle),
    page: 'month',
  }
}

function evidenceOf(
  { month, lastDay, open, settled }: ExaminedMonth,
  vouched: CommitmentFacts['vouched'],
): Evidence {
  const words =
    open + settled === 0
      ? 'rien à regarder'
      : `${settled} ${settled < 2 ? 'point réglé' : 'points réglés'}, ${open} sans réponse`
  return {
    words: `Mois ${ofMonthInWords(month)}\u00A0: ${words}, ${wordOf(month, vouched)}.`,
    day: lastDay,
    source: 'anomalies',
  }
}

/** All that the State reads of a month (domain.md, "Who may see what"). */
function vouchedOrNot({ month, lastDay }: ExaminedMonth, vouched: CommitmentFacts['vouched']): Evidence {
  const words = `Mois ${ofMonthInWords(month)}\u00A0: ${wordOf(month, vouched)}.`
  return { words, day: lastDay, source: 'seals' }
}

function wordOf(month: ExaminedMonth['month'], vouched: CommitmentFacts['vouched']): string {
  return vouched.has(month) ? 'attesté' : 'pas attesté'
}
