import { access, constants, mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { documentIdSchema, personIdSchema, scopeIdSchema } from '../../domain/ids.ts'

const erasedEntrySchema = z.object({
  scope: scopeIdSchema,
  id: documentIdSchema,
  collection: z.string(),
  by: personIdSchema,
  at: z.iso.datetime(),
})
export type ErasedEntry = z.infer<typeof erasedEntrySchema>

/**
 * The list of erased ids that no backup holds and no restore takes back: files that only grow, one line of JSON an id,
 * without any value (sync.md 3.4, decide 8). Every server of a database writes a file of its own in one shared folder,
 * so that none waits for another's lock or cuts its lines, and reads them all.
 */
export interface ErasedLog {
  /** Resolves once the entries are written through to the disk. */
  append(entries: readonly ErasedEntry[]): Promise<void>
  /** What any server wrote, an id once for each time that it was written. */
  read(): Promise<ErasedEntry[]>
}

/** @param writer name of this process's own file, which no other process has */
export function erasedLogIn(folder: string, writer: string): ErasedLog {
  return {
    async append(entries) {
      if (entries.length === 0) return
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = await open(join(folder, `${writer}.log`), 'a', 0o600)
      try {
        await file.writeFile(entries.map((entry) => `\n${JSON.stringify(entry)}\n`).join(''))
        await file.sync()
      } finally {
        await file.close()
      }
      await syncFolder(folder)
    },
    async read() {
      const texts = await Promise.all(
        (await logsIn(folder)).map((name) => readFile(join(folder, name), 'utf8')),
      )
      return texts.flatMap(linesOf).flatMap(readEntry)
    },
  }
}

const markName = 'README.txt'
const mark = `Ids that were erased for good, in one file for each server. They hold no value of anything.
Every server of the database shares this folder. Keep it outside of the database's backups, and never put an older
state of it back: after a restore, what is listed here is erased again before anybody comes in (npm run new-epoch).
`

/** Makes the folder ready for the servers of a database, and marks it as theirs; throws where it can't be written. */
export async function prepareErasedFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await access(folder, constants.R_OK | constants.W_OK)
  if (!(await isErasedFolder(folder))) await writeFile(join(folder, markName), mark)
}

/** Whether it is the folder that servers have written to: a disk that isn't mounted leaves an empty one in its place. */
export async function isErasedFolder(folder: string): Promise<boolean> {
  return (await namesIn(folder)).includes(markName)
}

async function logsIn(folder: string): Promise<string[]> {
  const names = await namesIn(folder)
  return names.filter((name) => name.endsWith('.log')).sort()
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** A new file is on the disk only when its folder is too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '')
}

/**
 * A line that a power cut left half written was never answered: its device asks again. Each entry begins on a line of
 * its own, so that such a line spoils no other.
 */
function readEntry(line: string): ErasedEntry[] {
  try {
    return [erasedEntrySchema.parse(JSON.parse(line))]
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}
