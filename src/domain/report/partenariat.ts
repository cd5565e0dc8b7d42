import * as z from 'zod/mini'
import { organisationLabels, partnershipNatureLabels, scaleLabels } from './activity-nomenclature.ts'
import { codeOf, codesOf } from './code-of.ts'
import { commonFields, otherWithoutWords, saysOther, titleSchema } from './common-fields.ts'

/** Structures of one partnership, at most. */
export const partnersMost = 30

const partnerSchema = z.looseObject({
  name: titleSchema('Donnez le nom de la structure.'),
  type: codeOf(organisationLabels),
})
export type Partner = z.infer<typeof partnerSchema>

/** A partnership that a coordinator made or keeps: it has no hours (domain.md, "What is counted"). */
export const partenariatSchema = z
  .looseObject({
    kind: z.literal('partenariat'),
    ...commonFields,
    name: titleSchema('Donnez le nom du partenariat.'),
    natures: codesOf(partnershipNatureLabels).check(
      z.minLength(1, { error: 'Choisissez au moins une nature.' }),
    ),
    otherNature: z.optional(titleSchema('Précisez.')),
    scale: codeOf(scaleLabels),
    partners: z
      .array(partnerSchema)
      .check(
        z.minLength(1, { error: 'Indiquez au moins une structure partenaire.' }),
        z.maxLength(partnersMost, { error: 'Trente structures partenaires au plus.' }),
      ),
  })
  .check(
    z.refine(({ natures, otherNature }) => saysOther(natures, otherNature), {
      error: otherWithoutWords,
      path: ['otherNature'],
    }),
  )
export type Partenariat = z.infer<typeof partenariatSchema>
