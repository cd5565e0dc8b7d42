import type { Op } from './op.ts'
import type { StoredDocument } from './stored-document.ts'

/**
 * Where an op stands among all that the server has of its document:
 * - new: nobody has accepted it yet, which is the rule;
 * - later, earlier: a server that was restored since had accepted it, after all of that or before some of it.
 *
 * Devices come back from a restore in any order (sync.md 3.4, decide 11).
 */
export function placeOf(
  { accepted }: Pick<Op, 'accepted'>,
  current: Pick<StoredDocument, 'at'> | undefined,
): 'new' | 'later' | 'earlier' {
  if (!accepted) return 'new'
  return !current || Date.parse(current.at) <= Date.parse(accepted.at) ? 'later' : 'earlier'
}

/** Whether it had nothing unseen before it when it was accepted, after all that is here: it may override that. */
export function overrides(
  op: Pick<Op, 'accepted'>,
  current: Pick<StoredDocument, 'at'> | undefined,
): boolean {
  return placeOf(op, current) === 'later' && !op.accepted?.contested
}
