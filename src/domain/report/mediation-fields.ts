import * as z from 'zod/mini'
import { activityPlaceSchema } from './activity-place.ts'
import { codesOf } from './code-of.ts'
import { minutesSchema } from './minutes.ts'
import { equipmentLabels } from './nomenclature.ts'
import { administrativeThemeLabels, themeLabels } from './themes.ts'

export const procedureNameMaxLength = 120

const equipmentSchema = codesOf(equipmentLabels).check(
  z.refine((codes) => !codes.includes('aucun') || codes.length === 1, {
    error: '« Pas de matériel » ne va pas avec un autre matériel.',
  }),
)

/** Fields of the two kinds that are accompaniments: one person, or a workshop (domain.md, "Fields"). */
export const mediationFields = {
  minutes: minutesSchema,
  place: activityPlaceSchema,
  themes: codesOf(themeLabels).check(z.minLength(1, { error: 'Choisissez au moins une thématique.' })),
  administrativeThemes: z.optional(codesOf(administrativeThemeLabels)),
  procedureName: z.optional(
    z.string().check(
      z.minLength(1),
      z.maxLength(procedureNameMaxLength, {
        error: 'Le nom de la démarche compte 120 caractères au plus.',
      }),
    ),
  ),
  equipment: z.optional(equipmentSchema),
}

interface Procedure {
  readonly themes: readonly string[]
  readonly administrativeThemes?: readonly unknown[] | undefined
  readonly procedureName?: string | undefined
}

/** A procedure is named only where the accompaniment was about procedures. */
export const procedureFitsThemes = z.refine<Procedure>(
  ({ themes, administrativeThemes = [], procedureName }) =>
    themes.includes('aide_aux_demarches_administratives') ||
    (administrativeThemes.length === 0 && procedureName === undefined),
  {
    error: 'Les démarches ne se précisent qu’avec la thématique « Aide aux démarches administratives ».',
    path: ['administrativeThemes'],
  },
)
