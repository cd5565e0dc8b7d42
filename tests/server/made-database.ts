import type { TestProject } from 'vitest/node'
import { openStore } from '../../src/server/store/open-store.ts'
import { lastingFolder } from './store/temporary-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with an embedded database at the newest schema, with nobody in it: to be copied, never opened. */
    madeDatabase: string
  }
}

/** Makes it, once for all tests of the server: it takes seconds of processor. Answers what removes it. */
export async function makeDatabase(project: TestProject): Promise<() => void> {
  const { folder, remove } = lastingFolder()
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const store = await openStore({ folder, log })
  await store.close()
  project.provide('madeDatabase', folder)
  return remove
}
