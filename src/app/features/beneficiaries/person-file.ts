import type { Beneficiary } from '../../../domain/beneficiary/beneficiary.ts'
import { minutesOfReport } from '../../../domain/report/accompaniments.ts'
import { reportKindLabels } from '../../../domain/report/kinds.ts'
import { reportTitle } from '../../../domain/report/report-title.ts'
import type { LocalReport } from '../../data/reports.ts'

/** All that is held on one person, to be given to them: their page, and their accompaniments. Nobody else is in it. */
export function personFile(person: Beneficiary, reports: readonly LocalReport[]): string {
  const { mergedInto: _into, notSameAs: _other, ...page } = person
  const accompaniments = reports.map(({ report }) => ({
    jour: report.date,
    activite: reportKindLabels[report.kind],
    objet: reportTitle(report),
    minutes: minutesOfReport(report),
    // A workshop's note is of all its participants.
    ...(report.kind === 'individuel' && report.notes ? { note: report.notes } : {}),
  }))
  return JSON.stringify({ personne: page, accompagnements: accompaniments }, null, 2)
}
