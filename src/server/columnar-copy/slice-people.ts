import type { FacetValue } from '../../domain/report/search/facets.ts'
import type { Combinations } from './combinations.ts'
import { sliceTraits } from './month-slice.ts'
import { NumberRows } from './number-rows.ts'

/** Whom a month's activities were for. */
export interface SlicePeople {
  /** Meetings with people who were named, in the order of the activities. */
  readonly meetings: {
    /** The activity's place. */
    readonly activityOf: Int32Array
    /** One number for each person of a scope, the same in every month. */
    readonly personOf: Uint32Array
    /** The day of the first meeting of all with them, in days since 1970. */
    readonly firstOf: Int32Array
    /** `erased`, `neverBefore`, both or neither. */
    readonly marksOf: Int32Array
    /** By place in `traits`. */
    readonly traitsOf: Uint32Array
    readonly traits: readonly (readonly FacetValue[])[]
  }
  /** Answers of people whom nobody named. */
  readonly margins: {
    /** The activity's place. */
    readonly activityOf: Int32Array
    /** By their numbers in the copy. */
    readonly traitOf: Int32Array
    readonly peopleOf: Int32Array
  }
}

/** Marks of a meeting: whoever was erased is one person more at each. */
export const erased = 1
/** They hadn't been met before, in the scope. */
export const neverBefore = 2

/**
 * Columns of a meeting `m` with the activity at `place`, each a whole number. A person is told from the others of a scope
 * by 62 bits that are made of their id.
 */
export const meetingColumns = [
  'place::INTEGER',
  "date_diff('day', DATE '1970-01-01', m.first)::INTEGER",
  `m.erased::INTEGER * ${erased} + (m.before is null)::INTEGER * ${neverBefore}`,
  'm.scope',
  '(hash(m.person) & 2147483647)::INTEGER',
  '(hash(m.person) >> 33)::INTEGER',
  ...sliceTraits.map((name) => `m."${name}"`),
]

/** Columns of what is known of the unnamed, `g`, of the activity at `place`. */
export const marginColumns = ['place::INTEGER', 'g.trait', 'g.people']

/**
 * @param persons of all months, who are numbered by it
 * @param meetings those of `meetingColumns`, in the order of the activities
 * @param margins those of `marginColumns`
 */
export function slicePeople(
  combinations: Combinations,
  persons: NumberRows,
  meetings: readonly Int32Array[],
  margins: readonly Int32Array[],
): SlicePeople {
  const [activityOf = none, firstOf = none, marksOf = none] = meetings
  const personOf = new Uint32Array(activityOf.length)
  persons.setPlaces(personOf, meetings.slice(3, 6))
  const known = new NumberRows(sliceTraits.length)
  const traitsOf = new Uint32Array(activityOf.length)
  known.setPlaces(traitsOf, meetings.slice(6))
  const traits = Array.from({ length: known.length }, (_, place) =>
    [...known.at(place)].flatMap((code) => combinations.valuesAt(code)),
  )
  const [answered = none, traitOf = none, peopleOf = none] = margins
  return {
    meetings: { activityOf, personOf, firstOf, marksOf, traitsOf, traits },
    margins: { activityOf: answered, traitOf, peopleOf },
  }
}

const none = new Int32Array()
