const reloadedAtKey = 'espace-coop:reloaded-for-chunk'
const oneReloadPer = 30_000

/**
 * After a deployment a tab may ask for a chunk that is gone (P3): it reloads once, at most every 30 seconds, unless a
 * form is open, where the draft is safe and the error page offers the reload.
 */
export function reloadOnStaleChunk(page: Window, isFormOpen: () => boolean, now: () => number): void {
  page.addEventListener('vite:preloadError', (event) => {
    const last = Number(page.sessionStorage.getItem(reloadedAtKey) ?? 0)
    if (isFormOpen() || now() - last < oneReloadPer) return
    event.preventDefault()
    page.sessionStorage.setItem(reloadedAtKey, String(now()))
    page.location.reload()
  })
}
