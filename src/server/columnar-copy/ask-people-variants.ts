import { setImmediate as nextTurn } from 'node:timers/promises'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { TraitName, TraitValue } from '../../domain/report/search/trait-facets.ts'
import type { BeneficiaryFigures } from '../../domain/statistics/beneficiary-figures.ts'
import { eachMonth, firstDayOf, type Months } from '../../domain/statistics/month-number.ts'
import type { DepartmentCode } from '../../domain/territory/departments.ts'
import type { ColumnarCopy } from './columnar-copy.ts'
import { askedDepartment } from './department-number.ts'
import type { FilterVariants } from './filter-variants.ts'
import { departmentThing, type MonthSlice } from './month-slice.ts'
import { slicesOf } from './month-slices.ts'
import { none } from './numbers.ts'
import { departmentAt } from './slice-columns.ts'
import { pickRows } from './row-set.ts'
import { rowsOfValues } from './value-rows.ts'
import { erased, neverBefore } from './slice-people.ts'

export interface PeopleQuestion {
  readonly variants: FilterVariants
  /** None of them after today's. */
  readonly months: Months
  readonly today: CalendarDay
  /** Undefined for the nation. */
  readonly department: DepartmentCode | undefined
  /** Anonymous people of the months by each of the filters, none at all last, which activities say. */
  readonly anonymous: readonly { readonly anonymous: number; readonly newAnonymous: number }[]
  /** Whose answers are counted: none where only the number of people is asked for. */
  readonly traits: readonly TraitName[]
}

/**
 * Who was helped, by a filter and those with fewer values, by none at all last: what `askPeople` answers to each. A person
 * is counted at the first activity that the filter lets through; whoever was erased is one more each time.
 */
export async function askPeopleVariants(
  copy: ColumnarCopy,
  question: PeopleQuestion,
): Promise<BeneficiaryFigures[]> {
  const { variants, months, today, department, anonymous, traits } = question
  const counts = anonymous.map((unnamed) => ({
    ...unnamed,
    named: 0,
    newNamed: 0,
    traits: new Traits(traits),
  }))
  const byBit = [...counts.slice(-1), ...counts.slice(0, -1)]
  const passing = filtersPassed(variants)
  const from = Math.round(Date.parse(firstDayOf(months.from)) / msPerDay)
  const slices = await slicesOf(copy, eachMonth(months), today)
  const there = askedDepartment(department)
  const seen = new Uint16Array(copy.slices.persons.length)
  for (const slice of slices.values()) {
    const passed = await passedBy(copy, slice, { variants, there, passing })
    countMeetings(byBit, slice, passed, seen, from)
    if (traits.length > 0) countMargins(copy, byBit, slice, passed)
    // Others are answered meanwhile.
    await nextTurn()
  }
  return counts.map((each) => ({
    beneficiaries: peopleOf(each.named, each.anonymous),
    newOnes: peopleOf(each.newNamed, each.newAnonymous),
    traits: each.traits.counts,
  }))
}

interface PeopleCounts {
  named: number
  newNamed: number
  anonymous: number
  newAnonymous: number
  readonly traits: Traits
}

/** Counts of the answers that are asked for. */
class Traits {
  readonly counts = new Map<TraitValue, number>()
  readonly #names: readonly TraitName[]

  constructor(names: readonly TraitName[]) {
    this.#names = names
  }

