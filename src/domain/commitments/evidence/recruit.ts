import type { Commitment, Evidence, Judgement } from '../commitment.ts'
import type { CommitmentFacts } from '../commitment-facts.ts'
import type { PostFactOf } from '../post-fact.ts'
import type { PostLife } from '../post-life.ts'
import { postStandingAt } from '../post-state.ts'
import { recruitmentClock } from '../recruitment-clock.ts'
import { worstOf } from '../worst-of.ts'
import { recruitmentStepLabels } from '../post-words.ts'

/** 1. By the clock of each vacant post: late from where the State reviews the grant. */
export const recruit: Commitment = {
  number: 1,
  title: 'Recruter le conseiller ou la conseillère le plus tôt possible après la notification du poste',
  judge(facts) {
    const judged = facts.posts.flatMap(({ reference, life }) => judgePost(reference, life, facts) ?? [])
    if (judged.length === 0) {
      return said('not-applicable', 'Aucun poste n’est attribué à la structure.', null)
    }
    return worstOf(judged)
  },
}

function judgePost(reference: string, life: PostLife, facts: CommitmentFacts): Judgement | undefined {
  const { structure, today } = facts
  const standing = postStandingAt(life, structure, today)
  switch (standing?.state) {
    case undefined:
    case 'transferred':
    case 'returned':
      return undefined
    case 'occupied':
      return said(
        'kept',
        `Poste ${reference}\u00A0: occupé sans interruption depuis cette date.`,
        standing.since,
      )
    case 'vacant':
      return judgeVacant(reference, life, facts)
  }
}

function judgeVacant(reference: string, life: PostLife, { structure, today }: CommitmentFacts): Judgement {
  const clock = recruitmentClock(life, structure, today)
  if (!clock?.runs) {
    return clock?.offered
      ? judgeOffered(reference, clock.offered, today)
      : said(
          'kept',
          `Poste ${reference}\u00A0: contrat signé, prise de poste à cette date.`,
          clock?.starts ?? null,
        )
  }
  const step = life.steps.filter((one) => one.structure === structure && one.day >= clock.since).at(-1)
  const moved: Evidence[] = step
    ? [
        {
          words: `Poste ${reference}\u00A0: dernière étape, ${recruitmentStepLabels[step.step].toLowerCase()}.`,
          day: step.day,
          source: 'posts',
        },
      ]
    : [
        {
          words: `Poste ${reference}\u00A0: aucune étape de recrutement n’est notée.`,
          day: null,
          source: 'posts',
        },
      ]
  const vacant: Evidence = {
    words: `Poste ${reference}\u00A0: vacant depuis cette date.`,
    day: clock.since,
    source: 'posts',
  }
  const words = step ? 'Noter la suite du recrutement' : 'Noter la première étape du recrutement'
  return {
    status: clock.lateSince ? 'late' : 'to-do',
    evidence: [vacant, ...moved],
    toState: [vacant],
    next: {
      words: `${words} du poste ${reference}.`,
      by: clock.lateSince ?? clock.next?.day ?? null,
      page: 'recruitment',
    },
  }
}

/** Kept up to the first day of work; from then on, nobody can file before the person has accepted. */
function judgeOffered(
  reference: string,
  { day }: PostFactOf<'offered'>,
  today: CommitmentFacts['today'],
): Judgement {
  const words = `Poste ${reference}\u00A0: contrat signé, invitation pas encore acceptée, prise de poste à cette date.`
  if (day > today) return said('kept', words, day)
  return {
    ...said('to-do', words, day),
    next: {
      words: `Renvoyer l’invitation pour le contrat du poste ${reference}, ou corriger l’adresse.`,
      by: day,
      page: 'recruitment',
    },
  }
}

function said(status: Judgement['status'], words: string, day: Evidence['day']): Judgement {
  const evidence: readonly Evidence[] = [{ words, day, source: 'posts' }]
  return { status, evidence, toState: evidence, next: null }
}
