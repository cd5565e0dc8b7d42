import { groupBy } from '../../group-by.ts'
import type { Evidence, Judgement } from '../commitment.ts'

/** Nobody is there to be clothed or equipped. */
export const nobodyToEquip: Judgement = ofNobody('not-applicable', 'Personne n’est en poste.')

/** A structure that keeps none of it here has breached nothing by that. */
export function notKept(words: string): Judgement {
  return ofNobody('unknown', words)
}

/** What stands of each advisor, told the State: of how many, and not of whom. */
export function countedForState(standings: readonly string[]): Evidence[] {
  return [...groupBy(standings, (words) => words)].map(([words, { length }]): Evidence => ({
    words: `${words}\u00A0: ${length === 1 ? 'une personne' : `${length} personnes`}.`,
    day: null,
    source: 'kit',
  }))
}

function ofNobody(status: Judgement['status'], words: string): Judgement {
  const evidence: readonly Evidence[] = [{ words, day: null, source: 'kit' }]
  return { status, evidence, toState: evidence, next: null }
}
