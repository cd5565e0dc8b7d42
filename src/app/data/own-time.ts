import type { OwnScope } from '../../domain/access/signed-in-person.ts'
import { weeksShown } from '../../domain/access/structure-time.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import { valueAt } from '../../domain/json.ts'
import {
  firstOfWeeks,
  timeUseOf,
  weeksOfTime,
  type SpentTime,
  type WeekOfTime,
} from '../../domain/statistics/time-spent.ts'
import { ownAbsences } from './absences.ts'
import type { CoopDatabase } from './database.ts'
import type { LocalDocument } from './local-document.ts'
import { readKeptOwnContracts } from './own-contracts.ts'

/**
 * Where one's own time goes, week by week, by the reports of this device, sent or not, at all of one's posts. Working
 * time is that of the contracts as they were read last, less the absences of each post; it isn't known where they never
 * were.
 */
export async function ownTime(
  db: CoopDatabase,
  scopes: readonly OwnScope[],
  today: CalendarDay,
): Promise<WeekOfTime[]> {
  const from = firstOfWeeks(today, weeksShown)
  const rows = await db.report
    .where('[state+order+id]')
    .between(['live', from], ['live', `${today}\uffff`])
    .toArray()
  const own = new Set<string>(scopes.map(({ scope }) => scope))
  const kept = (await readKeptOwnContracts(db, 'mine'))?.said.contracts ?? []
  const absences = await ownAbsences(db)
  const posts = scopes.map(({ scope, contracts }) => ({
    contracts: contracts.map(({ starts, ends }) => {
      const said = kept.find((contract) => contract.scope === scope && contract.starts === starts)
      return { starts, ends, weeklyMinutes: said?.weeklyMinutes ?? null }
    }),
    absences: absences.filter((absence) => absence.scope === scope),
  }))
  const spent = rows.filter(({ scope }) => own.has(scope)).flatMap((row) => timeOf(row))
  return weeksOfTime(spent, posts, { last: today, weeks: weeksShown })
}

function timeOf({ body }: LocalDocument): SpentTime[] {
  const [minutes, kind, activity] = ['minutes', 'kind', 'activity'].map((field) => valueAt(body, field))
  if (typeof minutes !== 'number' || typeof kind !== 'string') return []
  // The day by which the row was found is its body's.
  const day = valueAt(body, 'date') as CalendarDay
  return [
    { day, minutes, use: timeUseOf({ kind, activity: typeof activity === 'string' ? activity : undefined }) },
  ]
}
