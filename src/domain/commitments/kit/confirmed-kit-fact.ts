import { kitConfirmationSchema, type KitConfirmation } from '../../confirmation/kit-confirmation.ts'
import type { DocumentId, ScopeId } from '../../ids.ts'
import { kitFactSchema, type KitFact } from './kit-fact.ts'

/** A confirmation as it is stored: its document's id, whose scope it is in, and its body, maybe of a newer version. */
export interface StoredConfirmation {
  readonly id: DocumentId
  readonly scope: ScopeId
  readonly body: unknown
}

/**
 * The fact of clothing or equipment that an advisor's confirmation is: it has the document's id. Undefined where it is
 * about something else, or says what only a newer version knows.
 */
export function confirmedKitFact({ id, scope, body }: StoredConfirmation): KitFact | undefined {
  const said = kitConfirmationSchema.safeParse(body).data
  if (!said) return undefined
  const at = new Date(said.at).toISOString()
  const fact = { id, scope, day: said.day, at, replaces: null, party: 'advisor', ...ownFields(said) }
  // A clock that is off by ages says an hour that no fact can have.
  return kitFactSchema.safeParse(fact).data
}

function ownFields(said: KitConfirmation) {
  switch (said.kind) {
    case 'size':
      return { kind: said.kind, size: said.size }
    case 'out-of-order':
      return { kind: said.kind, item: said.item, words: said.words }
    case 'back':
      return { kind: said.kind, item: said.item, wear: null, confirms: said.confirms ?? null }
    case 'received':
      return { kind: said.kind, item: said.item, confirms: said.confirms ?? null }
    case 'outfit-received':
      return { kind: said.kind, item: said.item }
  }
}
