import type { ActivityPlace } from './activity-place.ts'
import type { Collectif } from './collectif.ts'
import type { Individuel } from './individuel.ts'
import type { Report } from './report.ts'

/** Whether a report is of people helped, rather than of time spent otherwise. */
export function isAccompaniment(report: Report): report is Individuel | Collectif {
  return report.kind === 'individuel' || report.kind === 'collectif'
}

/** Where an activity took place, for the kinds that have a place. */
export function placeOfReport(report: Report): ActivityPlace | undefined {
  switch (report.kind) {
    case 'individuel':
    case 'collectif':
    case 'hors_accompagnement':
      return report.place
    case 'animation':
    case 'evenement':
    case 'partenariat':
      return undefined
  }
}

/** How many accompaniments a report counts for: one person × one activity (domain.md, "What is counted"). */
export function accompanimentsOf(report: Report): number {
  switch (report.kind) {
    case 'individuel':
      return 1
    case 'collectif':
      return (report.participants?.length ?? 0) + (report.anonymous?.total ?? 0)
    case 'hors_accompagnement':
    case 'animation':
    case 'evenement':
    case 'partenariat':
      return 0
  }
}

/** Minutes of an activity, once whatever the number of participants; a partnership has none. */
export function minutesOfReport(report: Report): number {
  return report.kind === 'partenariat' ? 0 : report.minutes
}

/** The beneficiaries that a report names, by the ids of their documents. */
export function namedIn(report: Report): readonly string[] {
  switch (report.kind) {
    case 'individuel':
      return report.beneficiary.kind === 'suivi' ? [report.beneficiary.id] : []
    case 'collectif':
      return (report.participants ?? []).map(({ id }) => id)
    case 'hors_accompagnement':
    case 'animation':
    case 'evenement':
    case 'partenariat':
      return []
  }
}
