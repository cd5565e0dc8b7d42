import { useCallback, useEffect, useRef } from 'react'
import { useLocation } from 'wouter'

export interface Navigation {
  path: string
  navigate: (address: string, options?: { replace?: boolean }) => void
  /** Whether one came to the page shown from another page of the app. */
  isArrival: () => boolean
  /** Back where one was; to `address` when one opened the app here. */
  goBack: (address: string) => void
}

/** How one goes through the app: how far from where it was opened, and the top of the page on going forward. */
export function useNavigation(): Navigation {
  const [path, navigate] = useLocation()
  const depth = useRef(0)
  const hasMoved = useRef(false)
  useEffect(() => {
    const forward = () => {
      depth.current += 1
      hasMoved.current = true
      window.scrollTo(0, 0)
    }
    const replaced = () => {
      hasMoved.current = true
    }
    const back = () => {
      depth.current = Math.max(0, depth.current - 1)
      hasMoved.current = true
    }
    // The router announces its moves by these names.
    window.addEventListener('pushState', forward)
    window.addEventListener('replaceState', replaced)
    window.addEventListener('popstate', back)
    return () => {
      window.removeEventListener('pushState', forward)
      window.removeEventListener('replaceState', replaced)
      window.removeEventListener('popstate', back)
    }
  }, [])
  const isArrival = useCallback(() => hasMoved.current, [])
  const goBack = useCallback(
    (address: string) => (depth.current > 0 ? window.history.back() : navigate(address, { replace: true })),
    [navigate],
  )
  return { path, navigate, isArrival, goBack }
}
