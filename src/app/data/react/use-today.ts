import { useSyncExternalStore } from 'react'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import { todayHere } from '../today.ts'

/** The day on the wall, that follows midnight while the page is open. */
export function useToday(): CalendarDay {
  return useSyncExternalStore(subscribe, todayHere)
}

const everyMinute = 60_000

function subscribe(onChange: () => void): () => void {
  const timer = setInterval(onChange, everyMinute)
  // A page that was asleep has no timers: it looks when it is shown again.
  document.addEventListener('visibilitychange', onChange)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', onChange)
  }
}
