import * as z from 'zod/mini'
import { eventTypeLabels, organisationLabels, scaleLabels } from './activity-nomenclature.ts'
import { codeOf, codesOf } from './code-of.ts'
import { commonFields, countSchema, otherWithoutWords, saysOther, titleSchema } from './common-fields.ts'
import { minutesSchema } from './minutes.ts'

/** People at one event, at most. */
export const eventMost = 100_000

/** An event: its participants are a figure of their own, and count as no accompaniment (domain.md). */
export const evenementSchema = z
  .looseObject({
    kind: z.literal('evenement'),
    ...commonFields,
    minutes: minutesSchema,
    name: titleSchema('Donnez le nom de l’évènement.'),
    type: codeOf(eventTypeLabels),
    otherType: z.optional(titleSchema('Précisez.')),
    organisers: codesOf(organisationLabels).check(
      z.minLength(1, { error: 'Choisissez au moins une organisation.' }),
    ),
    participants: countSchema(eventMost),
    scale: codeOf(scaleLabels),
  })
  .check(
    z.refine(({ type, otherType }) => saysOther(type, otherType), {
      error: otherWithoutWords,
      path: ['otherType'],
    }),
  )
export type Evenement = z.infer<typeof evenementSchema>
