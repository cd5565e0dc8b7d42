import { expect, test } from 'vitest'
import type { HeldOnPerson } from '../../../../src/app/data/held-on-person.ts'
import type { LocalReport } from '../../../../src/app/data/reports.ts'
import { personFile } from '../../../../src/app/features/beneficiaries/person-file.ts'
import type { JsonObject } from '../../../../src/domain/json.ts'
import { reportSchema } from '../../../../src/domain/report/report.ts'
import { aReport, aReportOfKind } from '../../../builders/a-report.ts'
import { aDocumentId, aScopeId } from '../../../builders/an-id.ts'

const [zoe, marc, merged] = [aDocumentId(), aDocumentId(), aDocumentId()]
const scope = aScopeId()

function held(reports: readonly JsonObject[]): HeldOnPerson {
  const page = { firstName: 'Zoé', name: 'Bernard', notSameAs: [marc] }
  const other = { firstName: 'Zoe', name: 'Bernard', phone: '0612345678', mergedInto: zoe }
  return {
    local: {
      id: zoe,
      scope,
      person: { ...page, phone: '0612345678' },
      pages: [
        { id: zoe, scope, body: page },
        { id: merged, scope, body: other },
      ],
    },
    reports: reports.map((body): LocalReport => {
      return { id: aDocumentId(), scope, report: reportSchema.parse(body), mark: 'sent', conflicts: [] }
    }),
    appointments: [{ title: 'Zoé, tablette', date: '2026-11-03' }],
  }
}

test('the file of a person holds their page, those merged into it, their accompaniments and what was planned', () => {
  const report = aReport({
    beneficiary: { kind: 'suivi', id: merged, gender: 'feminin' },
    notes: 'Revenir',
    autonomy: 'autonome',
  })
  const file = JSON.parse(personFile(held([report]))) as JsonObject
  expect(file).toMatchObject({
    personne: { firstName: 'Zoé', name: 'Bernard', phone: '0612345678' },
    fichesReunies: [{ firstName: 'Zoe', name: 'Bernard', phone: '0612345678' }],
    accompagnements: [{ notes: 'Revenir', autonomy: 'autonome', personne: { gender: 'feminin' } }],
    rendezVous: [{ title: 'Zoé, tablette' }],
  })
})

test('the file of a person names nobody else, and gives no note of a whole workshop', () => {
  const workshop = aReportOfKind('collectif', {
    participants: [
      { id: zoe, gender: 'feminin' },
      { id: marc, gender: 'masculin' },
    ],
    notes: 'Marc était en retard',
  })
  const text = personFile(held([workshop]))
  expect(text).not.toMatch(/Marc|masculin/)
  expect(text).not.toContain(marc)
  expect(text).toContain('feminin')
})
