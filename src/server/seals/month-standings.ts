import type { CalendarDay } from '../../domain/calendar-day.ts'
import { addToMonth, monthOfDay, type CalendarMonth } from '../../domain/calendar-month.ts'
import type { StructureMonth } from '../../domain/access/structure-months.ts'
import { groupBy } from '../../domain/group-by.ts'
import type { StructureId } from '../../domain/ids.ts'
import { standingOf } from '../../domain/seal/month-standing.ts'
import { sumOfLines } from '../../domain/seal/month-of-lines.ts'
import { vouchableFrom } from '../../domain/seal/vouchable-from.ts'
import {
  latestSeals,
  linesOfSeal,
  shapesOfSeals,
  type LatestSeal,
  type SealLineShape,
} from '../store/seals.ts'
import { monthShapes, type MonthShape } from '../store/sealed-months.ts'
import { structureSetting } from '../store/structure-setting.ts'
import type { Db } from '../store/tables.ts'
import { markedLines } from './read-month.ts'

/** How far back months are listed, the running one included; one that was vouched for is listed however old. */
const listedMonths = 36

/**
 * Where each of a structure's months stands, the latest first: from its first contract on. Reports are read only of
 * months where something moved since they were vouched for.
 */
export async function monthStandings(
  db: Db,
  structure: StructureId,
  today: CalendarDay,
): Promise<StructureMonth[]> {
  const { department, firstContract } = await structureSetting(db, structure)
  const seals = new Map((await latestSeals(db, structure)).map((seal) => [seal.month, seal]))
  const months = listed(today, firstContract, [...seals.keys()])
  const moved = await movedMonths(db, structure, [...seals.values()])
  const standings: StructureMonth[] = []
  for (const month of months) {
    const seal = seals.get(month)
    const from = vouchableFrom(month, department)
    const holds = !seal || !moved.has(month) || (await isAsSealed(db, structure, seal))
    standings.push({
      month,
      standing: standingOf({ isVouchable: today >= from, isSealed: seal !== undefined, holds }),
      vouchableFrom: from,
      sealedAt: seal?.at ?? null,
      byName: seal?.byName ?? null,
    })
  }
  return standings
}

function listed(
  today: CalendarDay,
  firstContract: CalendarDay | undefined,
  sealed: readonly CalendarMonth[],
): CalendarMonth[] {
  const latest = monthOfDay(today)
  const first = firstContract === undefined ? latest : monthOfDay(firstContract)
  const recent = Array.from({ length: listedMonths }, (_, back) => addToMonth(latest, -back))
  return [...new Set([...recent.filter((month) => month >= first), ...sealed])].sort().reverse()
}

/** Months of which some post isn't, by the count of its reports, what it was when its month was sealed. */
async function movedMonths(
  db: Db,
  structure: StructureId,
  seals: readonly LatestSeal[],
): Promise<ReadonlySet<CalendarMonth>> {
  const months = seals.map(({ month }) => month).sort()
  const [from, to] = [months[0], months.at(-1)]
  if (from === undefined || to === undefined) return new Set()
  const sealed = groupBy(
    await shapesOfSeals(
      db,
      seals.map(({ id }) => id),
    ),
    ({ seal }) => seal,
  )
  const now = groupBy(await monthShapes(db, { structure, from, to }), ({ month }) => month)
  return new Set(
    seals
      .filter(({ id, month }) => hasMoved(sealed.get(id) ?? [], now.get(month) ?? []))
      .map(({ month }) => month),
  )
}

function hasMoved(sealed: readonly SealLineShape[], now: readonly MonthShape[]): boolean {
  const withReports = sealed.filter(({ reports }) => reports > 0)
  if (withReports.length !== now.length) return true
  return withReports.some((line) => {
    const post = now.find(({ scope }) => scope === line.scope)
    return post?.reports !== line.reports || post.idsSum !== line.idsSum || post.seq > line.seq
  })
}

/** Whether every report is as it was, by reading all that the structure may see of them. */
async function isAsSealed(db: Db, structure: StructureId, { id, month }: LatestSeal): Promise<boolean> {
  const sealed = await linesOfSeal(db, id)
  return sumOfLines(sealed) === sumOfLines(await markedLines(db, { structure, month }))
}
