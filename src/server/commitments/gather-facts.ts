import { isQuiet } from '../../domain/absence/quiet-advisors.ts'
import { hasContractOn } from '../../domain/access/has-contract-on.ts'
import { settlementsThatCount } from '../../domain/anomalies/settlement.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import { daysOfMonth, type CalendarMonth } from '../../domain/calendar-month.ts'
import type {
  CommitmentFacts,
  ExaminedMonth,
  WatchedAdvisor,
} from '../../domain/commitments/commitment-facts.ts'
import { structureKit } from '../../domain/commitments/kit/structure-kit.ts'
import { trainingRecord } from '../../domain/commitments/training/training-record.ts'
import { postLife } from '../../domain/commitments/post-life.ts'
import { groupBy } from '../../domain/group-by.ts'
import type { ScopeId, StructureId } from '../../domain/ids.ts'
import {
  findAnomaliesOfMonths,
  type AdvisorAnomaly,
  type Watched,
} from '../anomalies/find-structure-anomalies.ts'
import { attendedBy, eventsAttended } from '../community/events-attended.ts'
import { absencesOfScopes } from '../store/absences.ts'
import { settlementsOfStructures } from '../store/anomaly-settlements.ts'
import { idsOfAsked, type AskedStructures } from '../store/asked-structures.ts'
import { structurePosts } from '../store/group-posts.ts'
import { structureKitFacts } from '../store/kit-facts.ts'
import { structurePostFacts } from '../store/post-facts.ts'
import { lastActivities, reportedWork } from '../store/reported-work.ts'
import { structureTrainingFacts } from '../store/training-facts.ts'
import { sealedMonths } from '../store/seals.ts'
import type { Db } from '../store/tables.ts'
import { monthsLookedAt, reportingPeriod } from './commitments-sheet.ts'
import { missionsTouched } from './missions-touched.ts'

/**
 * What the commitments of structures are judged by, on a day: one statement a source, however many structures. Of one
 * whose asker isn't a member nothing is found.
 */
export async function gatherFacts(
  db: Db,
  asked: AskedStructures,
  today: CalendarDay,
): Promise<ReadonlyMap<StructureId, CommitmentFacts>> {
  const structures = idsOfAsked(asked)
  const period = reportingPeriod(today)
  const work = byStructure(await reportedWork(db, { ...asked, period }))
  const watched = await readWatched(db, asked)
  const last = new Map((await lastActivities(db, asked)).map(({ scope, day }) => [scope, day]))
  const advisors = watchedAdvisors(watched, last, today)
  const posts = byStructure(await structurePostFacts(db, asked))
  const kit = byStructure(await structureKitFacts(db, asked))
  const training = await structureTrainingFacts(db, asked)
  const people = byStructure(watched.posts)
  const events = await eventsAttended(db, watched.posts, period)
  const months = await examinedMonths(db, watched, { asked, today })
  const vouched = await sealedMonths(db, structures)
  return new Map(
    structures.map((structure): [StructureId, CommitmentFacts] => {
      const own = work.get(structure) ?? []
      const present = advisors.get(structure) ?? []
      return [
        structure,
        {
          today,
          structure,
          posts: (posts.get(structure) ?? []).map(({ reference, facts }) => ({
            reference,
            life: postLife(facts),
          })),
          advisors: present,
          kit: structureKit((kit.get(structure) ?? []).map(({ fact }) => fact)),
          reporting: {
            ...period,
            reports: own.reduce((sum, { reports }) => sum + reports, 0),
            missions: missionsTouched(own),
          },
          training: new Map(
            (people.get(structure) ?? []).flatMap(({ scope }) => {
              const facts = training.get(scope)
              return facts ? [[scope, trainingRecord(facts)] as const] : []
            }),
          ),
          communityMinutes: own.reduce((sum, { communityMinutes }) => sum + communityMinutes, 0),
          eventsAttended: attendedBy(
            events,
            new Set((people.get(structure) ?? []).map(({ scope }) => scope)),
          ),
          months: present.length > 0 ? (months.get(structure) ?? []) : [],
          vouched: vouched.get(structure) ?? new Set(),
        },
      ]
    }),
  )
}

function byStructure<T extends { readonly structure: StructureId }>(
  rows: readonly T[],
): Map<StructureId, T[]> {
  return groupBy(rows, ({ structure }) => structure)
}

/** The advisors' posts, and when they are known to be elsewhere. */
async function readWatched(db: Db, asked: AskedStructures): Promise<Watched> {
  const posts = await structurePosts(db, asked)
  const absences = await absencesOfScopes(
    db,
    posts.map(({ scope }) => scope),
  )
  return { posts, absences }
}

function watchedAdvisors(
  { posts, absences }: Watched,
  last: ReadonlyMap<ScopeId, CalendarDay>,
  today: CalendarDay,
): Map<StructureId, WatchedAdvisor[]> {
  const present = byStructure(posts.filter((post) => hasContractOn(post, today)))
  return new Map(
    [...present].map(([structure, own]) => [
      structure,
      own.map((post): WatchedAdvisor => {
        const lastActivity = last.get(post.scope) ?? null
        const watched = { ...post, absences: absences.get(post.scope) ?? [] }
        return {
          scope: post.scope,
          name: post.name,
          since: post.contracts.map(({ starts }) => starts).sort()[0] ?? today,
          lastActivity,
          isQuiet: isQuiet([watched], lastActivity, today),
        }
      }),
    ]),
  )
}

async function examinedMonths(
  db: Db,
  watched: Watched,
  { asked, today }: { asked: AskedStructures; today: CalendarDay },
): Promise<Map<StructureId, ExaminedMonth[]>> {
  const structures = idsOfAsked(asked)
  const months = monthsLookedAt(today)
  const found = await findAnomaliesOfMonths(db, watched, { ...asked, months, today })
  const keys = [...found.values()].flatMap((anomalies) => anomalies.map(({ key }) => key))
  const settled = await settlementsOfStructures(db, structures, keys)
  const anomaliesIn = new Map(
    [...found].map(([month, anomalies]) => [
      month,
      groupBy(anomalies, ({ post }: AdvisorAnomaly) => post.structure),
    ]),
  )
  const monthOf = (structure: StructureId, month: CalendarMonth): ExaminedMonth => {
    const own = anomaliesIn.get(month)?.get(structure) ?? []
    const counting = settlementsThatCount(settled.get(structure) ?? [])
    const answered = own.filter(({ key }) => counting.has(key)).length
    return { month, lastDay: daysOfMonth(month).to, open: own.length - answered, settled: answered }
  }
  return new Map(structures.map((structure) => [structure, months.map((month) => monthOf(structure, month))]))
}
