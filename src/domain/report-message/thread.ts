import type { DocumentId } from '../ids.ts'
import type { MessageKind } from './report-message.ts'

/** What a thread needs to know of a message, whoever reads it. */
export interface ThreadMessage {
  readonly id: DocumentId
  readonly kind: MessageKind
  readonly settles: readonly DocumentId[]
  /** ISO 8601, by the clock of whoever said it. */
  readonly at: string
}

/**
 * Messages in the order in which they are read: by their hour, but none before what it settles, since the clocks of two
 * people may disagree.
 */
export function inReadingOrder<M extends ThreadMessage>(messages: readonly M[]): M[] {
  const known = new Map<DocumentId, M>(messages.map((message) => [message.id, message]))
  const hourOf = ({ at, settles }: M) =>
    Math.max(Date.parse(at), ...settles.map((id) => Date.parse(known.get(id)?.at ?? at)))
  const rankOf = ({ kind }: M) => (kind === 'question' ? 0 : 1)
  return messages.toSorted(
    (a, b) => hourOf(a) - hourOf(b) || rankOf(a) - rankOf(b) || a.id.localeCompare(b.id),
  )
}

/** Questions that nothing has settled: one that was asked while another was answered is open still. */
export function openQuestions<M extends ThreadMessage>(messages: readonly M[]): M[] {
  const settled = new Set(messages.flatMap(({ settles }) => settles))
  return messages.filter(({ id, kind }) => kind === 'question' && !settled.has(id))
}
