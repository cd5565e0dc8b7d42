import { frenchDayOf, type CalendarDay } from '../../domain/calendar-day.ts'
import { groupBy } from '../../domain/group-by.ts'
import type { PersonId, StructureId } from '../../domain/ids.ts'
import { latestMailBefore } from '../../domain/reminders/whom-to-write.ts'
import {
  monthRulesOn,
  monthsThatAsk,
  monthsToTell,
  type AskingMonth,
} from '../../domain/reminders/months-to-tell.ts'
import { monthStandings } from '../seals/month-standings.ts'
import { monthsUnderContract, responsablesToWrite, toldOfMonths } from '../store/month-reminders.ts'
import type { Store } from '../store/store.ts'
import type { Db } from '../store/tables.ts'
import { snapshotRead } from '../store/transaction.ts'

/** One month that one person is to be told of. */
export interface MonthToTell {
  readonly person: PersonId
  readonly structure: StructureId
  readonly asking: AskingMonth
  readonly version: number
}

/**
 * The months that wait for a word, by who is to be told of them today. Structures are read one after the other, and only
 * those of people who may be written to: the nation's are spread over the week by themselves.
 */
export async function whomToTellOfMonths(store: Store, now: Date): Promise<Map<PersonId, MonthToTell[]>> {
  const today = frenchDayOf(now)
  const latest = latestMailBefore(now, today).toISOString()
  const byStructure = groupBy(await responsablesToWrite(store.db, latest), ({ structure }) => structure)
  const all: MonthToTell[] = []
  for (const [structure, responsables] of byStructure) {
    const { asking, told } = await snapshotRead(store, (db) => askingOf(db, structure, today))
    for (const { person } of responsables) {
      const own = told.filter((one) => one.person === person)
      for (const month of monthsToTell(asking, own, today))
        all.push({ person, structure, asking: month, version: monthRulesOn(today).version })
    }
  }
  return groupBy(all, ({ person }) => person)
}

async function askingOf(db: Db, structure: StructureId, today: CalendarDay) {
  const standings = await monthStandings(db, structure, today)
  const months = standings.map(({ month }) => month)
  const underContract = await monthsUnderContract(db, { structure, months })
  const facts = standings.map((one) => ({ ...one, isUnderContract: underContract.has(one.month) }))
  return { asking: monthsThatAsk(facts, today), told: await toldOfMonths(db, structure) }
}
