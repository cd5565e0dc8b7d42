import { describe, expect, test } from 'vitest'
import {
  fetchGroupFigures,
  keepGroupFigures,
  readKeptFigures,
  type Group,
  type GroupFiguresQuestion,
} from '../../../src/app/data/group-figures.ts'
import type { Fetch } from '../../../src/app/data/http-client.ts'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import { someGroupFigures } from '../../builders/a-group-figures.ts'
import { aPersonId, aStructureId, aTeamId } from '../../builders/an-id.ts'
import { newWorldForEachTest, phone } from './sync-world.ts'

newWorldForEachTest()

const days = (from: string, to: string) => ({
  from: calendarDaySchema.parse(from),
  to: calendarDaySchema.parse(to),
})

function asking(group: Group, fields: Partial<GroupFiguresQuestion> = {}): GroupFiguresQuestion {
  const [period, before] = [days('2026-11-01', '2026-11-30'), days('2026-10-01', '2026-10-31')]
  return { group, period, before, step: 'jour', advisor: undefined, ...fields }
}

const structure: Group = { kind: 'structure', id: aStructureId() }
const team: Group = { kind: 'team', id: aTeamId() }
const figures = someGroupFigures()

describe('the figures of a group', () => {
  test('are asked of the route of their kind', async () => {
    const asked: string[] = []
    const fetch: Fetch = (path) => {
      asked.push(path as string)
      return Promise.resolve(
        new Response(JSON.stringify(figures), { headers: { 'content-type': 'application/json' } }),
      )
    }
    expect(await fetchGroupFigures(asking(structure), fetch)).toEqual({ ok: true, figures })
    const advisor = aPersonId()
    await fetchGroupFigures(asking(team, { advisor }), fetch)
    const query = 'du=2026-11-01&au=2026-11-30&avant-du=2026-10-01&avant-au=2026-10-31&pas=jour'
    expect(asked).toEqual([
      `/api/structures/${structure.id}/figures?${query}`,
      `/api/teams/${team.id}/figures?${query}&conseiller=${advisor}`,
    ])
  })

  test('are kept for that group and the same question only', async () => {
    const { db } = phone
    await keepGroupFigures(db, asking(team), figures)
    expect(await readKeptFigures(db, asking(team))).toEqual(figures)
    expect(await readKeptFigures(db, asking(team, { step: 'mois' }))).toBeUndefined()
    expect(await readKeptFigures(db, asking({ kind: 'team', id: aTeamId() }))).toBeUndefined()
    expect(await readKeptFigures(db, asking(structure))).toBeUndefined()
  })

  test('of one group the last four views are kept, so that a year is there beside a month', async () => {
    const { db } = phone
    const year = asking(team, { period: days('2026-01-01', '2026-12-31') })
    await keepGroupFigures(db, year, figures)
    for (const step of ['jour', 'semaine', 'mois'] as const) {
      await keepGroupFigures(db, asking(team, { step }), figures)
      await keepGroupFigures(db, asking(team, { step }), figures)
    }
    expect(await readKeptFigures(db, year)).toEqual(figures)
    await keepGroupFigures(db, asking(team, { advisor: aPersonId() }), figures)
    expect(await readKeptFigures(db, year)).toBeUndefined()
    expect(await readKeptFigures(db, asking(team, { step: 'jour' }))).toEqual(figures)
  })
})
