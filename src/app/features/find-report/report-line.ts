import { accompanimentsOf } from '../../../domain/report/accompaniments.ts'
import { reportKindLabels, type ReportKind } from '../../../domain/report/kinds.ts'
import type { Report } from '../../../domain/report/report.ts'
import type { IconName } from '../../ui/icon-paths.ts'
import { placeInShort } from './place-in-short.ts'

export const iconOfKind: Readonly<Record<ReportKind, IconName>> = {
  individuel: 'person',
  collectif: 'people',
  hors_accompagnement: 'clock',
  animation: 'people',
  evenement: 'calendar',
  partenariat: 'building',
}

/** The second line of a report in a list: who or how many, and where. */
export function detailOf(
  report: Report,
  placeNames: ReadonlyMap<string, string>,
  peopleNames: ReadonlyMap<string, string>,
): string {
  switch (report.kind) {
    case 'individuel': {
      const { beneficiary } = report
      // Whoever was erased counts as anonymous.
      const name = beneficiary.kind === 'suivi' ? peopleNames.get(beneficiary.id) : undefined
      const who = name ?? 'Personne anonyme'
      return `${who}, ${placeInShort(report.place, placeNames)}`
    }
    case 'collectif': {
      const count = accompanimentsOf(report)
      return `${count}\u00A0participant${count > 1 ? 's' : ''}, ${placeInShort(report.place, placeNames)}`
    }
    case 'hors_accompagnement': {
      const label = reportKindLabels[report.kind]
      return report.place ? `${label}, ${placeInShort(report.place, placeNames)}` : label
    }
    case 'evenement':
      return `${reportKindLabels.evenement}, ${report.participants}\u00A0participant${report.participants > 1 ? 's' : ''}`
    case 'animation':
    case 'partenariat':
      return reportKindLabels[report.kind]
  }
}
