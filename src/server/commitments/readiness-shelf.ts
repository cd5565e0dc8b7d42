import type { CalendarDay } from '../../domain/calendar-day.ts'
import { structureKit } from '../../domain/commitments/kit/structure-kit.ts'
import { readinessOf } from '../../domain/commitments/readiness/advisor-readiness.ts'
import type { StructureReadiness } from '../../domain/commitments/readiness/readiness-by-department.ts'
import { tallyOf, type ReadinessTally } from '../../domain/commitments/readiness/readiness-tally.ts'
import { trainingRecord } from '../../domain/commitments/training/training-record.ts'
import { groupBy } from '../../domain/group-by.ts'
import type { StructureId } from '../../domain/ids.ts'
import { structureKitFacts } from '../store/kit-facts.ts'
import { structuresInPost, type StructureInPost } from '../store/readiness-versions.ts'
import type { Db } from '../store/tables.ts'
import { structureTrainingFacts } from '../store/training-facts.ts'

/** Structures whose facts are read by one statement: some thousands of facts. */
const readAtOnce = 200

/**
 * Where the advisors of each structure stand, as long as nothing more is said of them and the day is the same: of
 * thousands of structures a few change between two readings. Nothing but time is lost with it.
 */
export class ReadinessShelf {
  readonly #kept = new Map<StructureId, { readonly version: string; readonly tally: ReadinessTally }>()

  /** Of each structure of the nation that has anybody in post. */
  async structuresOn(db: Db, today: CalendarDay): Promise<StructureReadiness[]> {
    const structures = await structuresInPost(db, today)
    const unknown = structures.filter(
      (one) => this.#kept.get(one.structure)?.version !== versionOf(one, today),
    )
    for (let from = 0; from < unknown.length; from += readAtOnce)
      await this.#read(db, unknown.slice(from, from + readAtOnce), today)
    return structures.flatMap(({ structure, department }) => {
      const tally = this.#kept.get(structure)?.tally
      return tally ? [{ department, tally }] : []
    })
  }

  async #read(db: Db, structures: readonly StructureInPost[], today: CalendarDay): Promise<void> {
    const asked = { structures: structures.map(({ structure }) => structure) }
    const kit = groupBy(await structureKitFacts(db, asked), ({ structure }) => structure)
    const training = await structureTrainingFacts(db, asked)
    for (const one of structures) {
      const { structure, advisors } = one
      const facts = {
        today,
        kit: structureKit((kit.get(structure) ?? []).map(({ fact }) => fact)),
        training: new Map(
          advisors.flatMap(({ scope }) => {
            const said = training.get(scope)
            return said ? [[scope, trainingRecord(said)] as const] : []
          }),
        ),
      }
      const tally = tallyOf(advisors.map((advisor) => readinessOf(advisor, facts)))
      this.#kept.set(structure, { version: versionOf(one, today), tally })
    }
  }
}

/** What the tally is made of: who is in post since when, what was said of them, the day. */
function versionOf({ advisors, said }: StructureInPost, today: CalendarDay): string {
  return [today, said, ...advisors.map(({ scope, since }) => `${scope} ${since}`)].join(' ')
}
