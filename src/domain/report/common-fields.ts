import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'

export const notesMaxLength = 5000
export const tagMaxLength = 50
export const tagsMaxCount = 20
export const titleMaxLength = 120

const tagsSchema = z
  .array(z.string().check(z.trim(), z.minLength(1), z.maxLength(tagMaxLength)))
  .check(z.maxLength(tagsMaxCount, { error: 'Vingt étiquettes au plus.' }))

/** Fields of every kind of activity (domain.md, "Fields"). */
export const commonFields = {
  date: calendarDaySchema,
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
  /** Tags that the host structure sees too, so that no person is named in them. */
  structureTags: z.optional(tagsSchema),
  /** The day on which the report was filed, by the device: what the filing delay is counted from. */
  filedOn: calendarDaySchema,
  /** Came from a file; exempt from the form's twelve months. */
  imported: z.optional(z.boolean()),
}

/** A line of text that names something: a workshop, an event, what *autre* stands for. */
export function titleSchema(missing: string) {
  return z
    .string({ error: missing })
    .check(
      z.trim(),
      z.minLength(1, { error: missing }),
      z.maxLength(titleMaxLength, { error: 'Ce texte compte 120 caractères au plus.' }),
    )
}

/** How many there were of something. */
export function countSchema(most: number) {
  const sentence = `Indiquez un nombre entier, de 0 à ${most.toLocaleString('fr-FR')}.`
  return z
    .int({ error: sentence })
    .check(z.minimum(0, { error: sentence }), z.maximum(most, { error: sentence }))
}

/** Another answer is in words only where *autre* is among the answers. */
export function saysOther(codes: string | readonly string[], words: string | undefined): boolean {
  return words === undefined || (typeof codes === 'string' ? codes === 'autre' : codes.includes('autre'))
}

export const otherWithoutWords = 'Cette précision ne va qu’avec « Autre ».'
