import type {
  OwnTraining,
  ReportedHalfDay,
  StructureTraining,
  TraineeTraining,
  Trainees,
} from '../../domain/access/training-on-the-wire.ts'
import { frenchDayOf, type CalendarDay } from '../../domain/calendar-day.ts'
import { reportedTrainingDays } from '../../domain/commitments/training/reported-half-days.ts'
import type { TrainingFact } from '../../domain/commitments/training/training-fact.ts'
import type { TrainingBodyId } from '../../domain/commitments/training/training-ids.ts'
import { trainingRecord } from '../../domain/commitments/training/training-record.ts'
import { CodedError } from '../../domain/errors.ts'
import { structureIdSchema, type PersonId, type ScopeId, type StructureId } from '../../domain/ids.ts'
import { contractDatesSchema } from '../../domain/access/signed-in-person.ts'
import * as z from 'zod/mini'
import { ownAssignments } from '../store/kit-facts.ts'
import { structureAssignments } from '../store/post-assignments.ts'
import type { Store } from '../store/store.ts'
import type { Db } from '../store/tables.ts'
import {
  bodiesOfStructure,
  bodyNamesOfPerson,
  trainingBodies,
  traineesOf,
  type TraineeRow,
} from '../store/trainees.ts'
import {
  minutesOnTrainingDays,
  ownTrainingFacts,
  structureTrainingFacts,
  trainingFactsOf,
} from '../store/training-facts.ts'
import { snapshotRead } from '../store/transaction.ts'

/** Training at a structure, for a member of it. */
export async function readStructureTraining(
  store: Store,
  question: { readonly person: PersonId; readonly structure: StructureId },
): Promise<StructureTraining> {
  return snapshotRead(store, async (db) => {
    const facts = await structureTrainingFacts(db, question)
    const entrusted = await bodiesOfStructure(db, question.structure)
    const people = await structureAssignments(db, question)
    return {
      people: people.map(({ scope, role, name, contracts }) => {
        return { scope, role, name, contracts, body: entrusted.get(scope) ?? null }
      }),
      bodies: await trainingBodies(db),
      facts: [...facts.values()].flat(),
      reported: await reportedHalfDays(db, facts),
    }
  })
}

/** One's own training, structure by structure. */
export async function readOwnTraining(store: Store, person: PersonId): Promise<OwnTraining> {
  return snapshotRead(store, async (db) => {
    const facts = await ownTrainingFacts(db, person)
    const bodies = await bodyNamesOfPerson(db, person)
    const reported = await reportedHalfDays(db, facts)
    const own = await ownAssignments(db, person)
    return {
      structures: own.map(({ scope, structureId, structureName, contracts }) => ({
        scope,
        structureId: structureIdSchema.parse(structureId),
        structureName,
        contracts: z.array(contractDatesSchema).parse(contracts),
        bodyName: bodies.get(scope) ?? null,
        facts: facts.get(scope) ?? [],
        reported: reported.filter((one) => one.scope === scope),
      })),
    }
  })
}

/** Days on which work with the public is reported for a half-day of training: for who reads those reports anyway. */
async function reportedHalfDays(
  db: Db,
  facts: ReadonlyMap<ScopeId, readonly TrainingFact[]>,
): Promise<ReportedHalfDay[]> {
  const minutes = await minutesOnTrainingDays(db, [...facts.keys()])
  return [...facts].flatMap(([scope, own]) =>
    reportedTrainingDays(trainingRecord(own), minutes.get(scope) ?? new Map<CalendarDay, number>()).map(
      (day) => ({ scope, day }),
    ),
  )
}

interface BodyQuestion {
  /** Whoever signs in for the body: nobody else is answered anything. */
  readonly person: PersonId
  readonly body: TrainingBodyId
}

/** Whom a body trains now, and what is still to be said of each. */
export async function readTrainees(store: Store, question: BodyQuestion, now: Date): Promise<Trainees> {
  return snapshotRead(store, async (db) => {
    const rows = await traineesOf(db, question)
    const facts = await trainingFactsOf(
      db,
      rows.map(({ scope }) => scope),
    )
    const today = frenchDayOf(now)
    return {
      trainees: rows.map((row) => {
        const { positioned, exemptions, halfDays, exams } = trainingRecord(facts.get(row.scope) ?? [])
        const toTell = [...halfDays, ...exams].filter(
          ({ planned, cancelled, attended }) => planned.day < today && !cancelled && !attended,
        )
        const isPositioned = positioned !== undefined || exemptions.some(({ from }) => from === 'formation')
        return { ...traineeOf(row), isPositioned, toTell: toTell.length }
      }),
    }
  })
}

/** One trainee of a body; throws `training-not-trainee` for anybody whom it doesn't train now. */
export async function readTrainee(
  store: Store,
  question: BodyQuestion & { readonly scope: ScopeId },
): Promise<TraineeTraining> {
  return snapshotRead(store, async (db) => {
    const [row] = await traineesOf(db, question)
    if (!row) throw new CodedError('training-not-trainee')
    const facts = await trainingFactsOf(db, [row.scope])
    return { ...traineeOf(row), facts: facts.get(row.scope) ?? [] }
  })
}

function traineeOf({ scope, name, structureName, department, contracts }: TraineeRow) {
  return { scope, name, structureName, department, contracts }
}
