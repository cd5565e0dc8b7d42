import { calendarDaySchema, type CalendarDay } from '../calendar-day.ts'
import { valueAt, type JsonObject } from '../json.ts'
import { placeSchema } from '../place/place.ts'
import { reportSchema } from '../report/report.ts'
import { collectionNames, type CollectionName } from './op.ts'
import { rejections } from './rejection.ts'

/** What the engine needs to know of a collection; everything else in `sync/` is the same for all of them. */
export interface CollectionRules {
  /** Fields that only make sense together: the unit of merge (sync.md 3.1). Every other field is alone. */
  readonly groups: readonly (readonly string[])[]
  /** Sets that no rule ties to another field: a merge adds and removes their members. */
  readonly sets: readonly string[]
  validate(body: JsonObject): Validity
  /** The day of the activity, by which the right to write is judged; undefined where there is none. */
  dayOf(body: JsonObject): CalendarDay | undefined
}

export type Validity = { valid: true } | { valid: false; field: string; message: string }

export const collections: Readonly<Record<CollectionName, CollectionRules>> = {
  report: {
    groups: [
      ['themes', 'administrativeThemes', 'procedureName'],
      ['oriented', 'orientation'],
    ],
    sets: ['tags'],
    validate: (body) => validity(reportSchema.safeParse(body, inFrench)),
    dayOf: (body) => calendarDaySchema.safeParse(valueAt(body, 'date')).data,
  },
  place: {
    groups: [],
    sets: [],
    validate: (body) => validity(placeSchema.safeParse(body, inFrench)),
    dayOf: () => undefined,
  },
}

/** The rules of a collection by a name that may come from a newer peer. */
export function rulesOf(name: string): CollectionRules | undefined {
  const known = collectionNames.find((candidate) => candidate === name)
  return known && collections[known]
}

/** What is said of a field whose schema has no sentence of its own: zod's own are in English. */
const inFrench = { error: () => rejections.invalid }

interface Parsed {
  readonly success: boolean
  readonly error?: {
    readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]
  }
}

function validity(parsed: Parsed): Validity {
  const issue = parsed.error?.issues[0]
  if (parsed.success || !issue) return { valid: true }
  return { valid: false, field: issue.path.map(String).join('.'), message: issue.message }
}
