import { useSyncExternalStore } from 'react'

const query = '(min-width: 64em)'

/** Whether there is room for two things side by side: a laptop, unless its letters are much enlarged. */
export function useWideScreen(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}

function subscribe(onChange: () => void): () => void {
  const media = window.matchMedia(query)
  media.addEventListener('change', onChange)
  return () => media.removeEventListener('change', onChange)
}
