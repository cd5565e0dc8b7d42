import { useEffect } from 'react'
import { showBadge } from '../data/app-badge.ts'
import { useSyncStatus } from '../data/react/use-sync-status.ts'

/** The badge of the app's icon follows what waits here, and goes with the person who signs out (I25). */
export function useAppBadge(): void {
  const status = useSyncStatus()
  const count = status && status.pending + status.toCorrect
  useEffect(() => {
    if (count !== undefined) void showBadge(count)
  }, [count])
  useEffect(() => () => void showBadge(0), [])
}
