import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

import { onTestFinished } from 'vitest'

export interface StoreChild {
  /** Its next line, or undefined when it has ended. */
  nextLine(): Promise<string | undefined>
  /** Kills it as the system would (SIGKILL), waits until it is gone, and answers the lines not read yet. */
  kill(): Promise<string[]>
}

/** Starts `store-child.ts` on a folder; it ends with the test at the latest. */
export function startStoreChild(folder: string): StoreChild {
  const program = fileURLToPath(new URL('./store-child.ts', import.meta.url))
  // It lives for a second: its database is WebAssembly, which needn't be translated for the long run too.
  const child = spawn(process.execPath, ['--liftoff-only', '--import', 'tsx', program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const nextLine = async (): Promise<string | undefined> => {
    const { value, done } = await lines.next()
    return done === true ? undefined : value
  }
  return { nextLine, kill: () => kill(child, nextLine) }
}

async function kill(child: ChildProcess, nextLine: () => Promise<string | undefined>): Promise<string[]> {
  const gone = child.exitCode === null ? once(child, 'exit') : Promise.resolve()
  child.kill('SIGKILL')
  await gone
  const rest: string[] = []
  for (let line = await nextLine(); line !== undefined; line = await nextLine()) rest.push(line)
  return rest
}
