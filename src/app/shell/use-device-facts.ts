import { useEffect, useState } from 'react'
import { canKeepData } from '../data/private-mode.ts'
import { storageEstimate } from '../data/storage-persistence.ts'
import type { NoticeFacts } from './frame-notice.ts'

/** What this browser can do for what is typed: asked once, at the start. */
export function useDeviceFacts(): Pick<NoticeFacts, 'canKeep' | 'nearlyFull'> {
  const [facts, setFacts] = useState<Pick<NoticeFacts, 'canKeep' | 'nearlyFull'>>({
    canKeep: undefined,
    nearlyFull: false,
  })
  useEffect(() => {
    let isShown = true
    const ask = async () => {
      const [canKeep, { nearlyFull }] = await Promise.all([canKeepData(), storageEstimate()])
      if (isShown) setFacts({ canKeep, nearlyFull })
    }
    void ask()
    return () => {
      isShown = false
    }
  }, [])
  return facts
}
