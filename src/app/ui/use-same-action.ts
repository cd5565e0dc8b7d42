import { useCallback, useLayoutEffect, useRef } from 'react'

/** An action that is the same each time, for parts that aren't drawn again while it is; it does what it was last told to. */
export function useSameAction<A extends readonly unknown[]>(act: (...args: A) => void): (...args: A) => void {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  return useCallback((...args: A) => latest.current(...args), [])
}
