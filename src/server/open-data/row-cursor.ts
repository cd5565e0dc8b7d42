import * as z from 'zod/mini'
import { CodedError } from '../../domain/errors.ts'
import { editionNumberSchema, type EditionNumber } from '../../domain/open-data/edition.ts'
import type { RowPlace } from '../store/open-data-editions.ts'

/** How far somebody has read: after which row, of the editions that were published when they began. */
export interface RowCursor extends RowPlace {
  readonly newest: EditionNumber
}

const written = z.tuple([editionNumberSchema, editionNumberSchema, z.int().check(z.minimum(0))])

/** As one word, that says nothing to whoever carries it. */
export function writeRowCursor({ newest, edition, place }: RowCursor): string {
  return Buffer.from(JSON.stringify([newest, edition, place])).toString('base64url')
}

/** Throws `invalid-request` for what was not written here. */
export function readRowCursor(text: string): RowCursor {
  const [newest, edition, place] = parsed(text)
  return { newest, edition, place }
}

function parsed(text: string): z.infer<typeof written> {
  try {
    return written.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch (error) {
    throw new CodedError('invalid-request', { field: 'curseur' }, error)
  }
}
