import { inject, onTestFinished } from 'vitest'
import { copyFolder } from '../browser/copy-folder.ts'
import { lastingFolder } from './store/temporary-folder.ts'

/** A folder of the running test, with an embedded database that nobody has opened since it was made; removed when it ends. */
export async function copiedDatabase(): Promise<string> {
  const { folder, remove } = lastingFolder()
  onTestFinished(remove)
  await copyFolder(inject('madeDatabase'), folder)
  return folder
}
