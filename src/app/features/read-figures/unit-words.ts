import { formatDuration } from '../../ui/format/duration.ts'
import { formatNumber, formatShare } from '../../ui/format/number.ts'
import type { BlockRow } from './block-rows.ts'
import type { BlockDefinition, Unit } from './block-definitions.ts'

/** What stands above a column of amounts. */
export const unitHeads: Readonly<Record<Unit, string>> = {
  accompaniments: 'Accompagnements',
  activities: 'Activités',
  minutes: 'Durée',
  people: 'Bénéficiaires',
}

const countedInUnit: Readonly<Record<Unit, string>> = {
  accompaniments: 'en accompagnements',
  activities: 'en activités',
  minutes: 'en heures',
  people: 'en bénéficiaires',
}
const countedInKind: Readonly<Record<NonNullable<BlockDefinition['kind']>, string>> = {
  individuel: 'en accompagnements individuels',
  collectif: 'en ateliers collectifs',
}

/** What the amounts of a breakdown are of, in two or three words. */
export function countedIn({ unit, kind }: BlockDefinition): string {
  return kind ? countedInKind[kind] : countedInUnit[unit]
}

export function formatAmount(unit: Unit, amount: number): string {
  return unit === 'minutes' ? formatDuration(amount) : formatNumber(amount)
}

/** « 42 · 12 % »: what a bar says. */
export function amountWithShare(unit: Unit, { amount, share }: BlockRow): string {
  const words = formatAmount(unit, amount)
  return share === undefined ? words : `${words} · ${formatShare(share)}`
}
