import * as z from 'zod/mini'
import { kitFactSchema } from '../commitments/kit/kit-fact.ts'
import { postRoleSchema } from '../commitments/post-words.ts'
import { scopeIdSchema, structureIdSchema } from '../ids.ts'
import { contractDatesSchema } from './signed-in-person.ts'

const saidKitFactSchema = z.object({ fact: kitFactSchema, byName: z.string() })
export type SaidKitFact = z.infer<typeof saidKitFactSchema>

const kitPersonSchema = z.object({
  scope: scopeIdSchema,
  role: postRoleSchema,
  name: z.string(),
  contracts: z.array(contractDatesSchema),
})
export type KitPerson = z.infer<typeof kitPersonSchema>

/** Clothing and equipment of all who work or worked for a structure, for its members: no size in it. */
export const structureKitSchema = z.object({
  people: z.array(kitPersonSchema),
  /** In the order in which they were said, those that others replaced too. */
  said: z.array(saidKitFactSchema),
})
export type StructureKit = z.infer<typeof structureKitSchema>

/** Sizes, for who orders. */
export const structureSizesSchema = z.object({ said: z.array(saidKitFactSchema) })
export type StructureSizes = z.infer<typeof structureSizesSchema>

const ownKitOfStructureSchema = z.object({
  scope: scopeIdSchema,
  structureId: structureIdSchema,
  structureName: z.string(),
  contracts: z.array(contractDatesSchema),
  said: z.array(saidKitFactSchema),
})
export type OwnKitOfStructure = z.infer<typeof ownKitOfStructureSchema>

/** One's own, structure by structure: what each has handed over to oneself, and nothing of anybody else's. */
export const ownKitSchema = z.object({ structures: z.array(ownKitOfStructureSchema) })
export type OwnKit = z.infer<typeof ownKitSchema>
