export type PageEvent = 'online' | 'visible' | 'restored'

/** What the engine asks of the page that it runs in. */
export interface PageEvents {
  isVisible(): boolean
  /** Calls back when the network may be back, and when the page is shown again; returns the way to stop. */
  listen(onEvent: (event: PageEvent) => void): () => void
}

/** `navigator.onLine` is only a hint to try now (P21); a page that comes back from the bfcache was asleep (P38). */
export const pageEvents: PageEvents = {
  isVisible: () => document.visibilityState === 'visible',
  listen: (onEvent) => {
    const onOnline = () => onEvent('online')
    const onVisibility = () => {
      if (document.visibilityState === 'visible') onEvent('visible')
    }
    const onPageShow = (event: PageTransitionEvent) => {
      if (event.persisted) onEvent('restored')
    }
    window.addEventListener('online', onOnline)
    document.addEventListener('visibilitychange', onVisibility)
    window.addEventListener('pageshow', onPageShow)
    return () => {
      window.removeEventListener('online', onOnline)
      document.removeEventListener('visibilitychange', onVisibility)
      window.removeEventListener('pageshow', onPageShow)
    }
  },
}
