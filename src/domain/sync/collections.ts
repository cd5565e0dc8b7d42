import { calendarDaySchema, type CalendarDay } from '../calendar-day.ts'
import { valueAt, type JsonObject } from '../json.ts'
import { collectionNames, type CollectionName } from './op.ts'

/** What the engine needs to know of a collection; everything else in `sync/` is the same for all of them. */
export interface CollectionRules {
  /** Fields that only make sense together: the unit of merge (sync.md 3.1). Every other field is alone. */
  readonly groups: readonly (readonly string[])[]
  /** Sets that no rule ties to another field: a merge adds and removes their members. */
  readonly sets: readonly string[]
  /** The day of the activity, by which the right to write is judged; undefined where there is none. */
  dayOf(body: JsonObject): CalendarDay | undefined
  /** Whether its documents say who people are: they leave the devices once the scope is closed (sync.md 3.1). */
  readonly identifiesPeople?: true
}

export const collections: Readonly<Record<CollectionName, CollectionRules>> = {
  report: {
    groups: [
      ['themes', 'administrativeThemes', 'procedureName'],
      ['oriented', 'orientation'],
      // One participant at least, named or not.
      ['participants', 'anonymous'],
      ['type', 'otherType'],
      ['animationThemes', 'otherTheme'],
      ['natures', 'otherNature'],
    ],
    sets: ['tags', 'structureTags'],
    dayOf: (body) => calendarDaySchema.safeParse(valueAt(body, 'date')).data,
  },
  place: {
    groups: [],
    sets: [],
    dayOf: () => undefined,
  },
  beneficiary: {
    groups: [
      ['phone', 'noPhone'],
      ['mergedInto', 'prevailing'],
    ],
    sets: ['notSameAs'],
    dayOf: () => undefined,
    identifiesPeople: true,
  },
  appointment: {
    groups: [
      ['date', 'lastDate', 'starts', 'ends'],
      ['state', 'reportId'],
    ],
    sets: [],
    // It may be planned far ahead: the day of the report that is filed on it is what is judged.
    dayOf: () => undefined,
    // A calendar names whom one is to meet.
    identifiesPeople: true,
  },
  'report-model': {
    groups: [],
    sets: [],
    dayOf: () => undefined,
  },
  absence: {
    groups: [['kind', 'from', 'to', 'fromNoon', 'toNoon', 'weekdays']],
    sets: [],
    // Planned far ahead, as appointments are.
    dayOf: () => undefined,
  },
  // Written once: nothing of it is merged.
  'report-message': {
    groups: [],
    sets: [],
    dayOf: () => undefined,
  },
  // Written once as well.
  confirmation: {
    groups: [],
    sets: [],
    // Never refused for its day: a computer comes back after the contract, an event is to come.
    dayOf: () => undefined,
  },
}

/** The rules of a collection by a name that may come from a newer peer. */
export function rulesOf(name: string): CollectionRules | undefined {
  const known = collectionNames.find((candidate) => candidate === name)
  return known && collections[known]
}
