import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import { documentIdSchema } from '../ids.ts'
import { personTraits } from '../report/person-traits.ts'

export const beneficiaryNameMaxLength = 80
export const beneficiaryNotesMaxLength = 5000

function nameSchema(missing: string) {
  return z
    .string({ error: missing })
    .check(
      z.trim(),
      z.minLength(1, { error: missing }),
      z.maxLength(beneficiaryNameMaxLength, { error: 'Ce nom compte 80 caractères au plus.' }),
    )
}

const birthYear = 'Indiquez une année de naissance sur quatre chiffres.'

/**
 * A person whom an advisor accompanies and whose name is kept (*suivi*): a document of the advisor's scope, shown to
 * nobody else (domain.md, "Beneficiary" and "Who may see what").
 */
export const beneficiarySchema = z.looseObject({
  firstName: nameSchema('Indiquez le prénom.'),
  name: nameSchema('Indiquez le nom.'),
  birthYear: z.optional(
    z
      .int({ error: birthYear })
      .check(z.minimum(1900, { error: birthYear }), z.maximum(2100, { error: birthYear })),
  ),
  phone: z.optional(
    z.string().check(z.regex(/^\+?[\d ().-]{6,20}$/, { error: 'Ce numéro de téléphone ne se lit pas.' })),
  ),
  /** The person has no phone, which is not the same as not knowing it. */
  noPhone: z.optional(z.boolean()),
  email: z.optional(z.email({ error: 'Cette adresse ne se lit pas : elle s’écrit nom@exemple.fr.' })),
  ...personTraits,
  notes: z.optional(
    z
      .string()
      .check(
        z.minLength(1),
        z.maxLength(beneficiaryNotesMaxLength, { error: 'La note compte 5 000 caractères au plus.' }),
      ),
  ),
  /** The person that this one is: resolved when read, so that no report is rewritten and the merge can be undone. */
  mergedInto: z.optional(documentIdSchema),
  /** Fields whose value here was chosen over that of the page that this one is merged into. */
  prevailing: z.optional(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(40))),
  /** Persons that this one is not, whatever they have in common: never proposed again. */
  notSameAs: z.optional(z.array(documentIdSchema).check(z.maxLength(200))),
  /** The day on which the advisor chose to keep a person who hadn't been seen for long (long-unseen.ts). */
  keptOn: z.optional(calendarDaySchema),
})
export type Beneficiary = z.infer<typeof beneficiarySchema>
