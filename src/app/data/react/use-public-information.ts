import { useEffect, useState } from 'react'
import type { PublicInformation } from '../../../domain/access/public-information.ts'
import { fetchPublicInformation, keptPublicInformation } from '../public-information.ts'

export type PublicInformationView =
  | { phase: 'known'; information: PublicInformation }
  /** Never told yet on this device: being asked, or out of reach. */
  | { phase: 'asking' | 'unreachable' }

/** What the law asks to be said: as last told, brought up to date when the server answers. */
export function usePublicInformation(): PublicInformationView {
  const [view, setView] = useState<PublicInformationView>(() => {
    const kept = keptPublicInformation()
    return kept ? { phase: 'known', information: kept } : { phase: 'asking' }
  })
  useEffect(() => {
    let isShown = true
    const ask = async () => {
      const information = await fetchPublicInformation()
      if (!isShown) return
      if (information) setView({ phase: 'known', information })
      else setView((before) => (before.phase === 'known' ? before : { phase: 'unreachable' }))
    }
    void ask()
    return () => {
      isShown = false
    }
  }, [])
  return view
}
