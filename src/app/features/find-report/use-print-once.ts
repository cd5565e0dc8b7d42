import { useEffect, useEffectEvent } from 'react'

/** Prints once all that is to be on the paper is there. */
export function usePrintOnce(isReady: boolean, onPrinted: () => void): void {
  const done = useEffectEvent(onPrinted)
  useEffect(() => {
    if (!isReady) return undefined
    const onAfterPrint = () => done()
    window.addEventListener('afterprint', onAfterPrint)
    window.print()
    return () => window.removeEventListener('afterprint', onAfterPrint)
  }, [isReady])
}
