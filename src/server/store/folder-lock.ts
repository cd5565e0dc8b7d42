import { readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

import * as z from 'zod/mini'

import { liveness, ownIdentity } from './process-identity.ts'
import { StoreError } from './store-error.ts'

/*
 * Two processes on one embedded database silently lose rows, and Node has no lock that the system lifts when a
 * process dies. So: files lock-1, lock-2 … in the folder, each made by the process that takes over from the one
 * before. A process holds the folder when it made a file and none is higher. It may make the next one only when the
 * holder of the highest has let go or is dead. The highest is never removed, so a number is never used twice, and
 * making a file is atomic: of several that try, one succeeds.
 */

const nameOfLock = /^lock-(\d{1,15})$/

/** A living holder touches its file this often, which is how one on another machine or in a container is seen. */
const beatMs = 2_000
/** How long a holder that can't be looked up is given to show a beat. */
const watchMs = 5 * beatMs

const holderSchema = z.union([
  z.object({ released: z.literal(true) }),
  z.object({ pid: z.int(), started: z.string(), place: z.string() }),
])

export interface FolderLock {
  /** Lets go; the next process need not wait. */
  release(): Promise<void>
}

export interface LockOptions {
  /** Called when another process has taken the folder over, after this one was stopped for long. */
  onLost: () => void
  pause?: (ms: number) => Promise<unknown>
}

/** Takes the folder for this process, or throws StoreError `folder-in-use`. */
export async function lockFolder(folder: string, options: LockOptions): Promise<FolderLock> {
  const highest = await highestLock(folder)
  try {
    if (highest > 0) await requireFree(folder, highest, options.pause ?? setTimeout)
    await writeFile(pathOf(folder, highest + 1), JSON.stringify(ownIdentity()), { flag: 'wx', flush: true })
  } catch (error) {
    // EEXIST: another made the next file first; ENOENT: another has already taken over from the one looked at.
    if (['EEXIST', 'ENOENT'].includes(systemCode(error))) throw takenMeanwhile(folder)
    throw error
  }
  return keepIfHighest(folder, highest + 1, options.onLost)
}

async function keepIfHighest(folder: string, number: number, onLost: () => void): Promise<FolderLock> {
  const numbers = await lockNumbers(folder)
  if (numbers.some((other) => other > number)) {
    await rm(pathOf(folder, number), { force: true })
    throw takenMeanwhile(folder)
  }
  await Promise.all(
    numbers.filter((other) => other < number).map((other) => rm(pathOf(folder, other), { force: true })),
  )
  return hold(pathOf(folder, number), onLost)
}

async function highestLock(folder: string): Promise<number> {
  return Math.max(0, ...(await lockNumbers(folder)))
}

async function lockNumbers(folder: string): Promise<number[]> {
  const names = await readdir(folder)
  return names.flatMap((name) => {
    const digits = nameOfLock.exec(name)?.[1]
    return digits === undefined ? [] : [Number(digits)]
  })
}

async function requireFree(
  folder: string,
  number: number,
  pause: (ms: number) => Promise<unknown>,
): Promise<void> {
  const path = pathOf(folder, number)
  const holder = await readHolder(path)
  if (holder !== undefined && 'released' in holder) return
  switch (holder === undefined ? 'unknown' : liveness(holder)) {
    case 'dead':
      return
    case 'alive':
      throw inUse(folder, `process ${holder?.pid ?? '?'} has it open`)
    case 'unknown':
      if (await showsBeat(path, pause))
        throw inUse(folder, 'a process of another machine or container has it open')
  }
}

/** undefined while it is being written, or when its writer died in the middle. */
async function readHolder(path: string): Promise<z.infer<typeof holderSchema> | undefined> {
  try {
    return holderSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

async function showsBeat(path: string, pause: (ms: number) => Promise<unknown>): Promise<boolean> {
  const before = await stat(path)
  await pause(watchMs)
  const after = await stat(path)
  return after.mtimeMs !== before.mtimeMs
}

function hold(path: string, onLost: () => void): FolderLock {
  const timer = setInterval(() => {
    const now = new Date()
    utimes(path, now, now).catch((error: unknown) => {
      if (systemCode(error) !== 'ENOENT') return // a disk that is full or busy: the next beat may pass
      clearInterval(timer)
      onLost()
    })
  }, beatMs)
  timer.unref()
  return {
    async release() {
      clearInterval(timer)
      await writeFile(path, JSON.stringify({ released: true }))
    },
  }
}

function pathOf(folder: string, number: number): string {
  return join(folder, `lock-${number}`)
}

function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function takenMeanwhile(folder: string): StoreError {
  return inUse(folder, 'another process took it at the same moment')
}

function inUse(folder: string, why: string): StoreError {
  return new StoreError(
    'folder-in-use',
    `The folder ${folder} can't be opened: ${why}. Only one server may use an embedded store; stop the other one, or name a PostgreSQL in DATABASE_URL.`,
  )
}
