import * as z from 'zod/mini'
import { fetchCounted, type CountedOutcome } from './counted-elsewhere.ts'
import type { Fetch } from './http-client.ts'

/** What the server answered, and when it was read, by the device's clock in ms: kept, it says how old it is. */
export interface DatedAnswer<T> {
  readonly readAt: number
  readonly said: T
}

export function datedSchema<T>(schema: z.ZodMiniType<T>): z.ZodMiniType<DatedAnswer<T>> {
  return z.object({ readAt: z.number(), said: schema })
}

export async function fetchDated<T>(
  fetch: Fetch,
  path: string,
  schema: z.ZodMiniType<T>,
): Promise<CountedOutcome<DatedAnswer<T>>> {
  const outcome = await fetchCounted(fetch, path, schema)
  return outcome.ok ? { ok: true, figures: { readAt: Date.now(), said: outcome.figures } } : outcome
}
