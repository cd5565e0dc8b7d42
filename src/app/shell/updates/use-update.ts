import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { updateState } from './update-state.ts'
import { whenQuiet } from './when-quiet.ts'

/** Whether a newer build is ready, and the way to take it now. */
export function useUpdate(): { ready: boolean; apply: () => void } {
  const phase = useSyncExternalStore(updateState.subscribe, updateState.current)
  const apply = useCallback(() => {
    const now = updateState.current()
    switch (now.kind) {
      case 'none':
        return
      case 'ready':
        return now.take()
      case 'stale':
        return now.reload()
    }
  }, [])
  return { ready: phase.kind !== 'none', apply }
}

/** How long a page is held back for a newer build to take over: it does within a few tens of milliseconds. */
const takeoverMs = 1_500

/**
 * Takes a waiting update at the next navigation, never over a form (P1, P2). A tab whose build was replaced by another
 * tab reloads at once when no form is open, else when the form is left.
 *
 * @param path the address shown
 * @param isForm whether what is shown at that address may hold unsaved typing
 * @returns whether the newer build is about to take over. Nothing may be asked of the older one meanwhile, nor still be
 *   on its way for the page that was left: Chromium starts a worker again that is asked for more while it stops, and then
 *   never gives the newer one its place
 */
export function useUpdateAtNavigation(path: string, isForm: boolean): boolean {
  const phase = useSyncExternalStore(updateState.subscribe, updateState.current)
  const { apply } = useUpdate()
  const [shownPath, setShownPath] = useState(path)
  const [isTaking, setTaking] = useState(false)
  if (path !== shownPath) {
    setShownPath(path)
    if (!isForm && phase.kind === 'ready') setTaking(true)
  }
  useEffect(() => {
    if (!isForm && phase.kind === 'stale') apply()
  }, [isForm, phase, apply])
  useEffect(() => {
    if (!isTaking) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const cancel = whenQuiet(() => {
      apply()
      timer = setTimeout(() => setTaking(false), takeoverMs)
    })
    return () => {
      cancel()
      clearTimeout(timer)
    }
  }, [isTaking, apply])
  return isTaking
}
