import { useCallback, useEffect, useState } from 'react'
import { rememberError } from '../../data/last-errors.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { useForgetForbidden } from '../../data/react/use-forget-forbidden.ts'
import {
  fetchStructureActivities,
  keepStructureActivities,
  readKeptActivities,
  type ActivitiesAsked,
} from '../../data/structure-activities.ts'
import {
  lastViewOf,
  nothingYet,
  rememberView,
  withKept,
  withNewest,
  withOlder,
  withRefusal,
  type ActivitiesView,
} from './activities-view.ts'

export interface StructureActivities {
  view: ActivitiesView
  hasMore: boolean
  readMore: () => void
}

/** A structure's activities: the last view kept here at once, the server's as soon as it answers. `asked` is the same object as long as it asks the same. */
export function useStructureActivities(asked: ActivitiesAsked): StructureActivities {
  const db = useDatabase()
  const { structureId, query } = asked
  const [view, setView] = useState<ActivitiesView>(() => lastViewOf(db, asked) ?? nothingYet(query))
  useEffect(() => rememberView(db, structureId, view), [db, structureId, view])
  useForgetForbidden(structureId, view.phase === 'forbidden')

  useEffect(() => {
    let isShown = true
    const show = (change: (before: ActivitiesView) => ActivitiesView) => {
      if (isShown) setView(change)
    }
    const readKept = async () => {
      show((before) => ({ ...(lastViewOf(db, asked) ?? before), phase: 'asking' }))
      const kept = await readKeptActivities(db, asked)
      if (kept) show((before) => withKept(before, query, kept))
    }
    const readNow = async (keptIsRead: Promise<void>) => {
      const outcome = await fetchStructureActivities(asked)
      if (outcome.ok) {
        const readAt = Date.now()
        show((before) => withNewest(before, query, outcome.page, readAt))
        await keepStructureActivities(db, asked, { page: outcome.page, readAt })
        return
      }
      const { reason } = outcome
      if (reason === 'forbidden') {
        // Whoever was removed reads nothing more, what was kept here included.
        return show(() => ({ ...nothingYet(query), phase: 'forbidden' }))
      }
      await keptIsRead
      show((before) => withRefusal(before, query, reason))
    }
    // The server's answer is shown whether or not the device can read or keep it.
    const keptIsRead = readKept().catch(rememberError)
    readNow(keptIsRead).catch(rememberError)
    return () => {
      isShown = false
    }
  }, [db, asked, query])

  const readMore = useCallback(async () => {
    if (view.next === null || view.phase === 'asking') return
    setView((before) => ({ ...before, phase: 'asking' }))
    const outcome = await fetchStructureActivities({ structureId, query: view.query }, view.next)
    setView((before) => {
      // Another question was asked meanwhile.
      if (before.query !== view.query) return before
      if (outcome.ok) return withOlder(before, outcome.page)
      return outcome.reason === 'forbidden'
        ? { ...nothingYet(view.query), phase: 'forbidden' }
        : { ...before, phase: outcome.reason }
    })
  }, [structureId, view.query, view.next, view.phase])

  return { view, hasMore: view.next !== null, readMore: () => void readMore() }
}
