import { withoutPersonalData } from './http/problem.ts'
import type { StoreLog } from './store/store-log.ts'

/** What is said before and beside requests, one line of JSON each on standard error, as the requests' own log. */
export function operatorLog(level: string): StoreLog {
  const silent = level === 'silent'
  const say = (name: string, facts: object, message: string): void => {
    if (silent) return
    console.error(JSON.stringify({ level: name, time: Date.now(), ...readable(facts), msg: message }))
  }
  return {
    info: (facts, message) => {
      if (level === 'info' || level === 'debug') say('info', facts, message)
    },
    warn: (facts, message) => say('warn', facts, message),
    error: (facts, message) => say('error', facts, message),
  }
}

function readable(facts: object): object {
  const entries = Object.entries(facts).map(([name, value]: [string, unknown]) => [
    name,
    value instanceof Error ? withoutPersonalData(value) : value,
  ])
  return Object.fromEntries(entries) as object // fromEntries forgets what it is given
}
