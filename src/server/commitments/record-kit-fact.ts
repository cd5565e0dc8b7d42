import { frenchDayOf } from '../../domain/calendar-day.ts'
import type { KitFact } from '../../domain/commitments/kit/kit-fact.ts'
import { kitFactIdSchema } from '../../domain/commitments/kit/kit-ids.ts'
import { refusalOfKitFact } from '../../domain/commitments/kit/refuse-kit-fact.ts'
import type { StructureSaysKit } from '../../domain/commitments/kit/said-kit-fact.ts'
import { sizeOn } from '../../domain/commitments/kit/structure-kit.ts'
import { CodedError } from '../../domain/errors.ts'
import type { PersonId, ScopeId, StructureId } from '../../domain/ids.ts'
import { nameBasedId } from '../../domain/name-based-id.ts'
import { insertKitFacts, lockKit } from '../store/kit-facts.ts'
import { assignmentOf, contractsOfScope } from '../store/post-assignments.ts'
import type { Store } from '../store/store.ts'
import type { Db } from '../store/tables.ts'
import { inTransaction } from '../store/transaction.ts'
import { requireResponsable } from '../structure/require-responsable.ts'

type Says = StructureSaysKit['says']

/**
 * A *responsable* says what happens with the kit of one of the structure's advisors. Throws `forbidden`, `not-found` for
 * somebody who never worked there, or the code of a refusal (`refusalOfKitFact`): then nothing is written.
 */
export async function recordStructureKitFact(
  store: Store,
  { person, structure, now }: { person: PersonId; structure: StructureId; now: Date },
  { scope, says }: StructureSaysKit,
): Promise<void> {
  await inTransaction(store, async (tx) => {
    await requireResponsable(tx, person, structure)
    if ((await assignmentOf(tx, scope))?.structure !== structure) throw new CodedError('not-found')
    await addKitFacts(tx, { person, structure, now, scope }, says)
  })
}

interface Saying {
  readonly person: PersonId
  readonly structure: StructureId
  readonly scope: ScopeId
  readonly now: Date
}

async function addKitFacts(tx: Db, saying: Saying, says: Says): Promise<void> {
  const { structure, scope, person, now } = saying
  const known = await lockKit(tx, structure)
  if (known.some(({ id }) => id === says.id)) return
  const around = { today: frenchDayOf(now), contracts: await contractsOfScope(tx, scope) }
  const added = factsSaid(saying, known, says)
  let facts: readonly KitFact[] = known
  for (const fact of added) {
    const refusal = refusalOfKitFact(facts, fact, around)
    if (refusal) throw new CodedError(refusal)
    facts = [...facts, fact]
  }
  await insertKitFacts(tx, structure, added, person)
}

function factsSaid({ scope, now }: Saying, known: readonly KitFact[], says: Says): KitFact[] {
  const base = { scope, party: 'structure' as const, at: now.toISOString() }
  switch (says.kind) {
    case 'outfit-asked': {
      const { size, ...asked } = says
      const today = frenchDayOf(now)
      const id = kitFactIdSchema.parse(nameBasedId(scope, `size ${says.id}`))
      const ordered: KitFact = { ...base, id, kind: 'size', day: today, replaces: null, size }
      return [...(sizeOn(known, scope, today) === size ? [] : [ordered]), { ...base, ...asked }]
    }
    case 'withdrawn': {
      const replaced = known.find(({ id }) => id === says.replaces)
      if (!replaced) throw new CodedError('fact-replaced')
      return [{ ...base, ...says, day: replaced.day }]
    }
    case 'handed': {
      const wrong = handedToAnother(known, { scope, says })
      if (!wrong) return [{ ...base, ...says }]
      const id = kitFactIdSchema.parse(nameBasedId(wrong.scope, `handed to another ${says.id}`))
      const { day, scope: from } = wrong
      const takenBack: KitFact = { ...base, id, scope: from, day, kind: 'withdrawn', replaces: wrong.id }
      return [takenBack, { ...base, ...says, replaces: null }]
    }
    case 'outfit-shipped':
    case 'outfit-received':
    case 'out-of-order':
    case 'repaired':
      return [{ ...base, ...says }]
    // The structure's word stands for itself.
    case 'back':
      return [{ ...base, ...says, confirms: null }]
  }
}

/** The hand-over of the same thing to somebody else that this one stands for: facts are of one advisor each. */
function handedToAnother(
  known: readonly KitFact[],
  { scope, says }: { scope: ScopeId; says: Extract<Says, { kind: 'handed' }> },
): KitFact | undefined {
  return known.find(
    (fact) =>
      fact.id === says.replaces && fact.kind === 'handed' && fact.item === says.item && fact.scope !== scope,
  )
}
