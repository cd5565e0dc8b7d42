import { useEffect, useEffectEvent, type RefObject } from 'react'

/**
 * Calls back when the person touches or focuses something outside `box`. A focus that is merely lost doesn't count: on
 * a phone, folding the keyboard to see the list loses it.
 */
export function useElsewhere(
  box: RefObject<HTMLElement | null>,
  isWatching: boolean,
  onElsewhere: () => void,
): void {
  const leave = useEffectEvent(onElsewhere)
  useEffect(() => {
    if (!isWatching) return undefined
    const watch = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) leave()
    }
    document.addEventListener('pointerdown', watch)
    document.addEventListener('focusin', watch)
    return () => {
      document.removeEventListener('pointerdown', watch)
      document.removeEventListener('focusin', watch)
    }
  }, [box, isWatching])
}
