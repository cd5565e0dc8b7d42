/** A share of a frame of 16 ms, with room for what else the page does: also on a phone nothing waits for longer. */
const sliceMs = 6

/**
 * Runs work that would keep the page from answering, a little at a time: `work` gives way often, and is left where it
 * is once nobody wants it any more. Undefined then.
 */
export async function inSlices<Result>(
  work: Generator<void, Result>,
  isWanted: () => boolean,
): Promise<Result | undefined> {
  // What was typed is painted before what it finds is looked for.
  await pause()
  for (;;) {
    if (!isWanted()) return undefined
    const until = performance.now() + sliceMs
    do {
      const { done, value } = work.next()
      if (done) return value
    } while (performance.now() < until)
    await pause()
  }
}

/** The same work at once, for whoever may wait. */
export function atOnce<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}

/** Until the page has had its turn. A message comes sooner than a timer, which browsers hold back for 4 ms. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })
}
