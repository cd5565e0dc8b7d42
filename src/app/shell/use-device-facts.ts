import { useEffect, useState } from 'react'
import { canKeepData } from '../data/private-mode.ts'
import { useDatabase } from '../data/react/database-context.ts'
import { storageEstimate } from '../data/storage-persistence.ts'
import type { NoticeFacts } from './frame-notice.ts'

type DeviceFacts = Pick<NoticeFacts, 'canKeep' | 'nearlyFull'>

/** What this browser can do for what is typed. How full it is changes: asked again after each save, and on return. */
export function useDeviceFacts(): DeviceFacts {
  const db = useDatabase()
  const [facts, setFacts] = useState<DeviceFacts>({ canKeep: undefined, nearlyFull: false })
  useEffect(() => {
    let isShown = true
    const tell = (told: Partial<DeviceFacts>) => {
      if (isShown) setFacts((known) => ({ ...known, ...told }))
    }
    const askKeep = async () => tell({ canKeep: await canKeepData() })
    const askRoom = async () => tell({ nearlyFull: (await storageEstimate()).nearlyFull })
    const onVisible = () => {
      if (document.visibilityState === 'visible') void askRoom()
    }
    void askKeep()
    void askRoom()
    const stopSaves = db.onSave(() => void askRoom())
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      isShown = false
      stopSaves()
      document.removeEventListener('visibilitychange', onVisible)
    }
  }, [db])
  return facts
}
