import { useEffect, useState } from 'react'
import type { ActivityChoices } from '../../../domain/access/permitted-activity.ts'
import { rememberError } from '../../data/last-errors.ts'
import { fetchActivityChoices, type ActivitiesAsked } from '../../data/structure-activities.ts'

/** Names of advisors and communes that a filter speaks of, where the activities found may not say them: asked for once. */
export function useNamesWanted(asked: ActivitiesAsked, isWanted: boolean): ActivityChoices | undefined {
  const [known, setKnown] = useState<ActivityChoices>()
  const isMissing = isWanted && known === undefined
  const { structureId } = asked
  useEffect(() => {
    if (!isMissing) return undefined
    let isShown = true
    const read = async () => {
      const outcome = await fetchActivityChoices({ structureId, query: '' })
      if (isShown && outcome.ok) setKnown(outcome.figures)
    }
    read().catch(rememberError)
    return () => {
      isShown = false
    }
  }, [structureId, isMissing])
  return known
}
