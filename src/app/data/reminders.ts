import * as z from 'zod/mini'
import {
  ownRemindersSchema,
  stateRemindersSchema,
  structureRemindersSchema,
  teamRemindersSchema,
  type AnswerAbout,
  type OwnAnswer,
  type OwnReminders,
  type StateReminders,
  type TeamReminders,
} from '../../domain/access/reminders.ts'
import type { StructureId, TeamId } from '../../domain/ids.ts'
import type { ReminderReason } from '../../domain/reminders/reminder-reasons.ts'
import type { DepartmentCode } from '../../domain/territory/departments.ts'
import { fetchCounted, type CountedOutcome } from './counted-elsewhere.ts'
import type { CoopDatabase } from './database.ts'
import { ask, browserFetch, type Fetch, type HttpAnswer } from './http-client.ts'
import { keepAnswer, keptViews, readKeptAnswer } from './kept-answer.ts'
import { keptStructureView } from './kept-structure-view.ts'

/* Who is silent, as the server tells it to each; the last view is kept for reading without network. */

export const {
  fetch: fetchStructureReminders,
  keep: keepStructureReminders,
  readKept: readKeptStructureReminders,
} = keptStructureView({ view: 'reminders', schema: structureRemindersSchema })

export async function fetchTeamReminders(
  id: TeamId,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<TeamReminders>> {
  return fetchCounted(fetch, `/api/teams/${id}/reminders`, teamRemindersSchema)
}

export const { keep: keepTeamReminders, readKept: readKeptTeamReminders } = keptViews<TeamId, TeamReminders>({
  key: (id) => `team-reminders:${id}`,
  query: () => '',
  schema: teamRemindersSchema,
})

/** Of a department, or of the nation. */
export type RemittedTerritory = DepartmentCode | 'nation'

export async function fetchStateReminders(
  territory: RemittedTerritory,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<StateReminders>> {
  const query = territory === 'nation' ? '' : `?departement=${territory}`
  return fetchCounted(fetch, `/api/state/reminders${query}`, stateRemindersSchema)
}

export const { keep: keepStateReminders, readKept: readKeptStateReminders } = keptViews<
  RemittedTerritory,
  StateReminders
>({
  key: () => 'state-reminders',
  query: (territory) => territory,
  schema: stateRemindersSchema,
})

/** One's own: what was sent to one, whether anything more is, and what was answered. */
export async function fetchOwnReminders(fetch: Fetch = browserFetch): Promise<CountedOutcome<OwnReminders>> {
  return fetchCounted(fetch, '/api/reminders/own', ownRemindersSchema)
}

const ownKey = 'own-reminders'

export function keepOwnReminders(db: CoopDatabase, figures: OwnReminders): Promise<void> {
  return keepAnswer(db, ownKey, { query: '', figures })
}

export function readKeptOwnReminders(db: CoopDatabase): Promise<OwnReminders | undefined> {
  return readKeptAnswer(db, ownKey, '', ownRemindersSchema)
}

/** What the server made of it: done, or why not, in French where it said so. */
export type ReminderDone = { ok: true; isAsked: boolean } | { ok: false; sentence: string }

export async function answerForStructure(
  about: AnswerAbout,
  fetch: Fetch = browserFetch,
): Promise<ReminderDone> {
  const path = `/api/structures/${about.structure}/reminders/answers`
  return doneBy(await ask(fetch, { method: 'POST', path, body: about }))
}

export async function answerForTeam(
  team: TeamId,
  about: AnswerAbout,
  fetch: Fetch = browserFetch,
): Promise<ReminderDone> {
  return doneBy(
    await ask(fetch, { method: 'POST', path: `/api/teams/${team}/reminders/answers`, body: about }),
  )
}

export async function answerForState(
  structure: StructureId,
  body: { key: string; reason: ReminderReason },
  fetch: Fetch = browserFetch,
): Promise<ReminderDone> {
  const path = `/api/state/structures/${structure}/reminders/answers`
  return doneBy(await ask(fetch, { method: 'POST', path, body }))
}

export async function chooseMail(wanted: boolean, fetch: Fetch = browserFetch): Promise<ReminderDone> {
  return doneBy(await ask(fetch, { method: 'POST', path: '/api/reminders/own/mail', body: { wanted } }))
}

/** Whether an answer of one's own is settled: heard, or refused for good; false where it is to be sent again. */
export async function sendOwnAnswer(answer: OwnAnswer, fetch: Fetch = browserFetch): Promise<boolean> {
  const sent = await ask(fetch, { method: 'POST', path: '/api/reminders/own/answers', body: answer })
  return sent?.status === 204 || sent?.status === 404 || sent?.status === 400
}

const askedSchema = z.object({ isAsked: z.boolean() })

function doneBy(answer: HttpAnswer | undefined): ReminderDone {
  if (answer?.status === 204) return { ok: true, isAsked: false }
  const asked = askedSchema.safeParse(answer?.json)
  if (answer?.status === 200 && asked.success) return { ok: true, isAsked: asked.data.isAsked }
  const { title, detail } = answer?.problem ?? {}
  return { ok: false, sentence: [title, detail].filter(Boolean).join(' ') }
}
