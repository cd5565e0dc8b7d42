import * as z from 'zod/mini'
import { countSchema } from './common-fields.ts'
import { ageRangeLabels, genderLabels, statusLabels } from './nomenclature.ts'

/** Anonymous people of one workshop, at most. */
export const groupMost = 10_000

/** What is known of a group, family by family. */
export const families = ['gender', 'ageRange', 'status'] as const
export type Family = (typeof families)[number]

/** How many there are of each code of a family; nobody is in none of them. */
export type Margin = Readonly<Partial<Record<string, number>>>

interface Margins extends Readonly<Partial<Record<Family, Margin | undefined>>> {
  readonly total: number
}

const marginOf = (labels: Readonly<Record<string, string>>) =>
  z.record(z.string(), countSchema(groupMost)).check(
    z.refine((margin) => Object.keys(margin).every((code) => isKnownPart(labels, code)), {
      error: 'Choisissez une valeur de la liste.',
    }),
  )

/** *Non communiqué* is the rest, computed and never stored. */
function isKnownPart(labels: Readonly<Record<string, string>>, code: string): boolean {
  return code !== 'non_communique' && Object.hasOwn(labels, code)
}

/**
 * Anonymous participants of a workshop: how many, and what is known of how many of them. Only these margins are known,
 * and only they are stored: no persons are made up from them (domain.md, "Fields").
 */
export const anonymousGroupSchema = z
  .looseObject({
    total: countSchema(groupMost),
    alreadyAccompanied: z.optional(countSchema(groupMost)),
    gender: z.optional(marginOf(genderLabels)),
    ageRange: z.optional(marginOf(ageRangeLabels)),
    status: z.optional(marginOf(statusLabels)),
  })
  .check(
    z.refine(({ total, alreadyAccompanied = 0 }) => alreadyAccompanied <= total, {
      error: 'Il y a plus de personnes déjà accompagnées que de participants anonymes.',
      path: ['alreadyAccompanied'],
    }),
    ...families.map((family) =>
      z.refine<Margins>((group) => knownOf(group[family]) <= group.total, {
        error: 'Cela fait plus de personnes qu’il n’y a de participants anonymes.',
        path: [family],
      }),
    ),
  )
export type AnonymousGroup = z.infer<typeof anonymousGroupSchema>

/** How many people of a group something is known of, in one family. */
export function knownOf(margin: Margin | undefined): number {
  return Object.values(margin ?? {}).reduce<number>((sum, count) => sum + (count ?? 0), 0)
}

/** *Non communiqué*: how many people of a group nothing is known of, in one family. */
export function unknownOf(group: AnonymousGroup, family: Family): number {
  return group.total - knownOf(group[family])
}
