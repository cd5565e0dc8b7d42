import { isQuiet } from '../../domain/absence/quiet-advisors.ts'
import { hasContractOn } from '../../domain/access/has-contract-on.ts'
import type { StructureCommitments } from '../../domain/access/structure-commitments.ts'
import { settlementsThatCount } from '../../domain/anomalies/settlement.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import { daysOfMonth, type CalendarMonth } from '../../domain/calendar-month.ts'
import type {
  CommitmentFacts,
  ExaminedMonth,
  WatchedAdvisor,
} from '../../domain/commitments/commitment-facts.ts'
import { firstAction, judgeCommitments } from '../../domain/commitments/commitments.ts'
import { structureKit } from '../../domain/commitments/kit/structure-kit.ts'
import { postLife } from '../../domain/commitments/post-life.ts'
import type { PersonId, StructureId } from '../../domain/ids.ts'
import { missionOfTheme, type Mission } from '../../domain/report/missions.ts'
import { eventsAttended } from '../community/events-attended.ts'
import { findAnomaliesOfMonths } from '../anomalies/find-structure-anomalies.ts'
import { absencesOfScopes } from '../store/absences.ts'
import { settlementsOf } from '../store/anomaly-settlements.ts'
import { structurePosts } from '../store/group-posts.ts'
import { structureKitFacts } from '../store/kit-facts.ts'
import { structurePostFacts } from '../store/post-facts.ts'
import { lastActivities, reportedWork, type ReportedWork } from '../store/reported-work.ts'
import type { Store } from '../store/store.ts'
import { latestSeals } from '../store/seals.ts'
import type { Db } from '../store/tables.ts'
import { snapshotRead } from '../store/transaction.ts'
import { monthsLookedAt, reportingPeriod, structureOnSheet } from './commitments-sheet.ts'

interface Question {
  /** A member of the structure: nobody else is answered anything. */
  readonly person: PersonId
  readonly structure: StructureId
  readonly today: CalendarDay
}

/** Where a structure's seven commitments stand, and by what, for a member of it. */
export async function readCommitments(
  store: Store,
  question: Question,
): Promise<Omit<StructureCommitments, 'countedAt'>> {
  return snapshotRead(store, async (db) => {
    const { structure, today } = question
    const judged = judgeCommitments(await factsFor(db, question))
    return {
      today,
      structure: await structureOnSheet(db, structure),
      commitments: judged.map((one) => ({ ...one, evidence: [...one.evidence] })),
      first: firstAction(judged),
    }
  })
}

async function factsFor(db: Db, question: Question): Promise<CommitmentFacts> {
  const { structure, today } = question
  const period = reportingPeriod(today)
  const work = await reportedWork(db, { ...question, period })
  const watched = await readWatched(db, question)
  const advisors = await watchedAdvisors(db, watched, question)
  return {
    today,
    structure,
    posts: (await structurePostFacts(db, question)).map(({ reference, facts }) => ({
      reference,
      life: postLife(facts),
    })),
    advisors,
    kit: structureKit((await structureKitFacts(db, question)).map(({ fact }) => fact)),
    reporting: {
      ...period,
      reports: work.reduce((sum, { reports }) => sum + reports, 0),
      missions: missionsTouched(work),
    },
    communityMinutes: work.reduce((sum, { communityMinutes }) => sum + communityMinutes, 0),
    eventsAttended: await eventsAttended(db, watched.posts, period),
    months: advisors.length > 0 ? await examinedMonths(db, watched, question) : [],
    vouched: new Set((await latestSeals(db, structure)).map(({ month }) => month)),
  }
}

/** A mission counts once for an accompaniment, however many of its themes are touched (domain.md, "What is counted"). */
function missionsTouched(work: readonly ReportedWork[]): Record<Mission, number> {
  const touched: Record<Mission, number> = { 1: 0, 2: 0, 3: 0 }
  for (const { accompaniments, themes } of work) {
    // A theme of a newer version belongs to no mission that is known here.
    const missions = new Set(themes?.map((theme) => missionOfTheme[theme as keyof typeof missionOfTheme]))
    for (const mission of missions) if (mission) touched[mission] += accompaniments
  }
  return touched
}

type Watched = Awaited<ReturnType<typeof readWatched>>

/** The advisors' posts, and when they are known to be elsewhere. */
async function readWatched(db: Db, question: Question) {
  const posts = await structurePosts(db, question)
  const absences = await absencesOfScopes(
    db,
    posts.map(({ scope }) => scope),
  )
  return { posts, absences }
}

async function watchedAdvisors(
  db: Db,
  { posts, absences }: Watched,
  question: Question,
): Promise<WatchedAdvisor[]> {
  const last = new Map((await lastActivities(db, question)).map(({ scope, day }) => [scope, day]))
  return posts
    .filter((post) => hasContractOn(post, question.today))
    .map((post): WatchedAdvisor => {
      const lastActivity = last.get(post.scope) ?? null
      const watched = { ...post, absences: absences.get(post.scope) ?? [] }
      return {
        scope: post.scope,
        name: post.name,
        since: post.contracts.map(({ starts }) => starts).sort()[0] ?? question.today,
        lastActivity,
        isQuiet: isQuiet([watched], lastActivity, question.today),
      }
    })
}

async function examinedMonths(db: Db, watched: Watched, question: Question): Promise<ExaminedMonth[]> {
  const months = monthsLookedAt(question.today)
  const found = await findAnomaliesOfMonths(db, watched, { ...question, months })
  const keysOf = (month: CalendarMonth) => (found.get(month) ?? []).map(({ key }) => key)
  const counting = settlementsThatCount(await settlementsOf(db, question.structure, months.flatMap(keysOf)))
  return months.map((month): ExaminedMonth => {
    const keys = keysOf(month)
    const settled = keys.filter((key) => counting.has(key)).length
    return { month, lastDay: daysOfMonth(month).to, open: keys.length - settled, settled }
  })
}
