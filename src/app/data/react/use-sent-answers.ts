import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect } from 'react'
import { rememberError } from '../last-errors.ts'
import { isPractising } from '../practising.ts'
import { readOwnAnswers, sendOwnAnswers, takenBackWithinMs } from '../own-reminder-answers.ts'
import { fetchOwnReminders, keepOwnReminders } from '../reminders.ts'
import { useDatabase } from './database-context.ts'

/**
 * Sends what was answered here once it can't be taken back, as soon as there is network, and reads what was answered and
 * sent elsewhere.
 */
export function useSentAnswers(): void {
  const db = useDatabase()
  const answers = useLiveQuery(() => readOwnAnswers(db), [db])
  const lastAt = answers?.filter(({ isSent }) => !isSent).at(-1)?.at
  useEffect(() => {
    // Practice asks no server for anything.
    if (isPractising()) return undefined
    const send = () => void sendOwnAnswers(db).catch(rememberError)
    const timer = lastAt === undefined ? undefined : setTimeout(send, lastAt + takenBackWithinMs - Date.now())
    window.addEventListener('online', send)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', send)
    }
  }, [db, lastAt])
  useEffect(() => {
    if (isPractising()) return
    const read = async () => {
      const told = await fetchOwnReminders()
      if (told.ok) await keepOwnReminders(db, told.figures)
    }
    read().catch(rememberError)
  }, [db])
}
