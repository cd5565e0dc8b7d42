import { useEffect } from 'react'
import type { StructureId } from '../../../domain/ids.ts'
import { rememberError } from '../last-errors.ts'
import { refreshSession } from '../session.ts'
import { forgetStructures } from '../structure-views.ts'
import { useDatabase } from './database-context.ts'

/** Once the server says that a structure isn't read any more, nothing of it stays on the device. */
export function useForgetForbidden(structureId: StructureId, isForbidden: boolean): void {
  const db = useDatabase()
  useEffect(() => {
    if (!isForbidden) return
    forgetStructures(db, (id) => id === structureId)
      .then(() => refreshSession())
      .catch(rememberError)
  }, [db, structureId, isForbidden])
}
