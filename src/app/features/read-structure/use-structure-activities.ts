import { useCallback, useEffect, useState } from 'react'
import type { PermittedActivity } from '../../../domain/access/permitted-activity.ts'
import type { StructureId } from '../../../domain/ids.ts'
import { rememberError } from '../../data/last-errors.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { forgetStructures } from '../../data/structure-views.ts'
import { refreshSession } from '../../data/session.ts'
import {
  fetchStructureActivities,
  keepStructureActivities,
  readKeptActivities,
} from '../../data/structure-activities.ts'
import type { ReadPhase } from '../../data/react/use-server-answer.ts'
import {
  lastViewOf,
  nothingYet,
  rememberView,
  withKept,
  withNewest,
  withOlder,
  type ActivitiesView,
} from './activities-view.ts'

export interface StructureActivities {
  items: readonly PermittedActivity[]
  hasMore: boolean
  /** When what is shown was read; null where nothing is, or where it is being read. */
  readAt: number | null
  phase: ReadPhase
  readMore: () => void
}

/** A structure's activities: the last view kept here at once, the server's as soon as it answers. */
export function useStructureActivities(structureId: StructureId): StructureActivities {
  const db = useDatabase()
  const [view, setView] = useState<ActivitiesView>(() => lastViewOf(db, structureId) ?? nothingYet)
  useEffect(() => rememberView(db, structureId, view), [db, structureId, view])

  useEffect(() => {
    let isShown = true
    const show = (change: (before: ActivitiesView) => ActivitiesView) => {
      if (isShown) setView(change)
    }
    const readKept = async () => {
      const kept = await readKeptActivities(db, structureId)
      if (kept) show((before) => withKept(before, kept))
    }
    const readNow = async () => {
      const outcome = await fetchStructureActivities(structureId)
      if (!outcome.ok && outcome.reason === 'forbidden') {
        // Whoever was removed reads nothing more, what was kept here included.
        show(() => ({ ...nothingYet, phase: 'forbidden' }))
        await forgetStructures(db, (id) => id === structureId)
        await refreshSession()
        return
      }
      if (!outcome.ok) return show((before) => ({ ...before, phase: outcome.reason }))
      const readAt = Date.now()
      show((before) => withNewest(before, outcome.page, readAt))
      await keepStructureActivities(db, { structureId, page: outcome.page, readAt })
    }
    // The server's answer is shown whether or not the device can keep it.
    readKept().catch(rememberError)
    readNow().catch(rememberError)
    return () => {
      isShown = false
    }
  }, [db, structureId])

  const readMore = useCallback(async () => {
    if (view.next === null) return
    setView((before) => ({ ...before, phase: 'asking' }))
    const outcome = await fetchStructureActivities(structureId, view.next)
    setView((before) => {
      if (outcome.ok) return withOlder(before, outcome.page)
      return outcome.reason === 'forbidden'
        ? { ...nothingYet, phase: 'forbidden' }
        : { ...before, phase: outcome.reason }
    })
  }, [structureId, view.next])

  const { items, next, readAt, phase } = view
  return { items, hasMore: next !== null, readAt, phase, readMore: () => void readMore() }
}
