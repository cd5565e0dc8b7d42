import { expect } from 'vitest'
import { groupFiguresSchema, type GroupFigures } from '../../../src/domain/access/group-figures.ts'
import { documentIdSchema } from '../../../src/domain/ids.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { ariegeTeam } from '../../../src/server/demonstration/demonstration-people.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import type { App } from '../../../src/server/http/app.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aReport, aReportOfKind } from '../../builders/a-report.ts'
import { signedIn } from '../test-app.ts'
import { plantDocument } from '../test-cast.ts'

/** Whose figures are asked for, as a path says it: those of the town hall, or of the cast's team. */
const groups = { structures: townHall.id, teams: ariegeTeam.id } as const

export const november = 'du=2026-11-01&au=2026-11-30&avant-du=2026-10-01&avant-au=2026-10-31&pas=mois'

export async function asksFigures(
  app: App,
  person: keyof typeof cast,
  group: keyof typeof groups,
  query = november,
) {
  return app.inject({
    url: `/api/${group}/${groups[group]}/figures?${query}`,
    headers: await signedIn(app, cast[person].id),
  })
}

export async function readsFigures(
  app: App,
  person: keyof typeof cast,
  group: keyof typeof groups,
  query = november,
): Promise<GroupFigures> {
  const answer = await asksFigures(app, person, group, query)
  expect(answer.statusCode, answer.body).toBe(200)
  return groupFiguresSchema.parse(answer.json())
}

export function idOf(number: number) {
  return documentIdSchema.parse(`019ab000-0000-7000-8000-${String(number).padStart(12, '0')}`)
}

const person = idOf(77)

/** What `plantTellingReports` writes and no figure may tell. */
export const toldByReports = new RegExp(
  `${person}|feminin|soixante|retraite|09268|privée|visible|${idOf(1)}|${idOf(2)}`,
)

/** Two reports of Awa's that say a lot of somebody: 1 named person, 8 anonymous ones, notes and tags. */
export async function plantTellingReports(store: Store): Promise<void> {
  const known = { gender: 'feminin', ageRange: 'soixante_dix_plus', status: 'retraite', commune: '09268' }
  const words = { notes: 'Une note privée', tags: ['étiquette privée'], structureTags: ['visible'] }
  await plantDocument(store, 'awa', {
    id: idOf(1),
    body: aReport({ date: '2026-11-19', beneficiary: { kind: 'suivi', id: person, ...known }, ...words }),
  })
  await plantDocument(store, 'awa', {
    id: idOf(2),
    body: aReportOfKind('collectif', {
      date: '2026-11-20',
      participants: [{ id: person, ...known }],
      anonymous: { total: 8, ageRange: { soixante_dix_plus: 8 } },
      ...words,
    }),
  })
}
