import type { Ref, RefCallback } from 'react'

/** One ref that fills several: a piece often needs the element that its caller asked for too. */
export function joinRefs<T>(...refs: readonly (Ref<T> | undefined)[]): RefCallback<T> {
  return (element) => {
    for (const ref of refs) {
      if (typeof ref === 'function') ref(element)
      else if (ref) ref.current = element
    }
  }
}
