import { useSyncExternalStore } from 'react'

/** The minute that it is, in ms: follows the clock while the page is open. */
export function useMinute(): number {
  return useSyncExternalStore(subscribe, minuteNow)
}

const minute = 60_000

function minuteNow(): number {
  return Math.floor(Date.now() / minute) * minute
}

function subscribe(onChange: () => void): () => void {
  const timer = setInterval(onChange, minute / 6)
  // A page that was asleep has no timers: it looks when it is shown again.
  document.addEventListener('visibilitychange', onChange)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', onChange)
  }
}
