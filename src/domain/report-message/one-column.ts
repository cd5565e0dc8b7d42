/** Something that is told with its hour. */
export interface Dated {
  /** ISO 8601. */
  readonly at: string
}

/**
 * Messages that are in their order of reading, with what else happened put between them by its hour. No message leaves
 * its place: where the clock of whoever said it is late, it counts as said when the one before it was.
 */
export function inOneColumn<M extends Dated, E extends Dated>(
  messages: readonly M[],
  events: readonly E[],
): (M | E)[] {
  const waiting = events.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const column: (M | E)[] = []
  let hour = Number.NEGATIVE_INFINITY
  for (const message of messages) {
    hour = Math.max(hour, Date.parse(message.at))
    const before = waiting.findIndex(({ at }) => Date.parse(at) > hour)
    column.push(...waiting.splice(0, before === -1 ? waiting.length : before), message)
  }
  return [...column, ...waiting]
}
