import { expect, test } from 'vitest'
import { keepStructureCommunity } from '../../../src/app/data/community.ts'
import { keepGroupFigures } from '../../../src/app/data/group-figures.ts'
import { keepMonthAnomalies } from '../../../src/app/data/month-anomalies.ts'
import { keepStructureReminders } from '../../../src/app/data/reminders.ts'
import { keepStructureAbsences } from '../../../src/app/data/structure-absences.ts'
import { keepStructureActivities } from '../../../src/app/data/structure-activities.ts'
import { keepMonths } from '../../../src/app/data/structure-months.ts'
import { keepStructureReadings } from '../../../src/app/data/structure-readings.ts'
import { keepStructureReport } from '../../../src/app/data/structure-report.ts'
import { keepQuestions } from '../../../src/app/data/structure-questions.ts'
import { keepStructureMissions } from '../../../src/app/data/structure-missions.ts'
import { keepStructureTime } from '../../../src/app/data/structure-time.ts'
import { forgetStructures, structureViews } from '../../../src/app/data/structure-views.ts'
import { calendarMonthSchema } from '../../../src/domain/calendar-month.ts'
import type { StructureId } from '../../../src/domain/ids.ts'
import type { Period } from '../../../src/domain/statistics/period.ts'
import { someGroupFigures } from '../../builders/a-group-figures.ts'
import { aDocumentId, aStructureId } from '../../builders/an-id.ts'
import { newWorldForEachTest, phone } from './sync-world.ts'

newWorldForEachTest()

const month = calendarMonthSchema.parse('2026-11')
// The days of that month.
const period = { from: '2026-11-01', to: '2026-11-30' } as Period

/** Keeps all that pages of a structure keep. */
async function keepEveryView(structure: StructureId): Promise<void> {
  const { db } = phone
  const group = { kind: 'structure' as const, id: structure }
  const page = { items: [], next: null }
  await keepStructureActivities(db, { structureId: structure, query: '' }, { page, readAt: 1 })
  await keepGroupFigures(
    db,
    { group, period, before: period, step: 'jour', advisor: undefined },
    someGroupFigures(),
  )
  await keepStructureAbsences(db, structure, { advisors: [], absences: [] })
  await keepQuestions(db, structure, { threads: [] })
  const anomalies = { countedAt: '2026-11-26T10:00:00.000Z', month, anomalies: [] }
  await keepMonthAnomalies(db, { structure, month }, anomalies)
  await keepMonths(db, structure, { countedAt: '2026-11-26T10:00:00.000Z', months: [] })
  await keepStructureReminders(db, structure, { silences: [] })
  const report = aDocumentId()
  await keepStructureReport(db, { structureId: structure, report }, { readAt: 1, said: null })
  const log = { readAt: 1, said: { month, openings: [], lists: [] } }
  await keepStructureReadings(db, { structureId: structure, month }, log)
  await keepStructureCommunity(db, structure, { today: period.from, advisors: [], events: [] })
  await keepStructureMissions(db, structure, { today: period.from, quarters: [] })
  await keepStructureTime(db, structure, { today: period.from, advisors: [] })
}

const keysOf = async (structure: StructureId) =>
  (await phone.db.meta.toCollection().primaryKeys()).filter((key) => key.endsWith(structure))

test('I14 nothing of a structure stays on the device of whoever was removed from it, and all of the others', async () => {
  const [left, own] = [aStructureId(), aStructureId()]
  await keepEveryView(left)
  await keepEveryView(own)
  expect(await keysOf(left)).toHaveLength(structureViews.length)
  await forgetStructures(phone.db, (id) => id === left)
  expect(await keysOf(left)).toEqual([])
  expect(await keysOf(own)).toHaveLength(structureViews.length)
})
