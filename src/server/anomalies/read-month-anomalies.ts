import {
  evidenceMost,
  type MonthAnomalies,
  type StructureAnomaly,
} from '../../domain/access/month-anomalies.ts'
import type { PermittedActivity } from '../../domain/access/permitted-activity.ts'
import { groupBy } from '../../domain/group-by.ts'
import { settlementsOf } from '../store/anomaly-settlements.ts'
import { structureActivities } from '../store/structure-activities.ts'
import type { Store } from '../store/store.ts'
import type { Db } from '../store/tables.ts'
import { snapshotRead } from '../store/transaction.ts'
import { namedActivity } from '../structure/read-structure-activities.ts'
import { communeNames } from '../territory/commune-names.ts'
import {
  findStructureAnomalies,
  type AdvisorAnomaly,
  type MonthQuestion,
} from './find-structure-anomalies.ts'

/** What deserves a look in a structure's month, for a member of it, with what was said of each. */
export async function readMonthAnomalies(
  store: Store,
  question: MonthQuestion,
): Promise<Omit<MonthAnomalies, 'countedAt'>> {
  return snapshotRead(store, async (db) => {
    const found = await findStructureAnomalies(db, question)
    const shown = await activitiesShown(db, question, found)
    const settlements = groupBy(
      await settlementsOf(
        db,
        question.structure,
        found.map(({ key }) => key),
      ),
      ({ key }) => key,
    )
    return {
      month: question.month,
      anomalies: found.map((anomaly): StructureAnomaly => {
        const { key, kind, version, post, sentence, evidence } = anomaly
        return {
          key,
          kind,
          version,
          advisorId: post.person,
          advisorName: post.name,
          sentence,
          evidence: evidenceShown(anomaly).flatMap((id) => shown.get(`${post.scope} ${id}`) ?? []),
          evidenceCount: evidence.length,
          settlements: settlements.get(key) ?? [],
        }
      }),
    }
  })
}

function evidenceShown({ evidence }: AdvisorAnomaly) {
  return evidence.slice(0, evidenceMost)
}

/** The evidence as an employer may read it: column by column, on days inside a contract. */
async function activitiesShown(
  db: Db,
  { person, structure }: MonthQuestion,
  found: readonly AdvisorAnomaly[],
): Promise<ReadonlyMap<string, PermittedActivity>> {
  const among = [...new Set(found.flatMap(evidenceShown))]
  if (among.length === 0) return new Map()
  const { activities } = await structureActivities(db, { person, structure, among })
  const names = await communeNames()
  return new Map(
    activities.map((activity) => {
      // Ids are unique in a scope only.
      const { scope, id } = activity.position
      return [`${scope} ${id}`, namedActivity(activity, names)]
    }),
  )
}
