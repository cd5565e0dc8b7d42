import { daysBetween, type CalendarDay } from '../../../../domain/calendar-day.ts'
import type { KitFact, KitFactOf } from '../../../../domain/commitments/kit/kit-fact.ts'
import { brokenSince, loanStateOn, type Clothing } from '../../../../domain/commitments/kit/kit-standing.ts'
import {
  equipmentLabels,
  outfitReasonLabels,
  wearLabels,
} from '../../../../domain/commitments/kit/kit-words.ts'
import type { Kit, Loan } from '../../../../domain/commitments/kit/structure-kit.ts'
import { formatDayInFigures } from '../../../ui/format/date.ts'
import { counted } from '../../../ui/format/number.ts'
import type { StatusTone } from '../StatusWord.tsx'

/** « manque depuis 12 jours » */
export function missingWords(since: CalendarDay, today: CalendarDay): string {
  return `manque depuis ${counted(daysBetween(since, today), 'jour', 'jours')}`
}

export function loanTitle({ equipment, label }: Pick<Loan, 'equipment' | 'label'>): string {
  return `${equipmentLabels[equipment]} «\u00A0${label}\u00A0»`
}

/** Its serial number, its state at the hand-over, and the day. */
export function loanDetail({ handed }: Pick<Loan, 'handed'>): string {
  const { serial, wear, day } = handed
  const number = serial === '' ? 'Sans numéro de série' : `N°\u00A0${serial}`
  return `${number}, ${wearLabels[wear].toLowerCase()}, remis le ${formatDayInFigures(day)}`
}

/** What a hand-over said before it was corrected last, as long as it is to be confirmed again. */
export function formerWords({ former: [before], received }: Loan): string[] {
  return before && !received
    ? [`Avant correction\u00A0: ${loanTitle(before)}, ${loanDetail({ handed: before })}`]
    : []
}

/** Where a thing stands, and how it is shown. */
export function loanStanding(loan: Loan, today: CalendarDay): { tone: StatusTone; words: string } {
  const state = loanStateOn(loan, today)
  switch (state) {
    case 'not-yet':
      return { tone: 'soft', words: 'Pas encore remis' }
    case 'to-confirm':
      return { tone: 'warn', words: loan.former.length > 0 ? 'Corrigé, à confirmer' : 'À confirmer' }
    case 'held':
      return { tone: 'good', words: `Confirmé le ${formatDayInFigures(loan.received?.day ?? loan.from)}` }
    case 'out-of-order':
      return {
        tone: 'bad',
        words: `Hors service depuis le ${formatDayInFigures(brokenSince(loan, today) ?? loan.from)}`,
      }
    case 'replaced':
      return { tone: 'warn', words: 'Remplacé, à rendre' }
    case 'back-to-confirm':
      return { tone: 'warn', words: 'Retour à confirmer' }
    case 'back':
      return { tone: 'soft', words: 'Rendu' }
  }
}

/** Where clothing stands, in a sentence. */
export function clothingWords({ outfit, state, on }: Clothing): string {
  switch (state) {
    case 'not-asked':
      return 'Aucune demande n’est notée.'
    case 'asked':
      return `Demandée le ${formatDayInFigures(on)}${reason(outfit?.reason)}.`
    case 'shipped':
      return `Expédiée le ${formatDayInFigures(on)}${reason(outfit?.reason)}.`
    case 'received':
      return `Reçue le ${formatDayInFigures(on)}.`
  }
}

function reason(of: keyof typeof outfitReasonLabels | undefined): string {
  return of === undefined || of === 'premiere' ? '' : ` (${outfitReasonLabels[of].toLowerCase()})`
}

/**
 * What is the matter with a fact that counts for nothing as the others stand; undefined where it counts.
 *
 * @param handed what was handed over, whatever became of it
 */
export function asideWords(
  { loans, loose, doubled, outdated }: Kit,
  aside: KitFact,
  handed: readonly KitFactOf<'handed'>[],
): string | undefined {
  const { id, scope } = aside
  if (loose.some((fact) => fact.id === id)) {
    const isOfIt = (one: Pick<Loan, 'item' | 'scope'>) =>
      'item' in aside && one.item === aside.item && one.scope === scope
    const wasTakenBack = handed.some(isOfIt) && !loans.some(isOfIt)
    return wasTakenBack ? 'Remise retirée depuis' : 'Ne correspond à rien de noté'
  }
  if (outdated.some((fact) => fact.id === id)) return 'Avant correction'
  return doubled.some((fact) => fact.id === id) ? 'Déjà dit' : undefined
}

/** What a fact says; what was handed over, in the order in which it was said, tells what things are called. */
export function kitFactWords(fact: KitFact, handed: readonly KitFactOf<'handed'>[]): string {
  const day = formatDayInFigures(fact.day)
  const last = 'item' in fact ? handed.findLast(({ item }) => item === fact.item) : undefined
  const thing = last ? loanTitle(last) : 'Matériel'
  switch (fact.kind) {
    case 'size':
      return `Taille notée le ${day}`
    case 'outfit-asked':
      return `Tenue demandée le ${day}\u00A0: ${outfitReasonLabels[fact.reason].toLowerCase()}`
    case 'outfit-shipped':
      return `Tenue expédiée le ${day}`
    case 'outfit-received':
      return `Tenue reçue le ${day}`
    case 'handed':
      return `${loanTitle(fact)} remis le ${day}`
    case 'received':
      return `${thing} reçu le ${day}`
    case 'out-of-order':
      return `${thing} hors service le ${day}${fact.words ? `\u00A0: ${fact.words}` : ''}`
    case 'repaired':
      return `${thing} réparé le ${day}`
    case 'back':
      return `${thing} rendu le ${day}`
    case 'withdrawn':
      return 'Ce qui était noté a été retiré'
  }
}
