import { useEffect, useState } from 'react'
import { keepBilan, readBilan, type BilanChoices } from '../bilan.ts'
import { useDatabase } from './database-context.ts'

/** How long after the last key the choices are kept. */
const keptAfterMs = 300

/** What the person chose of their bilan, and the way to change it; undefined until it is read. */
export function useBilan(
  first: BilanChoices,
): [choices: BilanChoices | undefined, change: (choices: BilanChoices) => void] {
  const db = useDatabase()
  const [choices, setChoices] = useState<BilanChoices>()
  const [isChanged, setChanged] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  useEffect(() => {
    let isAwaited = true
    const read = async () => {
      const known = await readBilan(db)
      if (isAwaited) setChoices((typed) => typed ?? known ?? first)
    }
    read().catch(setFailure)
    return () => {
      isAwaited = false
    }
  }, [db, first])
  useEffect(() => {
    if (!isChanged || !choices) return undefined
    const timer = setTimeout(() => void keepBilan(db, choices).catch(setFailure), keptAfterMs)
    return () => clearTimeout(timer)
  }, [db, isChanged, choices])
  if (failure !== undefined) throw failure
  const change = (next: BilanChoices) => {
    setChoices(next)
    setChanged(true)
  }
  return [choices, change]
}
