import type * as z from 'zod/mini'
import type { FacetValue } from '../../domain/report/search/facets.ts'
import type { Period } from '../../domain/statistics/period.ts'
import type { TimeStep } from '../../domain/statistics/timeline.ts'
import { ask, type Fetch } from './http-client.ts'
import { readRefusalOf, type ReadRefusal } from './read-refusal.ts'

/** The days that figures are asked of, whoever they are of. */
export interface DaysAsked {
  readonly period: Period
  readonly before: Period
  readonly step: TimeStep
}

export type CountedOutcome<T> = { ok: true; figures: T } | { ok: false; reason: ReadRefusal }

/** Figures that the server counts now. */
export async function fetchCounted<T>(
  fetch: Fetch,
  path: string,
  schema: z.ZodMiniType<T>,
): Promise<CountedOutcome<T>> {
  const answer = await ask(fetch, { method: 'GET', path })
  const figures = schema.safeParse(answer?.json)
  if (answer?.status === 200 && figures.success) return { ok: true, figures: figures.data }
  return { ok: false, reason: readRefusalOf(answer) }
}

/** A question as its address says it, with what it asks besides its days. */
export function countedQuery(
  { period, before, step }: DaysAsked,
  more: Record<string, string>,
  filters: readonly FacetValue[] = [],
): string {
  const days = { du: period.from, au: period.to, 'avant-du': before.from, 'avant-au': before.to, pas: step }
  const query = new URLSearchParams({ ...days, ...more })
  for (const value of filters) query.append('filtre', value)
  return query.toString()
}
