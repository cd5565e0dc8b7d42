import { useEffect, useState } from 'react'
import { keepBilan, readBilan, type BilanChoices, type BilanKey } from '../bilan.ts'
import { useDatabase } from './database-context.ts'

/**
 * What the person chose of a bilan, and the way to change it; undefined until it is read. Kept at each change: a few
 * hundred bytes, and whoever leaves right after the last key loses nothing.
 *
 * @param first where nothing was ever chosen
 */
export function useBilan(
  key: BilanKey,
  first: BilanChoices,
): [choices: BilanChoices | undefined, change: (choices: BilanChoices) => void] {
  const db = useDatabase()
  const [shown, setShown] = useState<{ key: BilanKey; choices: BilanChoices }>()
  const [failure, setFailure] = useState<unknown>()
  useEffect(() => {
    let isAwaited = true
    const read = async () => {
      const kept = await readBilan(db, key)
      if (isAwaited) setShown({ key, choices: kept ?? first })
    }
    read().catch(setFailure)
    return () => {
      isAwaited = false
    }
  }, [db, key, first])
  if (failure !== undefined) throw failure
  const change = (choices: BilanChoices) => {
    setShown({ key, choices })
    keepBilan(db, key, choices).catch(setFailure)
  }
  // Another bilan’s choices are not this one’s, even for the moment of a reading.
  return [shown?.key === key ? shown.choices : undefined, change]
}
