import * as z from 'zod/mini'
import { documentIdSchema } from '../ids.ts'
import { levelLabels } from './activity-nomenclature.ts'
import { anonymousGroupSchema } from './anonymous-group.ts'
import { codeOf } from './code-of.ts'
import { commonFields, titleSchema } from './common-fields.ts'
import { mediationFields, procedureFitsThemes } from './mediation-fields.ts'
import { personTraits } from './person-traits.ts'

/** Named participants of one workshop, at most: past that they are counted. */
export const participantsMost = 200

/** One of the advisor's own beneficiaries, with the traits of the day of the workshop. */
export const participantSchema = z.looseObject({ id: documentIdSchema, ...personTraits })
export type Participant = z.infer<typeof participantSchema>

const participantsSchema = z.array(participantSchema).check(
  z.maxLength(participantsMost, { error: 'Deux cents participants nommés au plus : comptez les autres.' }),
  z.refine((participants) => new Set(participants.map(({ id }) => id)).size === participants.length, {
    error: 'Une personne est nommée deux fois.',
  }),
)

/** What the question of how many there were can be asked of. */
const readable = z.looseObject({
  participants: z.optional(z.array(z.unknown())),
  anonymous: z.optional(z.looseObject({ total: z.number() })),
})

/** Report of a workshop: one activity, and as many accompaniments as participants (domain.md, "Kinds of activity"). */
export const collectifSchema = z
  .looseObject({
    kind: z.literal('collectif'),
    ...commonFields,
    ...mediationFields,
    title: z.optional(titleSchema('Donnez un titre à l’atelier.')),
    level: z.optional(codeOf(levelLabels)),
    participants: z.optional(participantsSchema),
    anonymous: z.optional(anonymousGroupSchema),
  })
  .check(
    procedureFitsThemes,
    z.refine(({ participants = [], anonymous }) => participants.length + (anonymous?.total ?? 0) > 0, {
      error: 'Indiquez au moins un participant.',
      path: ['anonymous'],
      // Said with all that is missing, rather than once the rest is there.
      when: ({ value }) => readable.safeParse(value).success,
    }),
  )
export type Collectif = z.infer<typeof collectifSchema>
