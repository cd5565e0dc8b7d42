import {
  ownKitSchema,
  type OwnKit,
  type StructureKit,
  type StructureSizes,
} from '../../domain/access/kit-on-the-wire.ts'
import type { PersonId, StructureId } from '../../domain/ids.ts'
import { ownAssignments, ownKitFacts, structureKitFacts, structureSizes } from '../store/kit-facts.ts'
import { structureAssignments } from '../store/post-assignments.ts'
import type { Store } from '../store/store.ts'
import { snapshotRead } from '../store/transaction.ts'

interface Question {
  readonly person: PersonId
  readonly structure: StructureId
}

/** Clothing and equipment at a structure, without sizes, for a member of it. */
export async function readStructureKit(store: Store, question: Question): Promise<StructureKit> {
  return snapshotRead(store, async (db) => ({
    people: (await structureAssignments(db, question)).map(({ scope, role, name, contracts }) => ({
      scope,
      role,
      name,
      contracts,
    })),
    said: (await structureKitFacts(db, question)).map(({ fact, byName }) => ({ fact, byName })),
  }))
}

/** Sizes, for who orders. */
export async function readStructureSizes(store: Store, question: Question): Promise<StructureSizes> {
  return { said: await structureSizes(store.db, question) }
}

/** One's own clothing and equipment, structure by structure. */
export async function readOwnKit(store: Store, person: PersonId): Promise<OwnKit> {
  return snapshotRead(store, async (db) => {
    const facts = await ownKitFacts(db, person)
    const own = await ownAssignments(db, person)
    return ownKitSchema.parse({
      structures: own.map((one) => ({ ...one, said: facts.get(one.scope) ?? [] })),
    })
  })
}
