import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

/** What the process of the server is started with. */
export interface ServerOptions {
  readonly databaseUrl: string
  /** The moment at which its clock stands, in milliseconds; that of the machine without one. */
  readonly now?: number
  /** Whether the references of the bench are served too. */
  readonly withReferences?: boolean
}

/** What the process of the server says once it listens. */
export interface Listening {
  /** The application itself, which has the references of the bench as routes beside its own. */
  readonly origin: string
  /** The references again, on a bare Fastify without the application's guards, headers and metrics. */
  readonly bareOrigin: string
}

/** What went over the connections to the database since it was asked last. */
export interface Traffic {
  readonly statements: number
  /** Times that something was sent to a connection on which nothing was awaited. */
  readonly roundTrips: number
}

/** Resident memory of the process of the server, in bytes: now, and at most since it was asked last. */
export interface Memory {
  readonly now: number
  readonly most: number
}

export interface BenchedServer extends Listening {
  traffic(): Promise<Traffic>
  memory(): Promise<Memory>
  close(): Promise<void>
}

/** The real application over a database, in a process of its own, as in production. */
export async function startBenchedServer(options: ServerOptions): Promise<BenchedServer> {
  const child = fork(join(import.meta.dirname, 'server-main.ts'), [JSON.stringify(options)])
  const ask = <T>(word: string) => {
    child.send(word)
    return next<T>(child)
  }
  return {
    ...(await next<Listening>(child)),
    traffic: () => ask<Traffic>('traffic'),
    memory: () => ask<Memory>('memory'),
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
