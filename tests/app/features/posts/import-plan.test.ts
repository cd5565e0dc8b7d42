import { expect, test } from 'vitest'
import type { TerritoryPost } from '../../../../src/domain/access/territory-posts.ts'
import { calendarDaySchema } from '../../../../src/domain/calendar-day.ts'
import { postIdSchema } from '../../../../src/domain/commitments/post-ids.ts'
import { errorCatalogue } from '../../../../src/domain/errors.ts'
import { planPosts } from '../../../../src/app/features/posts/state/import-plan.ts'
import { aStructureId, aUuid } from '../../../builders/an-id.ts'

const [mairie, association] = ['99900001100018', '99900002900010']
const day = (text: string) => calendarDaySchema.parse(text)
const known: TerritoryPost = {
  id: postIdSchema.parse(aUuid()),
  reference: '09-0001',
  role: 'advisor',
  isAdditional: false,
  department: '09',
  structureId: aStructureId(),
  structureName: 'Mairie de Saint-Girons',
  siret: mairie,
  state: 'vacant',
  since: day('2024-11-01'),
  notifiedOn: day('2024-11-01'),
  holders: [],
  returnedOn: null,
  contractStarts: null,
  contractEnds: null,
  conventionStarts: null,
  conventionEnds: null,
  awaitsAcceptance: false,
}

function plan(...lines: string[][]) {
  const rows = lines.map((cells, index) => ({ n: index + 2, cells }))
  const heads = ['Numéro', 'SIRET', 'Notification', 'Département']
  const table = { heads, rows, format: { kind: 'xlsx' as const } }
  const layout = { reference: 0, siret: 1, notifiedOn: 2, department: 3 }
  return planPosts(table, layout, { known: [known], own: null }).map((line) =>
    line.fate === 'refused' ? line.because : line.fate,
  )
}

test('a list with doubles: the same line counts once, one that says something else is to correct', () => {
  expect(
    plan(
      ['09-0100', mairie, '02/11/2026', '09'],
      ['09-0100', '999 000 011 00018', '2026-11-02', '9'],
      ['09-0100', mairie, '03/11/2026', '09'],
    ),
  ).toEqual(['new', 'known', errorCatalogue['post-listed-twice'].title])
})

test('a number that is another structure’s post is to correct; that of a post that is there is left as it is', () => {
  expect(plan(['09-0001', mairie, '01/11/2024', '09'], ['09-0001', association, '01/11/2024', '09'])).toEqual(
    ['known', errorCatalogue['post-reference-taken'].title],
  )
})
