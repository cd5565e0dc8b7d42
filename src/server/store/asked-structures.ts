import { sql } from 'kysely'
import type { PersonId, StructureId } from '../../domain/ids.ts'

/** A structure that a member of it asks about. */
export interface AskedByMember {
  readonly person: PersonId
  readonly structure: StructureId
}

/** Structures that the daily work goes through, whose answers nobody reads as they are. */
export interface AskedByDailyWork {
  readonly structures: readonly StructureId[]
}

export type AskedStructures = AskedByMember | AskedByDailyWork

/** Their ids. */
export function idsOfAsked(asked: AskedStructures): readonly StructureId[] {
  return 'structures' in asked ? asked.structures : [asked.structure]
}

/** To be read from, as `m` (structure_id): none for anybody who isn't a member while the query runs. */
export function askedStructures(asked: AskedStructures) {
  return 'structures' in asked
    ? sql`unnest(${[...asked.structures]}::uuid[]) as m (structure_id)`
    : sql`(
        select structure_id from membership
        where person_id = ${asked.person} and structure_id = ${asked.structure}) as m`
}
