import * as z from 'zod/mini'
import { calendarDaySchema } from '../../calendar-day.ts'
import { errorCatalogue, type ErrorCode } from '../../errors.ts'
import { trainingTitleMaxLength } from './training-fact.ts'
import { absenceReasonSchema, halfSchema, presenceSchema } from './training-words.ts'

/** What a line of a calendar is about: a half-day of training or of placement, or an exam. */
export const lineKindSchema = z.enum(['formation', 'stage', 'pix', 'ccp1', 'titre'])
export type LineKind = z.infer<typeof lineKindSchema>

/** One half-day, or one exam, of one trainee, as a file says it. */
export interface TrainingLine {
  /** An address, or the id of an assignment. */
  readonly trainee: string
  /** What names it in its file, whenever it is; null where nothing does. */
  readonly key: string | null
  readonly day: z.infer<typeof calendarDaySchema>
  readonly half: z.infer<typeof halfSchema>
  readonly kind: LineKind
  readonly title: string
  readonly place: string
  readonly isCancelled: boolean
  /** Null where the file doesn't say. */
  readonly presence: z.infer<typeof presenceSchema> | null
  readonly reason: z.infer<typeof absenceReasonSchema> | null
  readonly passed: boolean | null
}

/** As many half-days as the whole scheme has in a term. */
export const mostTrainingLines = 50_000

/** Texts of a file once each, and lines that name them by their place: 40,000 lines are a megabyte, not ten. */
export const trainingLinesSchema = z.object({
  /** Whether nothing is written: what would become of each line is answered. */
  isTrial: z.boolean(),
  /** Presences that correct those of a month that was vouched for are known to do so. */
  knowsSealed: z.boolean(),
  texts: z.array(z.string().check(z.maxLength(500))).check(z.maxLength(mostTrainingLines)),
  lines: z
    .array(
      z.object({
        /** Places in `texts`: of whose it is, of the key, the title, the place. */
        t: z.tuple([z.int(), z.nullable(z.int()), z.int(), z.int()]),
        d: calendarDaySchema,
        h: halfSchema,
        k: lineKindSchema,
        /** Cancelled. */
        x: z.optional(z.literal(true)),
        p: z.optional(presenceSchema),
        r: z.optional(absenceReasonSchema),
        /** Passed. */
        e: z.optional(z.boolean()),
      }),
    )
    .check(z.maxLength(mostTrainingLines)),
})
export type WrittenTrainingLines = z.infer<typeof trainingLinesSchema>

/** Lines as they travel. */
export function writeTrainingLines(
  lines: readonly TrainingLine[],
  options: Pick<WrittenTrainingLines, 'isTrial' | 'knowsSealed'>,
): WrittenTrainingLines {
  const places = new Map<string, number>()
  const placeOf = (text: string) => {
    const known = places.get(text) ?? places.size
    places.set(text, known)
    return known
  }
  const written = lines.map((line) => ({
    t: [
      placeOf(line.trainee),
      line.key === null ? null : placeOf(line.key),
      placeOf(line.title),
      placeOf(line.place),
    ] satisfies [number, number | null, number, number],
    d: line.day,
    h: line.half,
    k: line.kind,
    ...(line.isCancelled && { x: true as const }),
    ...(line.presence !== null && { p: line.presence }),
    ...(line.reason !== null && { r: line.reason }),
    ...(line.passed !== null && { e: line.passed }),
  }))
  return { ...options, texts: [...places.keys()], lines: written }
}

/** The same, read again; a text that isn't there is empty, and its line is refused for what it lacks. */
export function readTrainingLines({ texts, lines }: WrittenTrainingLines): TrainingLine[] {
  const textAt = (place: number) => texts[place] ?? ''
  return lines.map(({ t: [trainee, key, title, place], d, h, k, x, p, r, e }) => ({
    trainee: textAt(trainee),
    key: key === null ? null : textAt(key),
    day: d,
    half: h,
    kind: k,
    title: textAt(title).slice(0, trainingTitleMaxLength),
    place: textAt(place).slice(0, trainingTitleMaxLength),
    isCancelled: x ?? false,
    presence: p ?? null,
    reason: r ?? null,
    passed: e ?? null,
  }))
}

/** What becomes of a line; of one that is refused, why. */
export const lineFates = { new: 'n', changed: 'c', known: 'k', refused: 'r' } as const
export type LineFate = keyof typeof lineFates

const errorCodes = Object.keys(errorCatalogue)

/** How far an import is, and once it is over what became of each line. */
export const trainingImportSchema = z.object({
  done: z.int(),
  of: z.int(),
  /** A letter a line (`lineFates`); empty until all are decided. */
  fates: z.string(),
  refused: z.array(
    z.object({
      /** From 0. */
      line: z.int(),
      code: z.custom<ErrorCode>((code) => typeof code === 'string' && errorCodes.includes(code)),
    }),
  ),
})
export type TrainingImport = z.infer<typeof trainingImportSchema>
