import { inseeCodeSchema } from '../../domain/territory/commune.ts'
import type { Clock, Ids } from '../clock-and-ids.ts'
import type { Store } from '../store/store.ts'
import { inTransaction } from '../store/transaction.ts'
import type { CommuneNames } from '../territory/commune-names.ts'
import { applyFacts, type Applied } from './apply-facts.ts'
import { readFile, type LineError, type LineFact } from './read-file.ts'

export type Provisioned =
  | { readonly done: true; readonly lines: number; readonly added: Applied['added'] }
  | { readonly done: false; readonly errors: readonly LineError[] }

interface Tools {
  readonly clock: Clock
  readonly ids: Ids
  readonly communes: CommuneNames
}

/** Puts a file into the store, or nothing of it when a line is wrong. Run again, it adds only what is new. */
export async function provisionFile(store: Store, bytes: Uint8Array, tools: Tools): Promise<Provisioned> {
  const { facts, errors } = readFile(bytes)
  const wrong = [...errors, ...unknownCommunes(facts, tools.communes)].sort((a, b) => a.line - b.line)
  if (wrong.length > 0) return { done: false, errors: wrong }
  try {
    const { added } = await inTransaction(store, async (tx) => {
      const applied = await applyFacts(facts, { tx, ids: tools.ids, at: tools.clock().toISOString() })
      if (applied.errors.length > 0) throw new Undone(applied.errors)
      return applied
    })
    return { done: true, lines: facts.length, added }
  } catch (error) {
    if (error instanceof Undone) return { done: false, errors: error.errors }
    throw error
  }
}

/** Thrown inside the transaction, so that nothing of it stays. */
class Undone extends Error {
  readonly errors: readonly LineError[]

  constructor(errors: readonly LineError[]) {
    super('Some lines are wrong: nothing was written')
    this.errors = errors
  }
}

function unknownCommunes(facts: readonly LineFact[], communes: CommuneNames): LineError[] {
  return facts.flatMap(({ line, fact }) => {
    if (!('commune' in fact)) return []
    const code = inseeCodeSchema.safeParse(fact.commune)
    if (code.success && communes.has(code.data)) return []
    return [
      {
        line,
        sentence: `commune : le code INSEE ${fact.commune} n’est celui d’aucune commune d’aujourd’hui.`,
      },
    ]
  })
}
