import { isQuiet } from '../../domain/absence/quiet-advisors.ts'
import type { CommitmentsForState } from '../../domain/access/structure-commitments.ts'
import { addDays, type CalendarDay } from '../../domain/calendar-day.ts'
import { daysOfMonth } from '../../domain/calendar-month.ts'
import type { CommitmentFacts, WatchedAdvisor } from '../../domain/commitments/commitment-facts.ts'
import { structureKit } from '../../domain/commitments/kit/structure-kit.ts'
import { postLife } from '../../domain/commitments/post-life.ts'
import { trainingRecord } from '../../domain/commitments/training/training-record.ts'
import { commitmentsForState } from '../../domain/commitments/told-to-state.ts'
import type { PersonId, StructureId } from '../../domain/ids.ts'
import { missionOfTheme } from '../../domain/report/missions.ts'
import { absencesOfScopes } from '../store/absences.ts'
import { eventsAttended } from '../community/events-attended.ts'
import { remitKitFacts } from '../store/kit-facts.ts'
import { remitPostFacts } from '../store/post-facts.ts'
import { workOfRemit } from '../store/remit-work.ts'
import { latestSeals } from '../store/seals.ts'
import type { Store } from '../store/store.ts'
import { remitTrainingFacts } from '../store/training-facts.ts'
import type { Db } from '../store/tables.ts'
import { snapshotRead } from '../store/transaction.ts'
import { territoryWatchedPosts } from '../store/watched-posts.ts'
import { monthsLookedAt, reportingPeriod, structureOnSheet } from './commitments-sheet.ts'

interface Question {
  /** Who reads the structure for the State: nobody else is answered anything. */
  readonly person: PersonId
  readonly structure: StructureId
  readonly today: CalendarDay
}

/** Where a structure's seven commitments stand, for the State, by what it may read of the structure. */
export async function readCommitmentsForState(
  store: Store,
  question: Question,
): Promise<Omit<CommitmentsForState, 'countedAt'>> {
  return snapshotRead(store, async (db) => {
    const { structure, today } = question
    const told = commitmentsForState(await factsFor(db, question))
    return {
      today,
      structure: await structureOnSheet(db, structure),
      commitments: told.map((one) => ({ ...one, evidence: [...one.evidence] })),
    }
  })
}

/** Reports and names aren't read: a mission that was touched counts 1, an hour for the community as well. */
async function factsFor(db: Db, question: Question): Promise<CommitmentFacts> {
  const { structure, today } = question
  const period = reportingPeriod(today)
  const work = await workOfRemit(db, { ...question, period })
  // A theme of a newer version belongs to no mission that is known here.
  const touched = new Set(
    work.flatMap(({ themes }) => themes.map((theme) => missionOfTheme[theme as keyof typeof missionOfTheme])),
  )
  const posts = await remitPostFacts(db, question)
  const advisors = await watchedAdvisors(db, question)
  return {
    today,
    structure,
    posts: posts.map(({ reference, facts }) => ({ reference, life: postLife(facts) })),
    advisors,
    reporting: {
      ...period,
      reports: 0,
      missions: { 1: Number(touched.has(1)), 2: Number(touched.has(2)), 3: Number(touched.has(3)) },
    },
    kit: structureKit(await remitKitFacts(db, question)),
    training: new Map(
      [...(await remitTrainingFacts(db, question))].map(([scope, facts]) => [scope, trainingRecord(facts)]),
    ),
    communityMinutes: work.some(({ isCommunity }) => isCommunity) ? 60 : 0,
    eventsAttended: (await eventsAttended(db, advisors, period)).map(({ kind, title, day }) => ({
      kind,
      title,
      day,
      names: [],
    })),
    months:
      advisors.length > 0
        ? monthsLookedAt(today).map((month) => ({
            month,
            lastDay: daysOfMonth(month).to,
            open: 0,
            settled: 0,
          }))
        : [],
    vouched: new Set((await latestSeals(db, structure)).map(({ month }) => month)),
  }
}

/** Who works there today, without their names. */
async function watchedAdvisors(db: Db, { person, structure, today }: Question): Promise<WatchedAdvisor[]> {
  // Whatever their activities.
  const watched = { today, quietBefore: addDays(today, 366) }
  const posts = await territoryWatchedPosts(db, watched, { person, territory: 'nation', structure })
  const absences = await absencesOfScopes(
    db,
    posts.map(({ scope }) => scope),
  )
  return posts.map((post) => ({
    scope: post.scope,
    name: '',
    since: post.contracts.map(({ starts }) => starts).sort()[0] ?? today,
    lastActivity: post.lastActivity,
    isQuiet: isQuiet([{ ...post, absences: absences.get(post.scope) ?? [] }], post.lastActivity, today),
  }))
}
