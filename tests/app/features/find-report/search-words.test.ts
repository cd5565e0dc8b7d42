import { expect, test } from 'vitest'
import { matches, wordsOf } from '../../../../src/app/features/find-report/search-words.ts'
import type { LocalReport } from '../../../../src/app/data/reports.ts'
import { reportSchema } from '../../../../src/domain/report/report.ts'
import { aReport } from '../../../builders/a-report.ts'
import { aDocumentId, aScopeId } from '../../../builders/an-id.ts'

const lieuId = aDocumentId()
const local: LocalReport = {
  id: aDocumentId(),
  scope: aScopeId(),
  mark: 'sent',
  conflicts: [],
  report: reportSchema.parse(
    aReport({
      place: { kind: 'lieu_activite', lieuId },
      themes: ['aide_aux_demarches_administratives'],
      administrativeThemes: ['logement'],
      procedureName: 'Demande d’APL',
      tags: ['Atelier'],
      notes: 'Revoir l’été prochain',
    }),
  ),
}
const places = new Map([[lieuId as string, 'Médiathèque de Seix']])

test.each([
  ['mediatheque seix', true],
  ['20 novembre', true],
  ['LOGEMENT atelier', true],
  ['apl été', true],
  ['demarches', true],
  ['', true],
  ['logement paris', false],
  ['25 novembre', false],
])('« %s » finds it: %s', (search, found) => {
  expect(matches(local, wordsOf(search), places)).toBe(found)
})
