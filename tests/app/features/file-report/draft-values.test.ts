import { expect, test } from 'vitest'
import {
  beforeOfDraft,
  draftOf,
  valuesOfDraft,
} from '../../../../src/app/features/file-report/draft-values.ts'
import { blankValues } from '../../../../src/app/features/file-report/form-values.ts'
import { aReport } from '../../../builders/a-report.ts'
import { aDocumentId, aScopeId } from '../../../builders/an-id.ts'

const values = { ...blankValues, scope: aScopeId(), themes: ['email'], notes: 'En cours', notesShared: true }
const facts = { id: aDocumentId(), values, before: undefined, updatedAt: 1 }

test('I26 a draft gives back what was typed', () => {
  const draft = draftOf(facts)
  expect(valuesOfDraft(draft.values)).toEqual(values)
  expect(beforeOfDraft(draft)).toBeUndefined()
})

test('a draft of an edit gives back the report as it was when the person began', () => {
  const before = aReport()
  expect(beforeOfDraft(draftOf({ ...facts, before }))).toEqual(before)
})

test('what another build wrote otherwise is no answer, and the rest stays', () => {
  const kept = { ...draftOf(facts).values, themes: 'email', duration: 45, notesShared: 'oui', futur: [1] }
  expect(valuesOfDraft(kept)).toEqual({ ...values, themes: [], duration: '', notesShared: false })
})
