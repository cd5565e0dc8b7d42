import { memoryUsage } from 'node:process'
import type { Memory } from './benched-server.ts'

/** Looks at the memory of this process, often, without keeping it alive. */
export function watchMemory(): () => Memory {
  let most = 0
  const look = () => {
    most = Math.max(most, memoryUsage.rss())
  }
  setInterval(look, 20).unref()
  return () => {
    look()
    const seen = { now: memoryUsage.rss(), most }
    most = 0
    return seen
  }
}
