import type { KitPerson } from '../../../../domain/access/kit-on-the-wire.ts'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import type { KitFact } from '../../../../domain/commitments/kit/kit-fact.ts'
import { kitRules } from '../../../../domain/commitments/kit/kit-rules.ts'
import {
  clothingOn,
  heldBy,
  loanStateOn,
  missingSince,
  type Clothing,
} from '../../../../domain/commitments/kit/kit-standing.ts'
import type { ClothingSize, Equipment } from '../../../../domain/commitments/kit/kit-words.ts'
import { sizeOn, type Kit, type Loan } from '../../../../domain/commitments/kit/structure-kit.ts'
import { versionOn } from '../../../../domain/commitments/versioned-milestones.ts'

/** What somebody has and lacks on a day, as pages show it. */
export interface KitOfPerson {
  /** Under contract that day: what is missing is of these alone. */
  readonly isThere: boolean
  readonly clothing: Clothing
  /** Known to the person, and to who orders. */
  readonly size: ClothingSize | undefined
  readonly held: readonly Loan[]
  /** Back by the word of one of the two. */
  readonly backToConfirm: readonly Loan[]
  readonly missing: readonly { readonly equipment: Equipment; readonly since: CalendarDay }[]
}

export function kitOfPerson(
  { scope, role, contracts }: Pick<KitPerson, 'scope' | 'contracts'> & { role?: KitPerson['role'] },
  { kit, sizes, today }: { kit: Kit; sizes: readonly KitFact[]; today: CalendarDay },
): KitOfPerson {
  const isThere = contracts.some(({ starts, ends }) => starts <= today && (ends === null || today <= ends))
  const equipped = { scope, since: contracts.map(({ starts }) => starts).sort()[0] ?? today }
  // What the State lists is owed to advisors; a coordinator has what is handed over to them.
  const required = isThere && role !== 'coordinator' ? versionOn(kitRules, today).required : []
  return {
    isThere,
    clothing: clothingOn(kit, equipped, today),
    size: sizeOn(sizes, scope, today),
    held: heldBy(kit, scope, today),
    backToConfirm: kit.loans.filter(
      (loan) => loan.scope === scope && loanStateOn(loan, today) === 'back-to-confirm',
    ),
    missing: required.flatMap((equipment) => {
      const since = missingSince(kit, equipped, equipment, today)
      return since === undefined ? [] : [{ equipment, since }]
    }),
  }
}
