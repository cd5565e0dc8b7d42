import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

/** Resident memory of the process of the server, in bytes: now, and at most since it was asked last. */
export interface Memory {
  readonly now: number
  readonly most: number
}

export interface EmployerServer {
  readonly origin: string
  memory(): Promise<Memory>
  close(): Promise<void>
}

/** The real application over a database, in a process of its own, at a moment. */
export async function startEmployerServer(databaseUrl: string, now: Date): Promise<EmployerServer> {
  const child = fork(join(import.meta.dirname, 'employer-server-main.ts'), [
    databaseUrl,
    String(now.getTime()),
  ])
  const { origin } = await next<{ origin: string }>(child)
  return {
    origin,
    memory() {
      child.send('memory')
      return next<Memory>(child)
    },
    async close() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.send('close')
      await gone
    },
  }
}

function next<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error('the process of the server ended'))
    child.once('exit', fail)
    child.once('message', (message) => {
      child.off('exit', fail)
      // employer-server-main.ts says nothing else.
      resolve(message as T)
    })
  })
}
