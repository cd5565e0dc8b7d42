import { Client } from 'pg'
import type { Traffic } from './benched-server.ts'

/**
 * Sees what the driver sends from now on, below everything that the store does.
 *
 * @returns what was sent since it was asked last
 */
export function countTraffic(): () => Traffic {
  const none: Traffic = { statements: 0, roundTrips: 0 }
  let traffic = none
  const awaited = new WeakMap<Client, number>()
  const count = (client: Client, by: number) => awaited.set(client, (awaited.get(client) ?? 0) + by)
  const done = async (client: Client, answer: PromiseLike<unknown>) => {
    await Promise.allSettled([answer])
    count(client, -1)
  }
  // Nothing is unbound: it is applied to the client that it was called on.
  // oxlint-disable-next-line typescript/unbound-method
  Client.prototype.query = new Proxy(Client.prototype.query, {
    apply(send, client: Client, words) {
      const answer: unknown = Reflect.apply(send, client, words)
      // The driver's other form, which calls back, is not this store's.
      if (!(answer instanceof Promise)) return answer
      const { statements, roundTrips } = traffic
      traffic = { statements: statements + 1, roundTrips: roundTrips + (awaited.get(client) ? 0 : 1) }
      count(client, 1)
      void done(client, answer)
      return answer
    },
  })
  return () => {
    const seen = traffic
    traffic = none
    return seen
  }
}
