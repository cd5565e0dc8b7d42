import * as z from 'zod/mini'
import {
  activityChoicesSchema,
  permittedActivityPageSchema,
  type ActivityChoices,
  type PermittedActivity,
  type PermittedActivityPage,
} from '../../domain/access/permitted-activity.ts'
import type { DocumentId, StructureId } from '../../domain/ids.ts'
import { fetchCounted, type CountedOutcome } from './counted-elsewhere.ts'
import type { CoopDatabase } from './database.ts'
import { ask, browserFetch, type Fetch } from './http-client.ts'
import { keepAnswer, keptAnswersOf, readKeptAnswer } from './kept-answer.ts'
import { readRefusalOf, type ReadRefusal } from './read-refusal.ts'
import { structureViewKey } from './structure-views.ts'

/** Why a list can't be read now; `not-permitted` where the server knows no such filter. */
export type ListRefusal = ReadRefusal | 'not-permitted'

export type StructureActivitiesOutcome =
  { ok: true; page: PermittedActivityPage } | { ok: false; reason: ListRefusal }

/** What is asked of a structure's list, as `activity-address.ts` writes it. */
export interface ActivitiesAsked {
  readonly structureId: StructureId
  readonly query: string
}

/** A page of a structure's activities, from the server; `cursor` is the `next` of the page before. */
export async function fetchStructureActivities(
  { structureId, query }: ActivitiesAsked,
  cursor?: string,
  fetch: Fetch = browserFetch,
): Promise<StructureActivitiesOutcome> {
  const asked = new URLSearchParams(query)
  if (cursor !== undefined) asked.set('cursor', cursor)
  const answer = await ask(fetch, { method: 'GET', path: addressOf(structureId, 'activities', asked) })
  const page = permittedActivityPageSchema.safeParse(answer?.json)
  if (answer?.status === 200 && page.success) return { ok: true, page: page.data }
  return { ok: false, reason: answer?.status === 400 ? 'not-permitted' : readRefusalOf(answer) }
}

/** What the list may be filtered by, and how many activities choosing it would find. */
export async function fetchActivityChoices(
  { structureId, query }: ActivitiesAsked,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<ActivityChoices>> {
  const path = addressOf(structureId, 'activity-choices', new URLSearchParams(query))
  return fetchCounted(fetch, path, activityChoicesSchema)
}

/** Where the file of a list is: the server makes it as it is taken. */
export function activitiesFileAddress({ structureId, query }: ActivitiesAsked): string {
  return addressOf(structureId, 'activities.csv', new URLSearchParams(query))
}

/** Its text; undefined where there is no answer, or another. */
export async function fetchActivitiesFile(
  asked: ActivitiesAsked,
  fetch: Fetch = browserFetch,
): Promise<string | undefined> {
  const answer = await fetch(activitiesFileAddress(asked), { cache: 'no-store', redirect: 'error' })
  return answer.ok ? answer.text() : undefined
}

/** One activity, and when it was read, by the device's clock, in ms. */
export interface ReadActivity {
  readonly activity: PermittedActivity
  readonly readAt: number
}

export interface ActivityAsked {
  readonly structureId: StructureId
  readonly id: DocumentId
}

/** The last views, for reading without network. */
const keptActivitiesSchema = z.object({ page: permittedActivityPageSchema, readAt: z.number() })
export type KeptActivities = z.infer<typeof keptActivitiesSchema>

/** Keeps a view in the person's own database, so that signing out takes it away. */
export async function keepStructureActivities(
  db: CoopDatabase,
  { structureId, query }: ActivitiesAsked,
  view: KeptActivities,
): Promise<void> {
  await keepAnswer(db, structureViewKey('activities', structureId), { query, figures: view })
}

/** The view that answers the same question, where it is kept; one of another build's shape is none. */
export async function readKeptActivities(
  db: CoopDatabase,
  { structureId, query }: ActivitiesAsked,
): Promise<KeptActivities | undefined> {
  return readKeptAnswer(db, structureViewKey('activities', structureId), query, keptActivitiesSchema)
}

/** An activity of any view that is kept. */
export async function readKeptActivity(
  db: CoopDatabase,
  { structureId, id }: ActivityAsked,
): Promise<ReadActivity | undefined> {
  const views = await keptAnswersOf(db, structureViewKey('activities', structureId), keptActivitiesSchema)
  for (const { page, readAt } of views) {
    const activity: PermittedActivity | undefined = page.items.find((candidate) => candidate.id === id)
    if (activity) return { activity, readAt }
  }
  return undefined
}

function addressOf(structureId: StructureId, what: string, query: URLSearchParams): string {
  const text = query.toString()
  return `/api/structures/${structureId}/${what}${text && `?${text}`}`
}
