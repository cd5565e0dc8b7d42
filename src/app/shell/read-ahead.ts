import { lazy, type ComponentType } from 'react'

/**
 * A part that is read when it is first shown, or ahead of that. What was read ahead is shown at once: React would hold
 * back for 300 ms what comes in place of a fallback, however soon it comes.
 */
export function readAhead<Props>(read: () => Promise<{ default: ComponentType<Props> }>) {
  let there: { default: ComponentType<Props> } | undefined
  // oxlint-disable-next-line unicorn/no-thenable -- React alone is given it, and asks no more of it than that
  const atOnce = { then: (show: (part: unknown) => void) => show(there) }
  // What answers in the same breath is no promise to the compiler.
  const part = lazy(() => (there ? atOnce : read()) as ReturnType<typeof read>)
  return Object.assign(part, {
    async readAhead(): Promise<void> {
      there = await read()
    },
  })
}
