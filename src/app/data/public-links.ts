import type * as z from 'zod/mini'
import { periodSchema } from '../../domain/access/figures-on-the-wire.ts'
import {
  type LinkId,
  type LinkPreview,
  type OwnLink,
  ownLinksSchema,
  previewAnswerSchema,
  type PreviewRequest,
  publishAnswerSchema,
  type PublishedLink,
  type PublishRequest,
} from '../../domain/access/public-link.ts'
import type { Period } from '../../domain/statistics/period.ts'
import type { CoopDatabase } from './database.ts'
import { ask, browserFetch, type Fetch, type HttpAnswer } from './http-client.ts'
import { readRefusalOf, type ReadRefusal } from './read-refusal.ts'

/** Why the server doesn't publish, or shows nothing to publish. */
export type LinkRefusal =
  | { readonly reason: ReadRefusal | 'figures-changed' }
  /** Some of the months are counted in what was published of `period`. */
  | { readonly reason: 'already-published'; readonly period: Period | undefined }

export type LinkOutcome<T> = { ok: true; value: T } | ({ ok: false } & LinkRefusal)

/** What a link would show, counted by the server now. */
export async function fetchLinkPreview(
  request: PreviewRequest,
  fetch: Fetch = browserFetch,
): Promise<LinkOutcome<LinkPreview>> {
  const answer = await ask(fetch, { method: 'POST', path: '/api/public-links/preview', body: request })
  return outcomeOf(answer, 200, previewAnswerSchema)
}

export async function publishLink(
  request: PublishRequest,
  fetch: Fetch = browserFetch,
): Promise<LinkOutcome<PublishedLink>> {
  const answer = await ask(fetch, { method: 'POST', path: '/api/public-links', body: request })
  return outcomeOf(answer, 201, publishAnswerSchema)
}

/** The links that the person may close, the newest first. */
export async function fetchOwnLinks(fetch: Fetch = browserFetch): Promise<LinkOutcome<OwnLink[]>> {
  const answer = await ask(fetch, { method: 'GET', path: '/api/public-links' })
  const outcome = outcomeOf(answer, 200, ownLinksSchema)
  return outcome.ok ? { ok: true, value: outcome.value.links } : outcome
}

/** False where the server wasn't reached, or refused. */
export async function closeLink(id: LinkId, fetch: Fetch = browserFetch): Promise<boolean> {
  const answer = await ask(fetch, { method: 'DELETE', path: `/api/public-links/${id}` })
  return answer !== undefined && answer.status < 300
}

/** Keeps the address of a link on this device, in the person's own database: the server tells it once. */
export async function keepLinkAddress(db: CoopDatabase, id: LinkId, url: string): Promise<void> {
  await db.meta.put({ k: keyOf(id), value: url })
}

/** The addresses of links that were made on this device. */
export async function keptLinkAddresses(
  db: CoopDatabase,
  ids: readonly LinkId[],
): Promise<ReadonlyMap<LinkId, string>> {
  const rows = await db.meta.bulkGet(ids.map(keyOf))
  return new Map(
    ids.flatMap((id, place) => {
      const url = rows[place]?.value
      return typeof url === 'string' ? [[id, url] as const] : []
    }),
  )
}

function keyOf(id: LinkId): string {
  return `public-link:${id}`
}

function outcomeOf<T>(
  answer: HttpAnswer | undefined,
  status: number,
  schema: z.ZodMiniType<T>,
): LinkOutcome<T> {
  const value = schema.safeParse(answer?.json)
  if (answer?.status === status && value.success) return { ok: true, value: value.data }
  const code = answer?.problem?.code
  if (code === 'figures-changed') return { ok: false, reason: code }
  if (code === 'already-published')
    return { ok: false, reason: code, period: periodSchema.safeParse(answer?.json).data }
  return { ok: false, reason: readRefusalOf(answer) }
}
