import * as z from 'zod/mini'
import { documentIdSchema } from '../ids.ts'

/** Characters of one question or answer: a few sentences. */
export const messageMaxLength = 1000

const missing = 'Écrivez au moins un mot.'

/** What is asked, or answered. */
export const messageTextSchema = z
  .string({ error: missing })
  .check(
    z.trim(),
    z.minLength(1, { error: missing }),
    z.maxLength(messageMaxLength, { error: 'Ce texte compte 1 000 caractères au plus.' }),
  )

/** What is said of a report: a question, its answer, or that a correction settled it. */
export const messageKinds = ['question', 'answer', 'correction'] as const
export type MessageKind = (typeof messageKinds)[number]

/**
 * One message on a report: a document of its advisor's scope, written once and never changed, so that no merge can mix
 * what two people said, and whatever is said at the same moment is all there (domain.md, "Who may see what").
 */
export const reportMessageSchema = z
  .looseObject({
    report: documentIdSchema,
    kind: z.enum(messageKinds),
    from: z.enum(['structure', 'advisor']),
    /** Who asks, for the advisor to read without network; the history is what tells who. */
    fromName: z.optional(z.string().check(z.maxLength(200))),
    text: z.optional(messageTextSchema),
    /** The questions that it settles: those that the advisor had before their eyes. */
    settles: z.optional(z.array(documentIdSchema).check(z.maxLength(100))),
    /** The report's revision that was asked about. */
    rev: z.optional(z.int().check(z.minimum(0))),
    /** By the clock of whoever says it. */
    at: z.iso.datetime({ offset: true }),
  })
  .check(
    z.refine(({ kind, text }) => kind === 'correction' || text !== undefined, {
      error: missing,
      path: ['text'],
    }),
  )
export type ReportMessage = z.infer<typeof reportMessageSchema>
