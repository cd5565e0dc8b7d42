import type { DocumentId, ScopeId } from '../ids.ts'
import { minutesOfReport } from '../report/accompaniments.ts'
import type { Report } from '../report/report.ts'
import { facetsOf, filingDelayOf } from '../report/search/facets.ts'
import { marginsOf, traitValues } from '../report/search/trait-facets.ts'
import type { Fact } from './fact.ts'

/** The fact of a report that is filed and not deleted. */
export function factOf(report: Report, { scope, id }: { scope: ScopeId; id: DocumentId }): Fact {
  return {
    scope,
    id,
    date: report.date,
    kind: report.kind,
    minutes: minutesOfReport(report),
    delay: filingDelayOf(report),
    values: facetsOf(report),
    ...peopleOf(report),
    margins: marginsOf(report),
    eventParticipants: report.kind === 'evenement' ? report.participants : 0,
  }
}

function peopleOf(report: Report): Pick<Fact, 'named' | 'anonymous' | 'alreadyAccompanied'> {
  switch (report.kind) {
    case 'individuel': {
      const { beneficiary } = report
      if (beneficiary.kind === 'anonyme') {
        return { named: [], anonymous: 1, alreadyAccompanied: beneficiary.alreadyAccompanied ? 1 : 0 }
      }
      const named = [{ id: beneficiary.id, traits: traitValues(beneficiary) }]
      return { named, anonymous: 0, alreadyAccompanied: 0 }
    }
    case 'collectif':
      return {
        named: (report.participants ?? []).map((person) => ({ id: person.id, traits: traitValues(person) })),
        anonymous: report.anonymous?.total ?? 0,
        alreadyAccompanied: report.anonymous?.alreadyAccompanied ?? 0,
      }
    case 'hors_accompagnement':
    case 'animation':
    case 'evenement':
    case 'partenariat':
      return { named: [], anonymous: 0, alreadyAccompanied: 0 }
  }
}
