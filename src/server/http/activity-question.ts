import * as z from 'zod/mini'
import {
  readActivityQuery,
  type ActivityQuestion,
  type QueryPair,
} from '../../domain/access/activity-query.ts'
import { calendarDaySchema } from '../../domain/calendar-day.ts'
import { CodedError } from '../../domain/errors.ts'

const texts = z.union([z.string(), z.array(z.string())])

/** What an address may say of a structure's list: days, an order, and filters (`activity-filter.ts`). */
export const activityQuestionInQuery = {
  du: z.optional(calendarDaySchema),
  au: z.optional(calendarDaySchema),
  tri: z.optional(texts),
}

/** Filters stand beside what a route names. */
export const otherFilters = texts

/**
 * What is asked of a structure's list. Throws `filter-not-permitted` for anything that isn't a filter or an order of a
 * structure's: nothing but permitted columns is ever filtered by.
 */
export function activityQuestionOf(query: Readonly<Record<string, unknown>>): ActivityQuestion {
  const said = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().flatMap((text): QueryPair[] => (typeof text === 'string' ? [[name, text]] : [])),
  )
  const { filter, sort, refused } = readActivityQuery(said)
  const [first] = refused
  if (first !== undefined) throw new CodedError('filter-not-permitted', { field: first.slice(0, 40) })
  return { filter, sort }
}
