import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import { updateState } from './update-state.ts'

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

/**
 * Takes a waiting update at the next navigation, never over a form (P1, P2). A tab whose build was replaced by another
 * tab reloads at once when no form is open, else when the form is left.
 *
 * @param path the address shown
 * @param isForm whether what is shown at that address may hold unsaved typing
 */
export function useUpdateAtNavigation(path: string, isForm: boolean): void {
  const phase = useSyncExternalStore(updateState.subscribe, updateState.current)
  const { apply } = useUpdate()
  const shownPath = useRef(path)
  useEffect(() => {
    const navigated = shownPath.current !== path
    shownPath.current = path
    if (isForm) return
    if (phase.kind === 'stale' || (phase.kind === 'ready' && navigated)) apply()
  }, [path, isForm, phase, apply])
}
