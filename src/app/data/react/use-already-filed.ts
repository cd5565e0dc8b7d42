import { useLiveQuery } from 'dexie-react-hooks'
import { calendarDaySchema } from '../../../domain/calendar-day.ts'
import { alreadyFiled, type Filing } from '../already-filed.ts'
import { useDatabase } from './database-context.ts'

/** Reports that are probably the one that is being typed; none while its day isn't one. */
export function useAlreadyFiled(filing: Omit<Filing, 'date'> & { date: string }) {
  const db = useDatabase()
  const { id, place, people, title } = filing
  const date = calendarDaySchema.safeParse(filing.date).data
  return useLiveQuery(
    () => (date ? alreadyFiled(db, { id, date, place, people, title }) : []),
    [db, id, date, place, people.join(), title],
  )
}
