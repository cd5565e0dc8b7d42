import { addDays, daysBetween, type CalendarDay } from '../../calendar-day.ts'
import type { Commitment, Judgement } from '../commitment.ts'
import type { CommitmentFacts, WatchedAdvisor } from '../commitment-facts.ts'
import { kitRules } from '../kit/kit-rules.ts'
import { clothingOn, type Clothing } from '../kit/kit-standing.ts'
import { versionOn } from '../versioned-milestones.ts'
import { worstOf } from '../worst-of.ts'
import { countedForState, nobodyToEquip, notKept } from './judge-kit.ts'

/** 4. By the outfit of each advisor: asked for, shipped, received. */
export const clothe: Commitment = {
  number: 4,
  title: 'Faire porter la tenue dédiée, fournie par l’État',
  judge(facts) {
    if (facts.advisors.length === 0) return nobodyToEquip
    if (facts.kit.outfits.length === 0) return notKept('Aucune tenue n’est notée dans Espace Coop.')
    const standings = facts.advisors.map((advisor) =>
      clothingInWords(clothingOn(facts.kit, advisor, facts.today)),
    )
    return {
      ...worstOf(facts.advisors.map((advisor) => judgeOutfit(advisor, facts))),
      toState: countedForState(standings),
    }
  },
}

/** Whoever has one to wear lacks nothing while another is on its way. */
function clothingInWords({ state, missingSince }: Clothing): string {
  return state !== 'received' && missingSince === undefined
    ? 'Tenue reçue, une autre attendue'
    : stateInWords[state]
}

const stateInWords: Readonly<Record<Clothing['state'], string>> = {
  received: 'Tenue reçue',
  shipped: 'Tenue expédiée, pas encore reçue',
  asked: 'Tenue demandée, pas encore expédiée',
  'not-asked': 'Tenue pas encore demandée',
}

function judgeOutfit(advisor: WatchedAdvisor, { kit, today }: CommitmentFacts): Judgement {
  const { name, since } = advisor
  const { outfit, state, on, missingSince } = clothingOn(kit, advisor, today)
  const { outfitAskedWithin, outfitLateAfter } = versionOn(kitRules, today)
  const said = (words: string, day: CalendarDay): Judgement['evidence'] => [
    { words: `${name}\u00A0: ${words}`, day, source: 'kit' },
  ]
  if (!outfit) {
    const by = addDays(since, outfitAskedWithin)
    return toDo(
      { words: `Demander la tenue pour ${name}.`, by },
      today,
      said('aucune tenue demandée.', since),
    )
  }
  if (state === 'received') {
    return { status: 'kept', evidence: said('tenue reçue.', on), next: null }
  }
  const way =
    state === 'shipped'
      ? said('tenue expédiée, pas encore reçue.', on)
      : said('tenue demandée, pas encore expédiée.', on)
  if (missingSince === undefined) return { status: 'kept', evidence: way, next: null }
  const by = addDays(outfit.asked.day, outfitLateAfter)
  const missing = said(`sans tenue depuis ${daysBetween(missingSince, today)} jours.`, missingSince)
  const words = `Savoir où en est la tenue pour ${name}.`
  return toDo({ words, by }, today, [...missing, ...way])
}

function toDo(
  { words, by }: { words: string; by: CalendarDay },
  today: CalendarDay,
  evidence: Judgement['evidence'],
): Judgement {
  return { status: by < today ? 'late' : 'to-do', evidence, next: { words, by, page: 'kit' } }
}
