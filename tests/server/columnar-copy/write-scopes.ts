import type { ColumnarCopy } from '../../../src/server/columnar-copy/columnar-copy.ts'
import type { MovedScope } from '../../../src/server/columnar-copy/moved-part.ts'
import { scopeChanges, writeChanges } from '../../../src/server/columnar-copy/write-scopes.ts'

/** Takes what changed of some scopes into a copy, where nothing else is written meanwhile. */
export function writeScopes(copy: ColumnarCopy, moved: readonly MovedScope[]): Promise<void> {
  return writeChanges(copy, scopeChanges(copy, moved))
}
