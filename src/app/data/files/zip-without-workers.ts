import { zipSync, type AsyncZippable, type FlateCallback } from 'fflate/browser'

/*
 * What the spreadsheet's writer takes for `fflate` (vite.config.ts). The library's own `zip` starts workers from texts
 * of code, which our policy rightly refuses; we are in a worker already, and pack there.
 */
export * from 'fflate/browser'

export function zip(files: AsyncZippable, done: FlateCallback): void {
  done(null, zipSync(files))
}
