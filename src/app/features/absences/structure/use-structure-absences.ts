import { useCallback, useEffect, useState } from 'react'
import type { StructureAbsences } from '../../../../domain/access/structure-absences.ts'
import type { StructureId } from '../../../../domain/ids.ts'
import { rememberError } from '../../../data/last-errors.ts'
import { useDatabase } from '../../../data/react/database-context.ts'
import type { ReadRefusal } from '../../../data/read-refusal.ts'
import {
  fetchStructureAbsences,
  keepStructureAbsences,
  readKeptAbsences,
} from '../../../data/structure-absences.ts'

export interface AbsencesView {
  /** Undefined where nothing was ever read here. */
  readonly read: StructureAbsences | undefined
  readonly phase: 'asking' | 'read' | ReadRefusal
}

/** A structure's absences: those kept here at once, the server's as soon as it answers; and the way to ask again. */
export function useStructureAbsences(structureId: StructureId): AbsencesView & { reload: () => void } {
  const db = useDatabase()
  const [view, setView] = useState<AbsencesView>({ read: undefined, phase: 'asking' })
  const load = useCallback(
    async (isAwaited: () => boolean) => {
      const show = (change: (before: AbsencesView) => AbsencesView) => {
        if (isAwaited()) setView(change)
      }
      const kept = await readKeptAbsences(db, structureId)
      show((before) => ({ ...before, read: before.read ?? kept }))
      const outcome = await fetchStructureAbsences(structureId)
      if (outcome.ok) {
        show(() => ({ read: outcome.read, phase: 'read' }))
        return keepStructureAbsences(db, structureId, outcome.read)
      }
      const { reason } = outcome
      show(({ read }) => ({ read: reason === 'forbidden' ? undefined : read, phase: reason }))
    },
    [db, structureId],
  )
  useEffect(() => {
    let isAwaited = true
    load(() => isAwaited).catch(rememberError)
    return () => {
      isAwaited = false
    }
  }, [load])
  const reload = useCallback(() => void load(() => true).catch(rememberError), [load])
  return { ...view, reload }
}
