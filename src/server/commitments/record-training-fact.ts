import { frenchDayOf } from '../../domain/calendar-day.ts'
import { refusalOfTrainingFact } from '../../domain/commitments/training/refuse-training-fact.ts'
import type {
  BodySaysTraining,
  StructureEntrusts,
  StructureSaysTraining,
} from '../../domain/commitments/training/said-training-fact.ts'
import type { TrainingFact } from '../../domain/commitments/training/training-fact.ts'
import type { TrainingBodyId } from '../../domain/commitments/training/training-ids.ts'
import type { TrainingParty } from '../../domain/commitments/training/training-words.ts'
import { CodedError } from '../../domain/errors.ts'
import type { PersonId, ScopeId, StructureId } from '../../domain/ids.ts'
import type { Clock } from '../clock-and-ids.ts'
import { assignmentOf, contractsOfScope } from '../store/post-assignments.ts'
import type { Store } from '../store/store.ts'
import type { Db } from '../store/tables.ts'
import { entrust, isTrainingBody, traineesOf } from '../store/trainees.ts'
import { insertTrainingFacts, lockTrainings, sealedMonthsOf } from '../store/training-facts.ts'
import { inTransaction } from '../store/transaction.ts'
import { requireResponsable } from '../structure/require-responsable.ts'

type Says = StructureSaysTraining['says'] | BodySaysTraining['says']

/** Where and when something is said, and by whom. */
interface Desk {
  readonly store: Store
  readonly clock: Clock
}

/**
 * A training body says what happens with one of its trainees. Throws `training-not-trainee` for anybody whom it doesn't
 * train now, the same for who doesn't exist, or the code of a refusal: then nothing is written.
 */
export async function recordBodyTrainingFact(
  { store, clock }: Desk,
  { person, body }: { person: PersonId; body: TrainingBodyId },
  { scope, says }: BodySaysTraining,
): Promise<void> {
  await inTransaction(store, async (tx) => {
    const [trainee] = await traineesOf(tx, { person, body, scope })
    if (!trainee) throw new CodedError('training-not-trainee')
    const saying = { person, structure: trainee.structure, scope, party: 'body', clock } as const
    await addTrainingFact(tx, saying, says)
  })
}

/**
 * A *responsable* says that a calendar was seen, or when an advisor begins with the public. Throws `forbidden`,
 * `not-found` for somebody who never worked there, or the code of a refusal: then nothing is written.
 */
export async function recordStructureTrainingFact(
  { store, clock }: Desk,
  { person, structure }: { person: PersonId; structure: StructureId },
  { scope, says }: StructureSaysTraining,
): Promise<void> {
  await inTransaction(store, async (tx) => {
    await requireResponsable(tx, person, structure)
    if ((await assignmentOf(tx, scope))?.structure !== structure) throw new CodedError('not-found')
    await addTrainingFact(tx, { person, structure, scope, party: 'structure', clock }, says)
  })
}

/** A *responsable* entrusts an advisor to a training body, or to none any more. Throws as the other does. */
export async function recordTrainee(
  { store, clock }: Desk,
  { person, structure }: { person: PersonId; structure: StructureId },
  { scope, body }: StructureEntrusts,
): Promise<void> {
  await inTransaction(store, async (tx) => {
    await requireResponsable(tx, person, structure)
    const assignment = await assignmentOf(tx, scope)
    if (assignment?.structure !== structure || assignment.role !== 'advisor')
      throw new CodedError('not-found')
    if (body !== null && !(await isTrainingBody(tx, body))) throw new CodedError('training-body-unknown')
    await lockTrainings(tx, [scope])
    await entrust(tx, { scope, body, at: clock().toISOString(), by: person })
  })
}

interface Saying {
  readonly person: PersonId
  readonly structure: StructureId
  readonly scope: ScopeId
  readonly party: TrainingParty
  readonly clock: Clock
}

async function addTrainingFact(tx: Db, saying: Saying, says: Says): Promise<void> {
  const { structure, scope, person, clock } = saying
  const known = (await lockTrainings(tx, [scope])).get(scope) ?? []
  if (known.some(({ id }) => id === says.id)) return
  // Said once the turn is taken: what is acknowledged up to an instant is all that was there.
  const now = clock()
  const sealed = (await sealedMonthsOf(tx, [structure])).get(structure) ?? new Set()
  const around = { today: frenchDayOf(now), contracts: await contractsOfScope(tx, scope), sealed }
  const fact = factSaid(saying, known, says, now)
  const refusal = refusalOfTrainingFact(known, fact, around)
  if (refusal) throw new CodedError(refusal)
  await insertTrainingFacts(tx, [fact], person)
}

function factSaid(
  { scope, party }: Saying,
  known: readonly TrainingFact[],
  says: Says,
  now: Date,
): TrainingFact {
  const base = { scope, party, at: now.toISOString() }
  switch (says.kind) {
    case 'withdrawn': {
      const replaced = known.find(({ id }) => id === says.replaces)
      if (!replaced) throw new CodedError('fact-replaced')
      return { ...base, ...says, day: replaced.day }
    }
    case 'acknowledged':
      return { ...base, ...says, day: frenchDayOf(now), replaces: null }
    case 'positioned':
    case 'exempted':
    case 'half-day':
    case 'convoked':
    case 'cancelled':
    case 'attended':
    case 'exam-result':
    case 'completed':
    case 'module':
    case 'took-up':
      return { ...base, ...says }
  }
}
