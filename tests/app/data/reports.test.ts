import { beforeEach, describe, expect, test } from 'vitest'
import { reportById, reportOfMonth, reportsByDay, usualChoices } from '../../../src/app/data/reports.ts'
import { aDocumentId } from '../../builders/an-id.ts'
import { newWorldForEachTest, phone } from './sync-world.ts'

newWorldForEachTest()

describe('the list', () => {
  beforeEach(async () => {
    for (const date of ['2026-11-18', '2026-11-20', '2026-11-19', '2026-11-20']) await phone.files({ date })
  })

  test('is by day of activity, the newest first, in pages that don’t overlap', async () => {
    const first = await reportsByDay(phone.db, { limit: 2 })
    const last = first.at(-1)
    if (!last) throw new Error('the first page is not empty')
    const second = await reportsByDay(phone.db, { limit: 9, before: { date: last.report.date, id: last.id } })
    expect(first.map(({ report }) => report.date)).toEqual(['2026-11-20', '2026-11-20'])
    expect(second.map(({ report }) => report.date)).toEqual(['2026-11-19', '2026-11-18'])
  })

  test('leaves deleted reports out', async () => {
    const [newest] = await reportsByDay(phone.db, { limit: 1 })
    if (!newest) throw new Error('there is a report')
    await phone.deletes(newest.id)
    expect(await reportsByDay(phone.db, { limit: 9 })).toHaveLength(3)
    expect(await reportById(phone.db, newest.id)).toBeUndefined()
  })

  test('shows codes of a newer version, and not what is of a kind that this version doesn’t know', async () => {
    const [newer] = await reportsByDay(phone.db, { limit: 1 })
    const row = newer && (await phone.row(newer.id))
    if (!row) throw new Error('there is a report')
    await phone.db.report.put({ ...row, body: { ...row.body, themes: ['theme_de_2030'] } })
    expect((await reportById(phone.db, row.id))?.report.themes).toEqual(['theme_de_2030'])
    await phone.db.report.put({ ...row, body: { ...row.body, kind: 'kind_of_2030' } })
    expect(await reportById(phone.db, row.id)).toBeUndefined()
  })
})

test('usual choices come from what was chosen most', async () => {
  const lieu = aDocumentId()
  await phone.files({ minutes: 30, themes: ['email'], place: { kind: 'lieu_activite', lieuId: lieu } })
  await phone.files({ minutes: 60, themes: ['email', 'sante'] })
  await phone.files({ minutes: 60, themes: ['sante', 'email'] })
  expect(await usualChoices(phone.db)).toEqual({
    minutes: [60, 30],
    themes: ['email', 'sante'],
    lieuIds: [lieu],
  })
})

test('a month counts its own days only', async () => {
  await phone.files({ date: '2026-10-31', minutes: 10 })
  await phone.files({ date: '2026-11-01', minutes: 20 })
  await phone.files({ date: '2026-11-30', minutes: 40 })
  expect(await reportOfMonth(phone.db, '2026-11')).toEqual({ accompaniments: 2, minutes: 60 })
})
