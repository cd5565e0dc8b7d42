import { addToDigest, documentHash, removeFromDigest, type Digest } from '../../domain/sync/digest.ts'
import type { StoredDocument } from '../../domain/sync/stored-document.ts'

type Counted = Pick<StoredDocument, 'id' | 'rev' | 'state'>

/** A scope's digest once a document has taken the place of what it was (sync.md 3.6). */
export function digestWith(digest: Digest, now: Counted, before: Counted | undefined): Digest {
  return addToDigest(before ? digestWithout(digest, before) : digest, hashOf(now))
}

/** A scope's digest once a document is gone altogether. */
export function digestWithout(digest: Digest, gone: Counted): Digest {
  return removeFromDigest(digest, hashOf(gone))
}

function hashOf({ id, rev, state }: Counted): Digest {
  return documentHash(id, rev, state)
}
