/** An invariant of sync.md 3.9 that doesn't hold. */
export class Broken extends Error {
  readonly invariant: string

  constructor(invariant: string, what: string) {
    super(`${invariant}: ${what}`)
    this.name = 'Broken'
    this.invariant = invariant
  }
}

/** Requires what an invariant promises; `what` says what was found instead. */
export function hold(invariant: string, holds: boolean, what: () => string): void {
  if (!holds) throw new Broken(invariant, what())
}

/** One text for one JSON value, whatever the order of its keys; null and absent are the same. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const entries = Object.entries(value).filter(([, item]) => item !== null && item !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
    .join(',')}}`
}
