import { formatHours } from '../../ui/format/duration.ts'
import { counted, formatNumber } from '../../ui/format/number.ts'
import type { AskedTotals } from './use-figures.ts'

/** A total as it is said, with what it was in the period before. */
export interface SaidTotal {
  readonly name: string
  readonly now: number
  readonly before: number
  readonly format: (amount: number) => string
  /** What it is made of, where that says more. */
  readonly detail?: string | undefined
}

/** The four totals that are said first wherever figures are, in their order. */
export function fourTotals({
  figures,
  before: { totals },
}: Pick<AskedTotals, 'figures' | 'before'>): SaidTotal[] {
  const { beneficiaries, newOnes, minutes } = figures
  return [
    {
      name: 'Accompagnements',
      now: figures.accompaniments,
      before: totals.accompaniments,
      format: formatNumber,
    },
    {
      name: 'Bénéficiaires',
      now: beneficiaries.total,
      before: totals.beneficiaries.total,
      format: formatNumber,
      detail:
        beneficiaries.total > 0
          ? `dont ${counted(beneficiaries.named, 'suivi', 'suivis')}, ${counted(beneficiaries.anonymous, 'anonyme', 'anonymes')}, ${counted(newOnes.total, 'nouveau', 'nouveaux')}`
          : undefined,
    },
    {
      name: 'Heures',
      now: minutes.total,
      before: totals.minutes.total,
      format: formatHours,
      detail: minutes.rest > 0 ? `dont ${formatHours(minutes.accompaniment)} en accompagnement` : undefined,
    },
    {
      name: 'Activités',
      now: figures.activities,
      before: totals.activities,
      format: formatNumber,
      detail:
        figures.eventParticipants > 0
          ? `${counted(figures.eventParticipants, 'participant', 'participants')} à des évènements`
          : undefined,
    },
  ]
}
