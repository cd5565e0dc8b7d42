import { spawn, spawnSync } from 'node:child_process'

/** System calls that have a file reach the disk, of some processes and their children. */
export interface TracedSyncs {
  /** When each was called, in milliseconds as Date.now() counts. */
  readonly calls: readonly number[]
  stop(): Promise<void>
}

/** Undefined where there is no strace, or it may not look at other processes. */
export async function traceSyncs(processes: readonly number[]): Promise<TracedSyncs | undefined> {
  if (spawnSync('strace', ['-V'], { stdio: 'ignore' }).status !== 0) return undefined
  const attach = processes.flatMap((pid) => ['-p', String(pid)])
  const tracer = spawn('strace', ['-f', '-ttt', '-e', 'trace=fsync,fdatasync', ...attach], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const calls: number[] = []
  let rest = ''
  let attached = (): void => undefined
  const ready = new Promise<boolean>((resolve) => {
    attached = () => resolve(true)
    tracer.once('exit', () => resolve(false))
  })
  tracer.stderr.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n')
    rest = lines.pop() ?? ''
    if (lines.some((line) => line.includes('attached'))) attached()
    for (const line of lines) {
      const [, at] = /(\d{10}\.\d+) (?:fsync|fdatasync)\(/.exec(line) ?? []
      if (at !== undefined) calls.push(Number(at) * 1000)
    }
  })
  if (!(await ready)) return undefined
  return {
    calls,
    async stop() {
      const gone = new Promise((resolve) => tracer.once('close', resolve))
      tracer.kill('SIGINT')
      await gone
    },
  }
}
