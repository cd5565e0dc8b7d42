import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { onTestFinished } from 'vitest'

/** A folder of the running test, removed when it ends. */
export function temporaryFolder(): string {
  const { folder, remove } = lastingFolder()
  onTestFinished(remove)
  return folder
}

/** A folder that somebody else removes. */
export function lastingFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'espace-coop-store-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
