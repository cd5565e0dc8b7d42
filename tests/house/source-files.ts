import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')

/** Paths of the files under a folder of the repository, relative to its root, that end as asked. */
export function filesUnder(folder: string, ending: RegExp): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter(
      (entry) => entry.isFile() && ending.test(entry.name) && !entry.parentPath.includes('node_modules'),
    )
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

export interface Import {
  /** File that imports. */
  from: string
  /** Repository path of a file, or the name of a package. */
  to: string
  /** Whether only types are taken: nothing of it is there at run time. */
  typeOnly: boolean
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g

/** Every import and re-export of the source files under a folder. */
export function importsUnder(folder: string): Import[] {
  return filesUnder(folder, /\.tsx?$/).flatMap((from) =>
    [...textOf(from).matchAll(importPattern)].map((match) => {
      const specifier = match[2] ?? match[3] ?? ''
      const to = specifier.startsWith('.') ? posix.join(dirname(from), specifier) : specifier
      return { from, to, typeOnly: match[1] !== undefined }
    }),
  )
}
