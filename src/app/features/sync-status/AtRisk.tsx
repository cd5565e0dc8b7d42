import { useStorageState } from '../../data/react/use-storage-state.ts'
import { Notice } from '../../ui/Notice.tsx'

/** While something waits on a device whose browser may throw it away: what may happen, and what to do (P8, P13, P15). */
export function AtRisk() {
  const storage = useStorageState()
  if (!storage || storage.persistence === 'persisted') return null
  return (
    <Notice tone="warn" announce="never" title="Ce qui n’est pas envoyé n’est que sur cet appareil.">
      Ce navigateur peut l’effacer si la place manque, et Safari après sept jours sans visite. Envoyez dès que
      le réseau le permet, ou exportez. Installée, l’application est mieux gardée.
    </Notice>
  )
}
