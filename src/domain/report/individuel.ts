import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import { activityPlaceSchema } from './activity-place.ts'
import { anonymousBeneficiarySchema } from './anonymous-beneficiary.ts'
import { codeOf, codesOf } from './code-of.ts'
import { minutesSchema } from './minutes.ts'
import { autonomyLabels, equipmentLabels, orientationLabels, unmetNeedLabels } from './nomenclature.ts'
import { administrativeThemeLabels, themeLabels } from './themes.ts'

export const notesMaxLength = 5000
export const procedureNameMaxLength = 120
export const tagMaxLength = 50
export const tagsMaxCount = 20

const equipmentSchema = codesOf(equipmentLabels).check(
  z.refine((codes) => !codes.includes('aucun') || codes.length === 1, {
    error: '« Pas de matériel » ne va pas avec un autre matériel.',
  }),
)

const tagsSchema = z
  .array(z.string().check(z.trim(), z.minLength(1), z.maxLength(tagMaxLength)))
  .check(z.maxLength(tagsMaxCount, { error: 'Vingt étiquettes au plus.' }))

/**
 * Report of one person helped, as stored and as sent. Loose: fields of a newer version are kept (I18). An optional
 * field that is not known is absent, never null.
 */
export const individuelSchema = z
  .looseObject({
    kind: z.literal('individuel'),
    date: calendarDaySchema,
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
    beneficiary: anonymousBeneficiarySchema,
    autonomy: z.optional(codeOf(autonomyLabels)),
    oriented: z.optional(z.boolean()),
    orientation: z.optional(codeOf(orientationLabels)),
    unmetNeeds: z.optional(codesOf(unmetNeedLabels)),
    notes: z.optional(
      z
        .string()
        .check(
          z.minLength(1),
          z.maxLength(notesMaxLength, { error: 'La note compte 5 000 caractères au plus.' }),
        ),
    ),
    /** Whether the host structure may read the note: private unless the advisor says otherwise. */
    notesShared: z.boolean(),
    tags: z.optional(tagsSchema),
    /** The day on which the report was filed, by the device: what the filing delay is counted from. */
    filedOn: calendarDaySchema,
    /** Came from a file; exempt from the form's twelve months. */
    imported: z.optional(z.boolean()),
  })
  .check(
    z.refine(
      (report) => report.themes.includes('aide_aux_demarches_administratives') || !procedureOf(report),
      {
        error: 'Les démarches ne se précisent qu’avec la thématique « Aide aux démarches administratives ».',
        path: ['administrativeThemes'],
      },
    ),
    z.refine((report) => report.oriented === true || report.orientation === undefined, {
      error: 'L’orientation ne se précise que si la personne a été orientée.',
      path: ['orientation'],
    }),
  )
export type Individuel = z.infer<typeof individuelSchema>

function procedureOf(report: {
  administrativeThemes?: unknown[] | undefined
  procedureName?: string | undefined
}) {
  return (report.administrativeThemes?.length ?? 0) > 0 || report.procedureName !== undefined
}
