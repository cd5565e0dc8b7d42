import { animationTypeLabels, otherTimeLabels } from './activity-nomenclature.ts'
import { labelOf } from './nomenclature.ts'
import type { Report } from './report.ts'
import { themesInShort } from './themes-in-short.ts'

/** What a report is called in a list: its own title where it has one, else what it was about. */
export function reportTitle(report: Report): string {
  switch (report.kind) {
    case 'individuel':
      return themesInShort(report.themes)
    case 'collectif':
      return report.title ?? themesInShort(report.themes)
    case 'hors_accompagnement':
      return report.title ?? labelOf(otherTimeLabels, report.activity)
    case 'animation':
      return report.otherType ?? labelOf(animationTypeLabels, report.type)
    case 'evenement':
    case 'partenariat':
      return report.name
  }
}
