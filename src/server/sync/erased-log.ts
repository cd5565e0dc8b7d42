import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
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
 * The list of erased ids that no backup holds and no restore takes back: a file that only grows, one line of JSON an
 * id, without any value (sync.md 3.4, decide 8). Keep it out of the backups, or in all of them, and never restore it.
 */
export interface ErasedLog {
  /** Resolves once the entries are written through to the disk. */
  append(entries: readonly ErasedEntry[]): Promise<void>
  read(): Promise<ErasedEntry[]>
}

export function erasedLogAt(path: string): ErasedLog {
  return {
    async append(entries) {
      if (entries.length === 0) return
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const file = await open(path, 'a', 0o600)
      try {
        await file.writeFile(entries.map((entry) => `\n${JSON.stringify(entry)}\n`).join(''))
        await file.sync()
      } finally {
        await file.close()
      }
      await syncFolder(dirname(path))
    },
    async read() {
      return linesOf(await textOf(path)).flatMap(readEntry)
    },
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

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
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
