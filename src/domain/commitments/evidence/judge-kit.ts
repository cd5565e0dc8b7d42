import type { Judgement } from '../commitment.ts'

/** Nobody is there to be clothed or equipped. */
export const nobodyToEquip: Judgement = {
  status: 'not-applicable',
  evidence: [{ words: 'Personne n’est en poste.', day: null, source: 'kit' }],
  next: null,
}

/** A structure that keeps none of it here has breached nothing by that. */
export function notKept(words: string): Judgement {
  return { status: 'unknown', evidence: [{ words, day: null, source: 'kit' }], next: null }
}
