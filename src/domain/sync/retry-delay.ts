const shortestMs = 2_000
const longestMs = 300_000
const pollMs = 60_000

/**
 * How long to wait after a failure, in ms: full jitter under a bound that doubles from 2 s to 5 min, so that devices
 * that failed together don't come back together (sync.md 3.7, triggers).
 *
 * @param failures in a row, this one included
 * @param random from 0 to 1
 */
export function retryDelay(failures: number, random: number): number {
  const bound = Math.min(longestMs, shortestMs * 2 ** Math.min(failures - 1, 20))
  return Math.round(random * bound)
}

/** The same where the server said how long to wait: never sooner, and not all at once. */
export function delayAfter(retryAfterMs: number, random: number): number {
  return Math.round(retryAfterMs + random * Math.max(shortestMs, retryAfterMs / 4))
}

/** The next poll of a page that is shown: every minute, 20 % more or less. */
export function pollDelay(random: number): number {
  return Math.round(pollMs * (0.8 + 0.4 * random))
}

/** How long to wait where only the person can help (signed out, another's session): the longest, with jitter. */
export function parkedDelay(random: number): number {
  return Math.round(longestMs * (0.8 + 0.4 * random))
}
