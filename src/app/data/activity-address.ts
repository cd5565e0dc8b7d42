import { pairsOfActivities, type ActivityQuestion } from '../../domain/access/activity-query.ts'

/** A question about a structure's list as the query of an address; nothing for the whole list in its usual order. */
export function queryOfActivities(question: ActivityQuestion): string {
  const query = new URLSearchParams()
  for (const [name, text] of pairsOfActivities(question)) query.append(name, text)
  return query.toString()
}
