import { addDays, daysBetween } from '../../calendar-day.ts'
import type { Commitment, Evidence, Judgement } from '../commitment.ts'
import type { CommitmentFacts, WatchedAdvisor } from '../commitment-facts.ts'
import { kitRules } from '../kit/kit-rules.ts'
import { brokenSince, heldBy, loanStateOn } from '../kit/kit-standing.ts'
import { equipmentLabels } from '../kit/kit-words.ts'
import { missingEquipment } from '../kit/missing-equipment.ts'
import type { Loan } from '../kit/structure-kit.ts'
import { versionOn } from '../versioned-milestones.ts'
import { soonest, worstOf } from '../worst-of.ts'
import { countedForState, nobodyToEquip, notKept } from './judge-kit.ts'

/** 5. By what each advisor has of what is required, that works, and that they have confirmed. */
export const equip: Commitment = {
  number: 5,
  title: 'Donner les moyens de la mission\u00A0: ordinateur, téléphone, bureau, véhicule au besoin',
  judge(facts) {
    if (facts.advisors.length === 0) return nobodyToEquip
    if (facts.kit.loans.length === 0) return notKept('Aucun matériel n’est noté dans Espace Coop.')
    return {
      ...worstOf(facts.advisors.map((advisor) => judgeAdvisor(advisor, facts))),
      toState: countedForState(facts.advisors.flatMap((advisor) => standingsOf(advisor, facts))),
    }
  },
}

/** What an advisor has, without saying which thing it is. */
function standingsOf(advisor: WatchedAdvisor, { kit, today }: CommitmentFacts): string[] {
  const missing = missingOf(advisor, { kit, today }).map(({ what }) => `Sans ${what}`)
  if (missing.length > 0) return missing
  const isUnconfirmed = hasUnconfirmed(heldBy(kit, advisor.scope, today), today)
  return [isUnconfirmed ? 'Matériel remis, pas encore confirmé' : 'Matériel remis et confirmé']
}

function missingOf(advisor: WatchedAdvisor, { kit, today }: Pick<CommitmentFacts, 'kit' | 'today'>) {
  return missingEquipment(kit, advisor, today).map(({ equipment, since }) => ({
    what: equipmentLabels[equipment].toLowerCase(),
    since,
  }))
}

function hasUnconfirmed(held: readonly Loan[], today: CommitmentFacts['today']): boolean {
  return held.some((loan) => loanStateOn(loan, today) === 'to-confirm')
}

function judgeAdvisor(advisor: WatchedAdvisor, { kit, today }: CommitmentFacts): Judgement {
  const { name } = advisor
  const { equipmentLateAfter } = versionOn(kitRules, today)
  const held = heldBy(kit, advisor.scope, today)
  const had = held.map((loan): Evidence => evidenceOf(loan, name, today))
  const missing = missingOf(advisor, { kit, today })
  const evidence = [
    ...missing.map(({ what, since }): Evidence => ({
      words: `${name}\u00A0: ${what}, manque depuis ${daysBetween(since, today)} jours.`,
      day: since,
      source: 'kit',
    })),
    ...had,
  ]
  if (missing.length > 0) {
    const actions = missing.map(({ what, since }) => ({
      words: `Remettre à ${name}\u00A0: ${what}.`,
      by: addDays(since, equipmentLateAfter),
      page: 'kit' as const,
    }))
    const next = soonest(actions)
    return { status: next?.by && next.by < today ? 'late' : 'to-do', evidence, next }
  }
  if (hasUnconfirmed(held, today)) {
    const words = `Faire confirmer par ${name} ce qui lui a été remis.`
    return { status: 'to-do', evidence, next: { words, by: null, page: 'kit' } }
  }
  return { status: 'kept', evidence, next: null }
}

function evidenceOf(loan: Loan, name: string, today: CommitmentFacts['today']): Evidence {
  const what = `${name}\u00A0: ${equipmentLabels[loan.equipment].toLowerCase()} «\u00A0${loan.label}\u00A0»`
  const broken = brokenSince(loan, today)
  if (broken) return { words: `${what}, hors service.`, day: broken, source: 'kit' }
  if (loanStateOn(loan, today) === 'replaced')
    return { words: `${what}, remplacé, à rendre.`, day: loan.replacedOn ?? loan.from, source: 'kit' }
  return loan.received && loan.received.day <= today
    ? { words: `${what}, remis et confirmé.`, day: loan.received.day, source: 'kit' }
    : { words: `${what}, remis, pas encore confirmé.`, day: loan.from, source: 'kit' }
}
