import { zipSync, type AsyncZippable, type FlateCallback } from 'fflate/browser'

/*
 * What the spreadsheet's writer takes for `fflate` (vite.config.ts). The library's own `zip` starts workers from texts
 * of code, which our policy rightly refuses; we are in a worker already, and pack there.
 */
export * from 'fflate/browser'

export function zip(files: AsyncZippable, done: FlateCallback): void {
  // The two differ in what the options of a file may say of workers, and no file here has options.
  done(null, zipSync(files as Parameters<typeof zipSync>[0]))
}
