import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import { scopeIdSchema, structureIdSchema } from '../ids.ts'
import { offerIdSchema, postFactIdSchema } from './post-ids.ts'
import {
  contractTermsSchema,
  departureReasonSchema,
  postRoleSchema,
  recruitmentStepSchema,
} from './post-words.ts'

/** Minutes of a working week, as a contract says: up to 48 hours. */
export const weeklyMinutesSchema = z.int().check(z.minimum(60), z.maximum(48 * 60))

/** Words beside a step of a recruitment. */
export const stepWordsMaxLength = 300

const said = {
  id: postFactIdSchema,
  /** When it was written down: ISO 8601 in UTC. */
  at: z.iso.datetime(),
  /** The earlier fact that this one stands for from now on; that one stays, and counts no more. */
  replaces: z.nullable(postFactIdSchema),
}

/**
 * One fact of a post's life. Nothing is ever changed: a correction is another fact, of the same kind, that replaces the
 * one before; `withdrawn` takes one back, and what is offered is also replaced by the answer. `day` is the first day of
 * what it says; of a departure, the last day of work.
 */
export const postFactSchema = z.discriminatedUnion('kind', [
  /** The State attributes the post to a structure, which holds it from that day. */
  z.object({
    ...said,
    kind: z.literal('notified'),
    day: calendarDaySchema,
    structure: structureIdSchema,
    role: postRoleSchema,
    /** A post added to others: the State reviews it after six months, not three. */
    isAdditional: z.boolean(),
  }),
  /** The grant agreement with who holds the post. */
  z.object({
    ...said,
    kind: z.literal('convention'),
    day: calendarDaySchema,
    structure: structureIdSchema,
    ends: calendarDaySchema,
  }),
  /** Another structure holds the post. */
  z.object({
    ...said,
    kind: z.literal('transferred'),
    day: calendarDaySchema,
    structure: structureIdSchema,
  }),
  /** The post goes back to the State. */
  z.object({ ...said, kind: z.literal('returned'), day: calendarDaySchema }),
  /** Somebody works on the post: their assignment, and the contract of these days. */
  z.object({
    ...said,
    kind: z.literal('contract'),
    day: calendarDaySchema,
    structure: structureIdSchema,
    scope: scopeIdSchema,
    /** The row of the protocol that gives the right to file. */
    contract: z.uuid(),
    terms: contractTermsSchema,
    /** Last day; null where there is none. */
    ends: z.nullable(calendarDaySchema),
    weeklyMinutes: z.nullable(weeklyMinutesSchema),
  }),
  /**
   * A contract that is signed with somebody who isn't known to work for the structure: the offer names their address, and
   * nothing else of them is known or shown until they accept. Their acceptance is a `contract` that replaces it.
   */
  z.object({
    ...said,
    kind: z.literal('offered'),
    day: calendarDaySchema,
    structure: structureIdSchema,
    offer: offerIdSchema,
    terms: contractTermsSchema,
    ends: z.nullable(calendarDaySchema),
    weeklyMinutes: z.nullable(weeklyMinutesSchema),
  }),
  /** Whoever has that address refused it. */
  z.object({
    ...said,
    kind: z.literal('declined'),
    day: calendarDaySchema,
    structure: structureIdSchema,
  }),
  z.object({
    ...said,
    kind: z.literal('departure'),
    day: calendarDaySchema,
    structure: structureIdSchema,
    scope: scopeIdSchema,
    reason: departureReasonSchema,
  }),
  /** Something moves in a recruitment. */
  z.object({
    ...said,
    kind: z.literal('step'),
    day: calendarDaySchema,
    structure: structureIdSchema,
    step: recruitmentStepSchema,
    words: z.string().check(z.maxLength(stepWordsMaxLength)),
  }),
  z.object({ ...said, kind: z.literal('withdrawn'), day: calendarDaySchema }),
])
export type PostFact = z.infer<typeof postFactSchema>
export type PostFactOf<K extends PostFact['kind']> = Extract<PostFact, { kind: K }>

/** What there is to any fact that others may replace. */
export interface SaidOnce {
  readonly id: string
  readonly kind: string
  readonly day: string
  readonly at: string
  readonly replaces: string | null
}

/** The facts that stand: those that no other has replaced or taken back, by day, whatever the order they come in. */
export function standingFacts<F extends SaidOnce>(facts: readonly F[]): F[] {
  const replaced = new Set(facts.map(({ replaces }) => replaces))
  return facts
    .filter(({ id, kind }) => kind !== 'withdrawn' && kind !== 'declined' && !replaced.has(id))
    .sort(inOrder)
}

/** By day; of one day the last word counts last, and two words of one moment are told apart by their ids. */
function inOrder(a: SaidOnce, b: SaidOnce): number {
  return compare(a.day, b.day) || compare(a.at, b.at) || compare(a.id, b.id)
}

/** Texts of a fixed form: by their letters, whatever the language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Those of one kind, among facts. */
export function factsOfKind<K extends PostFact['kind']>(
  facts: readonly PostFact[],
  kind: K,
): PostFactOf<K>[] {
  return facts.filter((fact): fact is PostFactOf<K> => fact.kind === kind)
}
