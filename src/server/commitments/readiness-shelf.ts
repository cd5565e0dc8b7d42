import type { CalendarDay } from '../../domain/calendar-day.ts'
import { structureKit } from '../../domain/commitments/kit/structure-kit.ts'
import { readinessOf } from '../../domain/commitments/readiness/advisor-readiness.ts'
import { nextChangeAfter } from '../../domain/commitments/readiness/next-change.ts'
import type { StructureReadiness } from '../../domain/commitments/readiness/readiness-by-department.ts'
import { tallyOf, type ReadinessTally } from '../../domain/commitments/readiness/readiness-tally.ts'
import { trainingRecord } from '../../domain/commitments/training/training-record.ts'
import { groupBy } from '../../domain/group-by.ts'
import type { StructureId } from '../../domain/ids.ts'
import { structureKitFacts } from '../store/kit-facts.ts'
import { structuresInPost, type StructureInPost } from '../store/readiness-versions.ts'
import type { Store } from '../store/store.ts'
import type { Db } from '../store/tables.ts'
import { structureTrainingFacts } from '../store/training-facts.ts'
import { snapshotRead } from '../store/transaction.ts'

/** Structures whose facts are read together: some thousands of facts, between which others are answered. */
const readAtOnce = 50

interface Kept {
  /** Who is in post since when, and what was said of them. */
  readonly version: string
  /** It stands from this day on, and before that one, as long as nothing more is said. */
  readonly from: CalendarDay
  readonly before: CalendarDay
  readonly tally: ReadinessTally
}

/**
 * Where the advisors of each structure stand, as long as nothing more is said of them and no day comes that changes it:
 * of thousands of structures a few change between two readings. Nothing but time is lost with it.
 */
export class ReadinessShelf {
  readonly #kept = new Map<StructureId, Kept>()
  #reading: Promise<unknown> = Promise.resolve()

  /** Of each structure of the nation that has anybody in post. Who asks while it is read finds what was kept. */
  structuresOn(store: Store, today: CalendarDay): Promise<StructureReadiness[]> {
    const read = () => this.#readStructures(store, today)
    // Whatever became of the reading before.
    const reading = this.#reading.then(read, read)
    this.#reading = reading
    return reading
  }

  async #readStructures(store: Store, today: CalendarDay): Promise<StructureReadiness[]> {
    const structures = await structuresInPost(store.db, today)
    const unknown = structures.filter((one) => !this.#isKnown(one, today))
    // Each part by itself: what is said after the versions were read is read again the next time, and nothing is missed.
    for (let from = 0; from < unknown.length; from += readAtOnce)
      await snapshotRead(store, (db) => this.#readFacts(db, unknown.slice(from, from + readAtOnce), today))
    return structures.flatMap(({ structure, department }) => {
      const tally = this.#kept.get(structure)?.tally
      return tally ? [{ department, tally }] : []
    })
  }

  #isKnown(one: StructureInPost, today: CalendarDay): boolean {
    const kept = this.#kept.get(one.structure)
    return kept !== undefined && kept.version === versionOf(one) && kept.from <= today && today < kept.before
  }

  async #readFacts(db: Db, structures: readonly StructureInPost[], today: CalendarDay): Promise<void> {
    const asked = { structures: structures.map(({ structure }) => structure) }
    const kitOf = groupBy(await structureKitFacts(db, asked), ({ structure }) => structure)
    const training = await structureTrainingFacts(db, asked)
    for (const one of structures) {
      const { structure, advisors } = one
      const kit = (kitOf.get(structure) ?? []).map(({ fact }) => fact)
      const trainings = advisors.flatMap(({ scope }) => {
        const said = training.get(scope)
        return said ? [{ scope, said }] : []
      })
      const facts = {
        today,
        kit: structureKit(kit),
        training: new Map(trainings.map(({ scope, said }) => [scope, trainingRecord(said)])),
      }
      const days = [...kit, ...trainings.flatMap(({ said }) => said)].map(({ day }) => day)
      this.#kept.set(structure, {
        version: versionOf(one),
        from: today,
        before: nextChangeAfter(today, days),
        tally: tallyOf(advisors.map((advisor) => readinessOf(advisor, facts))),
      })
    }
  }
}

function versionOf({ advisors, said }: StructureInPost): string {
  return [said, ...advisors.map(({ scope, since }) => `${scope} ${since}`)].join(' ')
}
