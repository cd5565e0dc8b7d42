import * as z from 'zod/mini'

/** Schema of one code of a nomenclature, given its labels: a value that isn't listed is refused. */
export function codeOf<Labels extends Readonly<Record<string, string>>>(labels: Labels) {
  // Object.keys forgets the literal types that the labels have.
  const codes = Object.keys(labels) as (keyof Labels & string)[]
  return z.enum(codes, { error: 'Choisissez une valeur de la liste.' })
}

/** Schema of a set of codes: each at most once. */
export function codesOf<Labels extends Readonly<Record<string, string>>>(labels: Labels) {
  return z.array(codeOf(labels)).check(
    z.refine((codes) => new Set(codes).size === codes.length, {
      error: 'Une valeur est donnée deux fois.',
    }),
  )
}
