/** How long nothing has arrived when all that was asked for has, in ms: a page asks for its parts one after the other. */
const quietMs = 200

/** A page that goes on asking is waited for no longer than that, in ms. */
const mostMs = 1_000

/** Calls once, when what the page that was left had begun to read is there. */
export function whenQuiet(act: () => void): () => void {
  const end = () => {
    observer.disconnect()
    clearTimeout(quiet)
    clearTimeout(last)
  }
  const go = () => {
    end()
    act()
  }
  let quiet = setTimeout(go, quietMs)
  const last = setTimeout(go, mostMs)
  const observer = new PerformanceObserver(() => {
    clearTimeout(quiet)
    quiet = setTimeout(go, quietMs)
  })
  observer.observe({ type: 'resource' })
  return end
}
