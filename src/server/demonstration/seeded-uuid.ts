import { documentIdSchema, type DocumentId } from '../../domain/ids.ts'
import { wholeBetween, type Random } from './seeded-random.ts'

/** An id shaped like those that devices make (UUIDv7): a moment, then bits from the stream. Same stream, same id. */
export function seededDocumentId(random: Random, instant: Date): DocumentId {
  const time = instant.getTime().toString(16).padStart(12, '0')
  const variant = wholeBetween(random, 8, 11).toString(16)
  return documentIdSchema.parse(
    `${time.slice(0, 8)}-${time.slice(8)}-7${hex(random, 3)}-${variant}${hex(random, 3)}-${hex(random, 12)}`,
  )
}

function hex(random: Random, digits: number): string {
  return Array.from({ length: digits }, () => wholeBetween(random, 0, 15).toString(16)).join('')
}
