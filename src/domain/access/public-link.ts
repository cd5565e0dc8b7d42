import * as z from 'zod/mini'
import { addDays, addMonths, calendarDaySchema, type CalendarDay } from '../calendar-day.ts'
import { structureIdSchema } from '../ids.ts'
import { firstOfMonth, lastOfMonth, type Period } from '../statistics/period.ts'
import type { TimeStep } from '../statistics/timeline.ts'
import { periodSchema } from './figures-on-the-wire.ts'
import { publicFiguresSchema } from './public-figures.ts'

export const linkIdSchema = z.uuid().check(z.toLowerCase()).brand<'LinkId'>()
/** A public link, as its author names it: never the token of its address. */
export type LinkId = z.infer<typeof linkIdSchema>

/** Characters of what an author writes on a bilan. */
export const bilanTitleMost = 120
export const bilanWordsMost = 1500

/** Whose figures a link shows: its author's own, or those of a structure that its author answers for. */
export const linkOwnerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('advisor') }),
  z.object({ kind: z.literal('structure'), id: structureIdSchema }),
])
export type LinkOwner = z.infer<typeof linkOwnerSchema>

/** How long a link is open. None is for ever. */
export const linkDurations = ['30-jours', '3-mois', '1-an'] as const
export type LinkDuration = (typeof linkDurations)[number]

/** The last day of a link that is made on a day. */
export function lastDayOf(duration: LinkDuration, made: CalendarDay): CalendarDay {
  switch (duration) {
    case '30-jours':
      return addDays(made, 30)
    case '3-mois':
      return addMonths(made, 3)
    case '1-an':
      return addMonths(made, 12)
  }
}

/** Months that one link shows together, at most. */
export const mostMonths = 12

/**
 * The months of a period that may be published, each by its first day: whole ones that are over, at most a year.
 * Undefined for any other period. Days of one's own choice would let a reader subtract one from another
 * (docs/decisions/008-public-links-count-an-activity-once.md).
 */
export function monthsToPublish({ from, to }: Period, today: CalendarDay): CalendarDay[] | undefined {
  if (from > to || from !== firstOfMonth(from) || to !== lastOfMonth(to) || to >= today) return undefined
  const months: CalendarDay[] = []
  for (let month = from; month <= to; month = addMonths(month, 1)) {
    months.push(month)
    if (months.length > mostMonths) return undefined
  }
  return months
}

/** How the time of a link is cut: as many bars as have room for their number. */
export function stepOfLink(months: number): TimeStep {
  return months <= 2 ? 'semaine' : 'mois'
}

/** What an author writes on a bilan and chooses of it: plain text, shown as it is. */
export const linkChoicesSchema = z.object({
  model: z.enum(['bilan', 'rapport-annuel']),
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(bilanTitleMost)),
  words: z.string().check(z.maxLength(bilanWordsMost)),
  /** Names of the blocks that are shown. */
  blocks: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(40)),
  saysStructure: z.boolean(),
  saysCommune: z.boolean(),
  /** Whether the page prints a code that leads to it; an earlier build never said. */
  printsCode: z._default(z.boolean(), false),
})
export type LinkChoices = z.infer<typeof linkChoicesSchema>

export const previewRequestSchema = z.object({ owner: linkOwnerSchema, period: periodSchema })
export type PreviewRequest = z.infer<typeof previewRequestSchema>

/** The names that a bilan may be said to be of; its author chooses whether it is. */
const ofSchema = z.object({ structures: z.array(z.string()), communes: z.array(z.string()) })

export const previewAnswerSchema = z.object({
  figures: publicFiguresSchema,
  of: ofSchema,
  /** Stands for these very figures: what is published is what was read. */
  seen: z.string(),
  /** Whether these months were published before: then the figures are those of that day. */
  isPublished: z.boolean(),
})
export type LinkPreview = z.infer<typeof previewAnswerSchema>

export const publishRequestSchema = z.object({
  owner: linkOwnerSchema,
  period: periodSchema,
  choices: linkChoicesSchema,
  duration: z.enum(linkDurations),
  seen: z.string().check(z.maxLength(100)),
})
export type PublishRequest = z.infer<typeof publishRequestSchema>

/** Why a link shows nothing any more; `suspended` while its author has no right to what it shows. */
export const linkStates = ['open', 'closed', 'ended', 'suspended'] as const

/** A link as those see it who may close it. */
export const ownLinkSchema = z.object({
  id: linkIdSchema,
  owner: linkOwnerSchema,
  title: z.string(),
  period: periodSchema,
  madeOn: calendarDaySchema,
  endsOn: calendarDaySchema,
  state: z.enum(linkStates),
  /** How many times it was opened in a browser: nothing is known of who did. */
  opened: z.int().check(z.minimum(0)),
  /** Whether the person who asks made it. */
  isMine: z.boolean(),
})
export type OwnLink = z.infer<typeof ownLinkSchema>

export const ownLinksSchema = z.object({ links: z.array(ownLinkSchema) })

/** The address is told once: the server keeps only what recognises it. */
export const publishAnswerSchema = z.object({ link: ownLinkSchema, url: z.string() })
export type PublishedLink = z.infer<typeof publishAnswerSchema>

/** A bilan as a link shows it. */
export const publicBilanSchema = z.object({
  model: linkChoicesSchema.shape.model,
  title: linkChoicesSchema.shape.title,
  words: linkChoicesSchema.shape.words,
  blocks: linkChoicesSchema.shape.blocks,
  owner: z.enum(['advisor', 'structure']),
  of: ofSchema,
  figures: publicFiguresSchema,
  endsOn: calendarDaySchema,
  isDemonstration: z.boolean(),
  /** Where it is, where its author wants that printed as a code. */
  codeOf: z.optional(z.string()),
})
export type PublicBilan = z.infer<typeof publicBilanSchema>

/** What the address of a link shows; the same page whatever the reason for which it shows no bilan. */
export type PublicPage = { readonly kind: 'bilan'; readonly bilan: PublicBilan } | { readonly kind: 'none' }
