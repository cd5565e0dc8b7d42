import { Dexie } from 'dexie'
import type { Fact } from '../../domain/statistics/fact.ts'
import { compare } from '../../domain/statistics/fact-book.ts'
import { factOf } from '../../domain/statistics/fact-of.ts'
import { packFacts, unpackFacts, type PackedFacts } from '../../domain/statistics/packed-facts.ts'
import { appVersion } from './app-version.ts'
import type { CoopDatabase } from './database.ts'
import { monthOf } from './local-document.ts'
import { reportIn } from '../../domain/report/report-in.ts'

/** The facts of the reports of one month, so that figures don't read whole bodies (architecture.md, "Statistics"). */
export interface MonthFacts {
  /** `YYYY-MM`. */
  readonly month: string
  /** The build that made them. Another one makes them anew: it may count otherwise, or may have kept none meanwhile. */
  readonly by: string
  /** Live reports of the month, those of a newer version too, which this build can't count. */
  readonly reports: number
  readonly packed: PackedFacts
}

export interface StoredFacts {
  /** In the order of their days. */
  readonly facts: readonly Fact[]
  /** Whether some months have to be made first (`makeFacts`): a save takes its months away, in its own transaction. */
  readonly isComplete: boolean
}

/**
 * The facts of all this device's reports that aren't deleted. A month is missing until it is made: a report that was
 * saved, pulled, deleted or erased took its month away in the same transaction, so what is there is never behind.
 */
export async function storedFacts(db: CoopDatabase): Promise<StoredFacts> {
  const [months, reports] = await db.transaction('r', [db.fact, db.report], async () =>
    Promise.all([db.fact.toArray(), liveReports(db).count()]),
  )
  const own = months.filter(({ by }) => by === appVersion)
  const counted = own.reduce((sum, month) => sum + month.reports, 0)
  const shared = new Map<string, string>()
  return {
    facts: own.flatMap(({ packed }) => unpackFacts(packed, shared)),
    isComplete: counted === reports,
  }
}

interface Maker {
  done: Promise<void>
  isAskedAgain: boolean
}

/** Those that are at it. */
const makers = new WeakMap<CoopDatabase, Maker>()

/**
 * Makes the months that are missing, a few at a time: a page stays alive meanwhile, and what is interrupted goes on
 * where it was. Asked again while it is at it, it looks once more at the end.
 */
export function makeFacts(db: CoopDatabase): Promise<void> {
  const running = makers.get(db)
  if (running) {
    running.isAskedAgain = true
    return running.done
  }
  const maker = { done: Promise.resolve(), isAskedAgain: true }
  makers.set(db, maker)
  maker.done = makeWhileAsked(db, maker)
  return maker.done
}

async function makeWhileAsked(db: CoopDatabase, maker: Maker): Promise<void> {
  try {
    while (maker.isAskedAgain) {
      maker.isAskedAgain = false
      await makeMissing(db)
    }
  } finally {
    // In the same breath as the last look: whoever asks from now on finds nobody at it.
    makers.delete(db)
  }
}

/** A few hundred milliseconds of a phone with twenty thousand reports: a save waits no longer than that. */
const monthsAtOnce = 6

async function makeMissing(db: CoopDatabase): Promise<void> {
  const months = await monthsOfReports(db)
  for (let from = 0; from < months.length; from += monthsAtOnce) {
    const some = months.slice(from, from + monthsAtOnce)
    await db.transaction('rw', [db.fact, db.report], async () => {
      for (const month of some) await makeMonth(db, month)
    })
  }
  await db.fact.filter(({ by }) => by !== appVersion).delete()
}

async function makeMonth(db: CoopDatabase, month: string): Promise<void> {
  const known = await db.fact.get(month)
  const isThere = known?.by === appVersion && known.reports === (await reportsOfMonth(db, month).count())
  if (!isThere) await db.fact.put(await madeMonth(db, month))
}

async function madeMonth(db: CoopDatabase, month: string): Promise<MonthFacts> {
  const rows = await reportsOfMonth(db, month).toArray()
  const facts = rows.flatMap(({ body, scope, id }) => {
    const report = reportIn(body)
    return report ? [factOf(report, { scope, id })] : []
  })
  return { month, by: appVersion, reports: rows.length, packed: packFacts(facts.sort(compare)) }
}

/** Months with live reports, by one read of the index for each. */
async function monthsOfReports(db: CoopDatabase): Promise<string[]> {
  const months: string[] = []
  for (let after = firstMonth; ;) {
    const row = await db.report
      .where('[state+order+id]')
      .between(['live', after], ['live', Dexie.maxKey])
      .first()
    if (!row) return months
    const month = monthOf(row.order)
    months.push(month)
    after = `${month}\uffff`
  }
}

/** A report without a day has no month: it waits for the rest of it to be read. */
const firstMonth = '0'

function liveReports(db: CoopDatabase) {
  return db.report.where('[state+order+id]').between(['live', firstMonth], ['live', Dexie.maxKey])
}

function reportsOfMonth(db: CoopDatabase, month: string) {
  return db.report.where('[state+order+id]').between(['live', month], ['live', `${month}\uffff`])
}