  add(value: string, count: number): void {
    if (count === 0 || !this.#names.some((name) => value.startsWith(`${name}:`))) return
    // It begins with the name of a trait.
    const trait = value as TraitValue
    this.counts.set(trait, (this.counts.get(trait) ?? 0) + count)
  }
}

/**
 * By mask, the filters that let it through, one bit each, of twelve at most. None at all, which most activities pass
 * alone, has the first one.
 */
function filtersPassed({ values, through }: FilterVariants): Uint16Array {
  return Uint16Array.from(through, (places) =>
    values.length === 0 ? 1 : places.reduce((bits, place) => bits + 2 ** (place + 1), 1),
  )
}

interface Passing {
  readonly variants: FilterVariants
  /** As `askedDepartment` numbers it. */
  readonly there: number | undefined
  /** By mask, the filters that let it through. */
  readonly passing: Uint16Array
}

/** The filters that each activity of a month passes, one bit each. */
async function passedBy(
  copy: ColumnarCopy,
  slice: MonthSlice,
  { variants, there, passing }: Passing,
): Promise<Uint16Array> {
  const { activities, columns } = slice
  const sets = await rowsOfValues(copy, slice, variants.values)
  // Most activities have none of the values.
  const passed = new Uint16Array(activities).fill(passing[0] ?? 0)
  for (const [mask, filters] of passing.entries())
    if (filters !== passing[0]) for (const row of pickRows(sets, mask, activities)) passed[row] = filters
  const thing = there === undefined ? undefined : departmentThing(slice, there)
  if (thing === undefined) return passed
  const departmentOf = columns[departmentAt] ?? none
  for (let row = 0; row < activities; row += 1) if (departmentOf[row] !== thing) passed[row] = 0
  return passed
}

/** @param seen the filters by which each person has been counted @param from the first day, in days since 1970 */
function countMeetings(
  counts: readonly PeopleCounts[],
  { people: { meetings } }: MonthSlice,
  passed: Uint16Array,
  seen: Uint16Array,
  from: number,
): void {
  const { activityOf, personOf, firstOf, marksOf, traitsOf, traits } = meetings
  // Of each filter and each answer: known, new, erased, erased and new.
  const found = new Int32Array(counts.length * traits.length * 4)
  for (let meeting = 0; meeting < activityOf.length; meeting += 1) {
    const marks = marksOf[meeting] ?? 0
    const person = personOf[meeting] ?? 0
    const isErased = (marks & erased) !== 0
    const before = isErased ? 0 : (seen[person] ?? 0)
    let filters = (passed[activityOf[meeting] ?? 0] ?? 0) & ~before
    if (filters === 0) continue
    seen[person] = (seen[person] ?? 0) | (isErased ? 0 : filters)
    const isNew = isErased ? (marks & neverBefore) !== 0 : (firstOf[meeting] ?? 0) >= from
    let at = (traitsOf[meeting] ?? 0) * 4 + (isErased ? 2 : 0) + (isNew ? 1 : 0)
    for (; filters !== 0; filters >>= 1, at += traits.length * 4)
      if ((filters & 1) !== 0) found[at] = (found[at] ?? 0) + 1
  }
  for (const [filter, to] of counts.entries())
    for (const [answer, values] of traits.entries()) {
      const at = (filter * traits.length + answer) * 4
      const [known = 0, fresh = 0, gone = 0, goneAndNew = 0] = found.subarray(at, at + 4)
      to.named += known + fresh
      to.newNamed += fresh
      to.anonymous += gone + goneAndNew
      to.newAnonymous += goneAndNew
      for (const value of values) to.traits.add(value, known + fresh + gone + goneAndNew)
    }
}

/** Answers of people whom nobody named. */
function countMargins(
  { combinations }: ColumnarCopy,
  counts: readonly PeopleCounts[],
  { people: { margins } }: MonthSlice,
  passed: Uint16Array,
): void {
  const { activityOf, traitOf, peopleOf: people } = margins
  const room = combinations.length
  const found = new Int32Array(counts.length * room)
  for (let margin = 0; margin < activityOf.length; margin += 1) {
    let filters = passed[activityOf[margin] ?? 0] ?? 0
    for (let at = traitOf[margin] ?? 0; filters !== 0; filters >>= 1, at += room)
      if ((filters & 1) !== 0) found[at] = (found[at] ?? 0) + (people[margin] ?? 0)
  }
  for (const [filter, to] of counts.entries())
    for (let code = 0; code < room; code += 1) {
      const count = found[filter * room + code] ?? 0
      if (count > 0) for (const value of combinations.valuesAt(code)) to.traits.add(value, count)
    }
}

function peopleOf(named: number, anonymous: number) {
  return { named, anonymous, total: named + anonymous }
}

const msPerDay = 86_400_000
