import type { CalendarDay } from '../../../domain/calendar-day.ts'
import { addDays, addMonths } from '../../../domain/calendar-day.ts'
import { passesLuhn } from '../../../domain/luhn.ts'
import type { InseeCode } from '../../../domain/territory/commune.ts'
import { happens, seededRandom, wholeBetween } from '../seeded-random.ts'

/** A post of an invented structure: since when, and what became of it. */
export interface InventedPost {
  readonly notifiedOn: CalendarDay
  readonly fate: 'occupied' | 'vacant' | 'returned'
  /** First day of the contract; of what is vacant or returned, of one that ended. */
  readonly starts: CalendarDay
  /** Last day; null where there is none. */
  readonly ends: CalendarDay | null
}

export interface InventedStructure {
  readonly siret: string
  readonly name: string
  readonly commune: InseeCode
  readonly kind: 'public' | 'private'
  readonly posts: readonly InventedPost[]
}

/**
 * One of the structures of an invented nation, always the same for its number: three posts in four structures have one
 * alone, 53 % are public, nine posts in ten are occupied. Shares are our own guess.
 */
export function inventedStructure(
  number: number,
  { commune, communeName, today }: { commune: InseeCode; communeName: string; today: CalendarDay },
): InventedStructure {
  const random = seededRandom(`nation/structure/${number}`)
  const isPublic = happens(random, 0.53)
  const count = happens(random, 1 / 3) ? 2 : 1
  return {
    siret: inventedSiret(number),
    name: isPublic ? `Mairie de ${communeName}` : `Association numérique de ${communeName}`,
    commune,
    kind: isPublic ? 'public' : 'private',
    posts: Array.from({ length: count }, () => inventedPost(random, today)),
  }
}

function inventedPost(random: () => number, today: CalendarDay): InventedPost {
  const notifiedOn = addDays(addMonths(today, -wholeBetween(random, 3, 30)), -wholeBetween(random, 0, 27))
  const starts = addDays(notifiedOn, wholeBetween(random, 10, 60))
  if (happens(random, 0.9)) {
    const isOpen = happens(random, 0.3)
    const ends = isOpen ? null : addDays(today, wholeBetween(random, 5, 900))
    return { notifiedOn, fate: 'occupied', starts, ends }
  }
  const ends = addDays(today, -wholeBetween(random, 1, 20))
  return { notifiedOn, fate: happens(random, 0.7) ? 'vacant' : 'returned', starts, ends }
}

/** 14 digits that begin as no real employer's, with a good key. */
function inventedSiret(number: number): string {
  const digits = `998${String(number).padStart(10, '0')}`
  const key = Array.from({ length: 10 }, (_, last) => last).find((last) => passesLuhn(`${digits}${last}`))
  return `${digits}${key ?? 0}`
}
