import { setImmediate as nextTurn } from 'node:timers/promises'
import { frenchDayOf } from '../../domain/calendar-day.ts'
import { factsOfLine, type LineOutcome } from '../../domain/commitments/training/facts-of-line.ts'
import type { TrainingFact } from '../../domain/commitments/training/training-fact.ts'
import type { TrainingBodyId } from '../../domain/commitments/training/training-ids.ts'
import {
  lineFates,
  readTrainingLines,
  type TrainingImport,
  type TrainingLine,
  type WrittenTrainingLines,
} from '../../domain/commitments/training/training-lines.ts'
import { knownTraining, type KnownTraining } from '../../domain/commitments/training/training-record.ts'
import { groupBy } from '../../domain/group-by.ts'
import type { PersonId, ScopeId } from '../../domain/ids.ts'
import type { Clock, Ids } from '../clock-and-ids.ts'
import { emailKey } from '../store/people.ts'
import type { Store } from '../store/store.ts'
import type { Db } from '../store/tables.ts'
import { traineesOf, type TraineeRow } from '../store/trainees.ts'
import {
  insertTrainingFacts,
  lockTrainings,
  sealedMonthsOf,
  trainingFactsOf,
} from '../store/training-facts.ts'
import { inTransaction, snapshotRead } from '../store/transaction.ts'

interface Importing {
  readonly store: Store
  readonly clock: Clock
  readonly ids: Ids
  /** Told now and then how many lines are done; what is told again begins again. */
  readonly onProgress: (progress: TrainingImport) => void
}

interface By {
  readonly person: PersonId
  readonly body: TrainingBodyId
}

/**
 * Brings in a file's half-days, exams and presences: all lines that aren't refused in one transaction, and nothing of
 * those that are. A line that says what is known adds nothing, so that a file brought in twice doubles nothing. As a
 * trial nothing is written, and the same is answered.
 */
export async function importTraining(
  importing: Importing,
  by: By,
  written: WrittenTrainingLines,
): Promise<TrainingImport> {
  const lines = readTrainingLines(written)
  const work = (db: Db) => importLines(db, importing, by, { ...written, read: lines })
  return written.isTrial ? snapshotRead(importing.store, work) : inTransaction(importing.store, work)
}

interface Asked extends Pick<WrittenTrainingLines, 'isTrial' | 'knowsSealed'> {
  readonly read: readonly TrainingLine[]
}

/** Lines decided between two words of how far it is, and two turns of whoever else asks the server. */
const decidedAtOnce = 500

async function importLines(db: Db, importing: Importing, by: By, asked: Asked): Promise<TrainingImport> {
  const { read, isTrial, knowsSealed } = asked
  const named = await traineesNamed(db, by, read)
  const scopes = [...new Set([...named.values()].flat().map(({ scope }) => scope))]
  const facts = await (isTrial ? trainingFactsOf(db, scopes) : lockTrainings(db, scopes))
  const trainings = new Map<ScopeId, KnownTraining>()
  const sealed = await sealedMonthsOf(db, [
    ...new Set([...named.values()].flat().map(({ structure }) => structure)),
  ])
  const now = importing.clock()
  const today = frenchDayOf(now)
  const writing = { at: now.toISOString(), newId: () => importing.ids.newId(), knowsSealed }
  const added: TrainingFact[] = []
  const outcomes: LineOutcome[] = []
  for (const line of read) {
    outcomes.push(decide(line))
    if (outcomes.length % decidedAtOnce === 0) {
      importing.onProgress({ done: outcomes.length, of: read.length, fates: '', refused: [] })
      await nextTurn()
    }
  }
  if (!isTrial) await insertTrainingFacts(db, added, by.person)
  return accountOf(outcomes)

  function decide(line: TrainingLine): LineOutcome {
    const trainee = onDay(named.get(traineeKey(line)), line)
    if (!trainee) return { fate: 'refused', code: 'training-not-trainee' }
    const { scope, structure, contracts } = trainee
    const known = trainings.get(scope) ?? knownTraining(facts.get(scope) ?? [])
    const around = { today, contracts, sealed: sealed.get(structure) ?? new Set<never>() }
    const outcome = factsOfLine(known, line, around, { scope, ...writing })
    if (outcome.fate === 'refused') return outcome
    trainings.set(scope, outcome.known)
    added.push(...outcome.added)
    return outcome
  }
}

/** Those of the body's own trainees whom lines name, by an address or by an assignment; nobody else is looked for. */
async function traineesNamed(
  db: Db,
  by: By,
  lines: readonly TrainingLine[],
): Promise<ReadonlyMap<string, TraineeRow[]>> {
  const asked = new Set(lines.map(traineeKey))
  const own = (await traineesOf(db, by)).flatMap((row) =>
    [row.emailKey, row.scope].map((key) => ({ key, row })),
  )
  const named = groupBy(
    own.filter(({ key }) => asked.has(key)),
    ({ key }) => key,
  )
  return new Map([...named].map(([key, rows]) => [key, rows.map(({ row }) => row)]))
}

function traineeKey({ trainee }: TrainingLine): string {
  return emailKey(trainee)
}

/** Of somebody with two posts that are entrusted to the body, the one whose contract holds the day. */
function onDay(rows: readonly TraineeRow[] = [], { day }: TrainingLine): TraineeRow | undefined {
  const holds = ({ contracts }: TraineeRow) =>
    contracts.some(({ starts, ends }) => starts <= day && (ends === null || day <= ends))
  return rows.find(holds) ?? rows[0]
}

function accountOf(outcomes: readonly LineOutcome[]): TrainingImport {
  return {
    done: outcomes.length,
    of: outcomes.length,
    fates: outcomes.map(({ fate }) => lineFates[fate]).join(''),
    refused: outcomes.flatMap((outcome, line) =>
      outcome.fate === 'refused' ? [{ line, code: outcome.code }] : [],
    ),
  }
}
