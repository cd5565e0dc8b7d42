import { formatDuration } from '../../ui/format/duration.ts'
import { formatNumber, formatShare } from '../../ui/format/number.ts'
import type { BlockRow } from './block-rows.ts'
import type { Unit } from './block-definitions.ts'

/** What stands above a column of amounts. */
export const unitHeads: Readonly<Record<Unit, string>> = {
  accompaniments: 'Accompagnements',
  activities: 'Activités',
  minutes: 'Durée',
  people: 'Bénéficiaires',
}

export function formatAmount(unit: Unit, amount: number): string {
  return unit === 'minutes' ? formatDuration(amount) : formatNumber(amount)
}

/** « 42 · 12 % »: what a bar says. */
export function amountWithShare(unit: Unit, { amount, share }: BlockRow): string {
  const words = formatAmount(unit, amount)
  return share === undefined ? words : `${words} · ${formatShare(share)}`
}
