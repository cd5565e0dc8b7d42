import { standingFields } from '../../../domain/beneficiary/person-of-pages.ts'
import type { JsonObject } from '../../../domain/json.ts'
import { minutesOfReport } from '../../../domain/report/accompaniments.ts'
import { reportKindLabels } from '../../../domain/report/kinds.ts'
import { reportTitle } from '../../../domain/report/report-title.ts'
import type { HeldOnPerson } from '../../data/held-on-person.ts'
import type { LocalReport } from '../../data/reports.ts'
import { bodyOf } from './merge-people.ts'
import { accompanimentFields } from './own-fields.ts'

/**
 * All that is held on one person, to be given to them: their page, those merged into it as they were typed, their
 * accompaniments and what was planned with them. Nobody else is in it: of a workshop, only their own part.
 */
export function personFile({ local, reports, appointments }: HeldOnPerson): string {
  const [, ...merged] = local.pages
  const file = {
    personne: ofPerson(bodyOf(local)),
    ...(merged.length > 0 ? { fichesReunies: merged.map(({ body }) => ofPerson(body)) } : {}),
    accompagnements: reports.map((one) => ofReport(local, one)),
    rendezVous: appointments,
  }
  return JSON.stringify(file, null, 2)
}

function ofPerson(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([field]) => !standingFields.includes(field)))
}

function ofReport(local: HeldOnPerson['local'], { report }: LocalReport) {
  return {
    jour: report.date,
    activite: reportKindLabels[report.kind],
    objet: reportTitle(report),
    minutes: minutesOfReport(report),
    ...accompanimentFields(report, local),
  }
}
