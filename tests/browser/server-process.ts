import { spawn, type ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { copyFolder } from './copy-folder.ts'
import { preparedDemonstration, preparedPort } from './prepared-run.ts'

/** This version's sources and builds. */
export const root = join(import.meta.dirname, '..', '..')
/** Long enough for the first start on a slow machine, which loads two years of demonstration data. */
const startLimit = 90_000

/** The real server as it was built, in a process of its own, over a folder of its own: it can be stopped, killed and started again. */
export class ServerProcess {
  readonly port: number
  readonly folder: string
  private child: ChildProcess | undefined
  private output = ''
  private environment: Record<string, string>
  private tree = root
  private readonly isShortLived: boolean

  private constructor(
    port: number,
    folder: string,
    environment: Record<string, string>,
    isShortLived: boolean,
  ) {
    this.port = port
    this.folder = folder
    this.environment = environment
    this.isShortLived = isShortLived
  }

  static async start(environment: Record<string, string> = {}): Promise<ServerProcess> {
    const server = await ServerProcess.prepare(environment)
    await server.start()
    return server
  }

  /**
   * One that isn't started yet.
   *
   * @param begins a folder with a database, as tests have it, that it begins with a copy of
   */
  static async prepare(
    environment: Record<string, string>,
    begins = preparedDemonstration(),
  ): Promise<ServerProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'espace-coop-'))
    if (begins !== undefined) await copyFolder(begins, folder)
    return new ServerProcess(await ownPort(), folder, environment, begins !== undefined)
  }

  get origin(): string {
    return `http://localhost:${this.port}`
  }

  /**
   * @param tree whose build it runs from here on: another version's, or this one's
   */
  async start(environment: Record<string, string> = {}, tree = this.tree): Promise<void> {
    this.environment = { ...this.environment, ...environment }
    this.tree = tree
    const child = spawn(process.execPath, [...nodeOptions(this.isShortLived), 'dist-server/main.js'], {
      cwd: tree,
      env: { ...process.env, ...this.environment, PORT: String(this.port), DATA_FOLDER: this.folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const keep = (chunk: Buffer) => {
      this.output = (this.output + chunk.toString()).slice(-20_000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    this.child = child
    await this.answers()
  }

  /** Stops it as an operator would; `SIGKILL` as a power cut would. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.child
    this.child = undefined
    if (!child || child.exitCode !== null) return
    const exited = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await exited
  }

  /** Nothing of it is read again: it needn't finish what is under way. */
  async remove(): Promise<void> {
    await this.stop('SIGKILL')
    await rm(this.folder, { recursive: true, force: true })
  }

  private async answers(): Promise<void> {
    const until = Date.now() + startLimit
    while (Date.now() < until) {
      if (this.child?.exitCode != null) break
      const response = await fetch(`${this.origin}/api/sync/v1/health`).catch(() => undefined)
      if (response?.ok) return
      await delay(100)
    }
    // Nobody has it to stop it later.
    await this.stop('SIGKILL')
    throw new Error(`the server did not start:\n${this.output}`)
  }
}

/**
 * The embedded database is WebAssembly, which is translated twice: at once, and again for speed in the long run. A
 * server of the tests lives for a minute and has nothing of the second; one that is measured is left as it is.
 */
function nodeOptions(isShortLived: boolean): string[] {
  return ['--enable-source-maps', ...(isShortLived ? ['--liftoff-only'] : [])]
}

/** The one that browsers of the tests have the app of, unless a server is there: then any, and they install it. */
async function ownPort(): Promise<number> {
  const prepared = preparedPort()
  return prepared !== undefined && (await isFree(prepared)) ? prepared : freePort()
}

/**
 * A port of this machine that nobody listens on. Under those that systems give to connections: a server that has
 * stopped finds its own free again, whatever the browsers of another test have opened since.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 20; tries += 1) {
    const port = randomInt(20_000, 32_768)
    if (await isFree(port)) return port
  }
  throw new Error('no port to be had')
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer()
  return new Promise((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false)
      else reject(error)
    })
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
