import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { SignedInDevice } from '../../drills/kills/pushing-world.ts'

/** What the process of the server says once it listens. */
export interface Benched {
  /** The application itself, which has the references of the bench as routes beside its own. */
  readonly origin: string
  /** The references again, on a bare Fastify without the application's guards, headers and metrics. */
  readonly bareOrigin: string
  /** One device for each of some people, with three scopes each. */
  readonly people: readonly SignedInDevice[]
  /** The devices of one person who has one scope. */
  readonly crowd: readonly SignedInDevice[]
}

/** What went over the connections to the database since it was asked last. */
export interface Traffic {
  readonly statements: number
  /** Times that something was sent to a connection on which nothing was awaited. */
  readonly roundTrips: number
}

export interface BenchedServer extends Benched {
  traffic(): Promise<Traffic>
  close(): Promise<void>
}

/** The real application over a database, in a process of its own, as in production. */
export async function startBenchedServer(databaseUrl: string): Promise<BenchedServer> {
  const child = fork(join(import.meta.dirname, 'server-main.ts'), [databaseUrl])
  const benched = await next<Benched>(child)
  return {
    ...benched,
    traffic() {
      child.send('traffic')
      return next<Traffic>(child)
    },
    async close() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.send('close')
      await gone
    },
  }
}

/** The process says one thing for each that it is asked, and one at its start. */
function next<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error('the process of the server ended'))
    child.once('exit', fail)
    child.once('message', (message) => {
      child.off('exit', fail)
      // server-main.ts says nothing else.
      resolve(message as T)
    })
  })
}
