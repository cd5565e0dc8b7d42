import { calendarDaySchema } from '../../calendar-day.ts'
import type { Versioned } from '../versioned-milestones.ts'
import type { Equipment } from './kit-words.ts'

/** What an advisor has, and how long it may be missing before that is late. */
export interface KitRules extends Versioned {
  /** What everybody has; the rest is handed over if needed. */
  readonly required: readonly Equipment[]
  /** Days without a thing that works before it is late. */
  readonly equipmentLateAfter: number
  /** Days of contract before it is late that no outfit is asked for. */
  readonly outfitAskedWithin: number
  /** Days without an outfit, once asked for, before it is late. */
  readonly outfitLateAfter: number
}

/** What is required is the State's list of commitments; it sets no delay: the days are our own. */
export const kitRules: readonly [KitRules, ...KitRules[]] = [
  {
    version: 1,
    since: calendarDaySchema.parse('2021-01-01'),
    required: ['ordinateur', 'telephone', 'espace_de_travail'],
    equipmentLateAfter: 30,
    outfitAskedWithin: 30,
    outfitLateAfter: 90,
  },
]
