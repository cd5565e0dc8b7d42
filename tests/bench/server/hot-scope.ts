import { Agent } from 'node:http'
import { pullAnswerSchema, pushAnswerSchema } from '../../../src/domain/sync/wire.ts'
import { pollOf } from './asks.ts'
import type { PushedServer } from './pushed-server.ts'
import { send } from './load.ts'

/** Another device of the crowd's person, which polls without end and notes what it is given. */
export function followCrowd({ origin, crowd }: PushedServer) {
  const [who] = crowd
  if (!who) throw new Error('there is no crowd')
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const written = new Set<string>()
  const seen = new Set<string>()
  let cursors: Record<string, number> = {}
  const crowdIs = { over: false }
  const poll = async (): Promise<boolean> => {
    const page = pullAnswerSchema.parse(JSON.parse(await send(agent, origin, pollOf(who, cursors))))
    for (const { id } of page.changes) seen.add(id)
    cursors = Object.fromEntries(Object.entries(page.next).map(([scope, { seq }]) => [scope, seq]))
    return page.changes.length > 0
  }
  const following = (async () => {
    for (let more = true; more || !crowdIs.over;) more = await poll()
  })()
  // Heard of at the end.
  following.catch(() => undefined)
  return {
    /** Notes what a push was answered. */
    written(answer: string): void {
      const { results } = pushAnswerSchema.parse(JSON.parse(answer))
      for (const { doc } of results) if (doc) written.add(doc.id)
    },
    async end(): Promise<{ missed: number; written: number }> {
      crowdIs.over = true
      await following
      await poll()
      agent.destroy()
      return { missed: [...written].filter((id) => !seen.has(id)).length, written: written.size }
    },
  }
}
