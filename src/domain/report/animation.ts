import * as z from 'zod/mini'
import { animationThemeLabels, animationTypeLabels, initiativeLabels } from './activity-nomenclature.ts'
import { codeOf, codesOf } from './code-of.ts'
import { commonFields, countSchema, otherWithoutWords, saysOther, titleSchema } from './common-fields.ts'
import { minutesSchema } from './minutes.ts'

/** Advisors, structures or other actors of one meeting, at most. */
export const audienceMost = 1000

/** A coordinator's time with advisors, structures and other actors (domain.md, "Fields"). */
export const animationSchema = z
  .looseObject({
    kind: z.literal('animation'),
    ...commonFields,
    minutes: minutesSchema,
    /** Advisors and mediators, structures, other actors. */
    audience: z
      .looseObject({
        mediators: countSchema(audienceMost),
        structures: countSchema(audienceMost),
        others: countSchema(audienceMost),
      })
      .check(
        z.refine(({ mediators, structures, others }) => mediators + structures + others > 0, {
          error: 'Indiquez avec qui, au moins un.',
        }),
      ),
    type: codeOf(animationTypeLabels),
    otherType: z.optional(titleSchema('Précisez.')),
    initiative: codeOf(initiativeLabels),
    animationThemes: codesOf(animationThemeLabels).check(
      z.minLength(1, { error: 'Choisissez au moins un thème.' }),
    ),
    otherTheme: z.optional(titleSchema('Précisez.')),
  })
  .check(
    z.refine(({ type, otherType }) => saysOther(type, otherType), {
      error: otherWithoutWords,
      path: ['otherType'],
    }),
    z.refine(({ animationThemes, otherTheme }) => saysOther(animationThemes, otherTheme), {
      error: otherWithoutWords,
      path: ['otherTheme'],
    }),
  )
export type Animation = z.infer<typeof animationSchema>
