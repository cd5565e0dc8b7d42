import { useSyncStatus } from '../../data/react/use-sync-status.ts'
import { Loading } from '../../ui/Loading.tsx'

/** Said as long as reports that were filed elsewhere aren’t all here: whatever is counted lacks them. */
export function StillArriving() {
  const isArriving = useSyncStatus()?.historyIncomplete ?? false
  if (!isArriving) return null
  return (
    <Loading>
      Des comptes rendus déposés ailleurs arrivent encore sur cet appareil&nbsp;: ces chiffres ne sont pas
      complets.
    </Loading>
  )
}
