import { useEffect } from 'react'
import { showBadge } from '../data/app-badge.ts'
import { useBadgeCount } from '../data/react/use-badge-count.ts'

/** The badge of the app's icon follows what waits here, and goes with the person who signs out (I25). */
export function useAppBadge(): void {
  const count = useBadgeCount()
  useEffect(() => {
    if (count !== undefined) void showBadge(count)
  }, [count])
  useEffect(() => () => void showBadge(0), [])
}
