import type { Edition } from '../store/open-data-editions.ts'
import type { Db } from '../store/tables.ts'
import { editionFile, type EditionFile, type EditionFileName } from './edition-files.ts'

/** Files kept in memory: one of the nation's year is about two megabytes. */
const mostFiles = 8

/** Files that were asked for last. An edition never changes, so neither do they; nothing but time is lost with them. */
export class EditionShelf {
  readonly #files = new Map<string, Promise<EditionFile>>()
  readonly #sizes = new Map<string, number>()

  async fileOf(db: Db, edition: Edition, name: EditionFileName, publisher: string): Promise<EditionFile> {
    const key = keyOf(edition, name)
    const known = this.#files.get(key)
    const file = known ?? editionFile(db, edition, name, publisher)
    // As the last one asked for: the first of those kept is the one that goes.
    this.#files.delete(key)
    this.#files.set(key, file)
    for (const oldest of [...this.#files.keys()].slice(0, -mostFiles)) this.#files.delete(oldest)
    try {
      return await file
    } catch (error) {
      this.#files.delete(key)
      throw error
    }
  }

  /** Its weight in bytes. */
  async sizeOf(db: Db, edition: Edition, name: EditionFileName, publisher: string): Promise<number> {
    const key = keyOf(edition, name)
    const known = this.#sizes.get(key)
    if (known !== undefined) return known
    const { text } = await this.fileOf(db, edition, name, publisher)
    const bytes = Buffer.byteLength(text)
    this.#sizes.set(key, bytes)
    return bytes
  }
}

function keyOf({ number }: Edition, name: EditionFileName): string {
  return `${number} ${name}`
}
