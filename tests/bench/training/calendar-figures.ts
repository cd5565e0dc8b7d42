import { sql } from 'kysely'
import { readFile } from '../../../src/app/data/files/read-file.ts'
import { importTraining, type ImportOutcome } from '../../../src/app/data/training.ts'
import {
  planOfTable,
  type TrainingPlan,
} from '../../../src/app/features/posts/training/body/training-plan.ts'
import { addDays, frenchDayOf } from '../../../src/domain/calendar-day.ts'
import { likelyTrainingLayout } from '../../../src/domain/commitments/training/training-file.ts'
import { institute } from '../../../src/server/demonstration/demonstration-people.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { signIn } from '../../drills/sign-in.ts'
import type { Figure } from '../figures.ts'

export interface Trained {
  readonly store: Store
  readonly origin: string
  readonly now: Date
  readonly trainees: number
}

const halfDaysEach = 10
/** Of a hundred lines: one that the device can't read, a clash, a day outside the contract, somebody else's trainee. */
const wrongOf100 = 4

/**
 * The calendars of all trainees brought in as the page does: read, planned, tried, written. Cut once it has begun first, and
 * brought in again; then once more. What is there is counted by the database.
 */
export async function calendarFigures(trained: Trained): Promise<Figure[]> {
  const { store, now, trainees } = trained
  const lines = trainees * halfDaysEach
  const bytes = new TextEncoder().encode(csvOf(trained))
  const headers = { cookie: await signIn(store, cast.gaelle.id, now) }
  const before = await written(store)
  const start = performance.now()
  const plan = await planOf(bytes)
  const trial = await bringIn(trained, plan, headers, { isTrial: true })
  const afterTrial = await written(store)
  const cut = await bringIn(trained, plan, headers, { isTrial: false }, 1)
  const atCut = await written(store)
  const whole = await bringIn(trained, plan, headers, { isTrial: false })
  const took = performance.now() - start
  const all = await written(store)
  const again = await bringIn(trained, plan, headers, { isTrial: false })
  const twice = await written(store)
  const right = lines - (lines / 100) * wrongOf100
  const wrong = plan.unreadable.length + countOf(whole.outcome, 'r')
  // Half a calendar is nobody's: of a file that is cut, nothing is there or all of it.
  const isWhole = [before.sessions, before.sessions + right].includes(atCut.sessions)
  return [
    {
      what: `read, tried, cut once and begun again (${trial.shown + cut.shown + whole.shown} words of progress)`,
      target: 'under 20 s',
      measured: `${(took / 1000).toFixed(1)} s`,
      reference: `${((await bare(store)) / 1000).toFixed(2)} s (as many bare rows, one statement)`,
      ratio: '–',
      met: took < 20_000 && whole.outcome.ok,
    },
    {
      what: 'lines that were not taken',
      target: `${lines - right}`,
      measured: `${wrong}`,
      reference: '–',
      ratio: '–',
      met: wrong === lines - right,
    },
    {
      what: 'half-days written by the trial, and whether a calendar is half there after the cut',
      target: '0, no',
      measured: `${afterTrial.sessions - before.sessions}, ${isWhole ? 'no' : 'yes'}`,
      reference: '–',
      ratio: '–',
      met: afterTrial.sessions === before.sessions && isWhole,
    },
    {
      what: 'half-days in the end, those said twice, and facts that the second time added',
      target: `${right}, 0 and 0`,
      measured: `${all.sessions - before.sessions}, ${all.doubled} and ${twice.facts - all.facts}`,
      reference: '–',
      ratio: '–',
      met:
        again.outcome.ok &&
        all.sessions - before.sessions === right &&
        all.doubled === 0 &&
        twice.facts === all.facts,
    },
  ]
}

async function planOf(bytes: Uint8Array): Promise<TrainingPlan> {
  const read = await readFile(bytes)
  if (!read.ok || !('table' in read)) throw new Error('the calendar is a table')
  return planOfTable(read.table, likelyTrainingLayout(read.table.heads))
}

function countOf(outcome: ImportOutcome, fate: string): number {
  return outcome.ok ? outcome.account.fates.split(fate).length - 1 : Number.NaN
}

async function bringIn(
  { origin }: Trained,
  plan: TrainingPlan,
  headers: Readonly<Record<string, string>>,
  { isTrial }: { isTrial: boolean },
  cutAfter = Infinity,
): Promise<{ outcome: ImportOutcome; shown: number }> {
  const leave = new AbortController()
  let shown = 0
  const outcome = await importTraining(
    institute.body,
    plan.lines.map(({ line }) => line),
    { isTrial, knowsSealed: false },
    () => {
      shown += 1
      if (shown >= cutAfter) leave.abort()
    },
    (path, init) => {
      // The page asks by paths.
      if (typeof path !== 'string') throw new TypeError('not a path')
      const all = { ...Object.fromEntries(new Headers(init?.headers)), ...headers }
      return fetch(`${origin}${path}`, { ...init, headers: all, signal: leave.signal })
    },
  ).catch((): ImportOutcome => ({ ok: false, problem: undefined }))
  return { outcome, shown }
}

/** Ten half-days of each trainee: five that are over, with who was there, and five to come. */
function csvOf({ trainees, now }: Trained): string {
  const today = frenchDayOf(now)
  const rows = Array.from({ length: trainees * halfDaysEach }, (_, index) => {
    const [trainee, place] = [Math.floor(index / halfDaysEach) + 1, index % halfDaysEach]
    const away = place < 5 ? (place - 5) * 7 : (place - 4) * 7
    const row = {
      email: `stagiaire${trainee}@nation.example`,
      day: String(addDays(today, away)),
      presence: place >= 5 ? '' : place === 2 ? 'absent' : 'présent',
      title: `Séance ${place + 1}`,
    }
    const { email, day, presence, title } = spoilt(row, index % 100)
    return `${email};${day};matin;${title};Foix;${presence};${presence === 'absent' ? 'Transports interrompus' : ''}`
  })
  return ['email;jour;demi-journée;intitulé;lieu;présence;motif', ...rows].join('\n')
}

interface Row {
  readonly email: string
  readonly day: string
  readonly presence: string
  readonly title: string
}

function spoilt(row: Row, place: number): Row {
  switch (place) {
    case 17:
      return { ...row, day: '31/02/2026' }
    case 38:
      return { ...row, email: 'personne@ailleurs.example' }
    case 57:
      return { ...row, day: '2020-01-06' }
    case 79:
      // Something else at the hour of the one before.
      return { ...row, day: String(addDays(row.day as ReturnType<typeof frenchDayOf>, -7)) }
    default:
      return row
  }
}

async function written(store: Store) {
  const { rows } = await sql<{ facts: number; sessions: number; doubled: number }>`
    select count(*)::int as facts, (count(*) filter (where f.kind = 'half-day'))::int as sessions,
      (select count(*)::int from (
        select 1 from training_fact d where d.kind = 'half-day'
        group by d.scope_id, d.day, d.said ->> 'half', d.said ->> 'title' having count(*) > 1) t) as doubled
    from training_fact f join bench_trainee b on b.scope = f.scope_id`.execute(store.db)
  return rows[0] ?? { facts: 0, sessions: 0, doubled: 0 }
}

async function bare(store: Store): Promise<number> {
  await sql`create table if not exists bench_bare_training (like training_fact including all)`.execute(
    store.db,
  )
  const start = performance.now()
  await sql`insert into bench_bare_training select * from training_fact on conflict do nothing`.execute(
    store.db,
  )
  return performance.now() - start
}
