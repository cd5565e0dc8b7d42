import { v7 } from 'uuid'
import type { DocumentId } from '../../domain/ids.ts'

/** An id for a new document: a UUIDv7, made on the device (domain.md, "Fields"). */
export function newDocumentId(): DocumentId {
  // The library's output is a UUID in lower case: the brand is earned here.
  return v7() as DocumentId
}
