import type { DuckDBValue } from '@duckdb/node-api'
import { type TraitName, type TraitValue } from '../../domain/report/search/trait-facets.ts'
import type { BeneficiaryFigures } from '../../domain/statistics/beneficiary-figures.ts'
import type { Period } from '../../domain/statistics/period.ts'
import type { DepartmentCode } from '../../domain/territory/departments.ts'
import { askPeople } from './ask-copy.ts'
import { rowsOf, type ColumnarCopy } from './columnar-copy.ts'
import { departmentNumber } from './department-number.ts'
import { maskIn, masksThrough, masksThroughAny, type FilterVariants } from './filter-variants.ts'
import { numberIn } from './number-in.ts'

export interface PeopleQuestion {
  readonly variants: FilterVariants
  readonly period: Period
  /** Undefined for the nation. */
  readonly department: DepartmentCode | undefined
  /** Anonymous people of the period by each of the filters, which activities say. */
  readonly anonymous: readonly { readonly anonymous: number; readonly newAnonymous: number }[]
  /** Whose answers are counted: none where only the number of people is asked for. */
  readonly traits: readonly TraitName[]
}

/** Who was helped, by a filter and those with fewer values: what `askPeople` answers to each, in one reading. */
export async function askPeopleVariants(
  copy: ColumnarCopy,
  question: PeopleQuestion,
): Promise<BeneficiaryFigures[]> {
  const { variants, period, department, traits } = question
  // Of all that was done, who comes for the first time is known of each meeting: nobody has to be told from anybody.
  if (variants.values.length === 0 && department === undefined)
    return [ofTraits(await askPeople(copy, { period, values: [] }), traits)]
  const people = question.anonymous.map(({ anonymous, newAnonymous }) => ({
    named: 0,
    newNamed: 0,
    anonymous,
    newAnonymous,
    traits: new Map<TraitValue, number>(),
  }))
  for (const row of await rowsOf(copy.reader, peopleBy(copy, question))) {
    const [filter, packed, ...counts] = row
    const [named = 0, newNamed = 0, erased = 0, newErased = 0] = counts.map(numberIn)
    const own = people[numberIn(filter)]
    if (!own) continue
    own.named += named
    own.newNamed += newNamed
    own.anonymous += erased
    own.newAnonymous += newErased
    for (const code of unpacked(packed, traits.length)) addTrait(copy, own.traits, code, named + erased)
  }
  if (traits.length > 0)
    for (const [mask, code, count] of await rowsOf(copy.reader, marginsBy(copy, question)))
      for (const filter of variants.through[numberIn(mask)] ?? [])
        addTrait(copy, people[filter]?.traits, numberIn(code), numberIn(count))
  return people.map(({ named, newNamed, anonymous, newAnonymous, traits: counted }) =>
    ofTraits(
      {
        beneficiaries: { named, anonymous, total: named + anonymous },
        newOnes: { named: newNamed, anonymous: newAnonymous, total: newNamed + newAnonymous },
        traits: counted,
      },
      traits,
    ),
  )
}

/** Margins say more traits than are asked for. */
function ofTraits(people: BeneficiaryFigures, names: readonly TraitName[]): BeneficiaryFigures {
  const isAsked = (value: TraitValue) => names.some((name) => value.startsWith(`${name}:`))
  return { ...people, traits: new Map([...people.traits].filter(([value]) => isAsked(value))) }
}

/** Numbers of combinations are below: three of them, for three traits, are one whole number of 64 bits. */
const room = 2n ** 20n

/**
 * For each filter and each combination of traits, how many people: those of their first activity that the filter lets
 * through. Whoever was erased is one more each time.
 */
function peopleBy(copy: ColumnarCopy, question: PeopleQuestion): string {
  const { variants, period, traits } = question
  const packed =
    traits.map((name, place) => `m."${name}"::BIGINT * ${room ** BigInt(place)}`).join(' + ') || '0::BIGINT'
  const firsts = variants.filters.map(
    (_, filter) =>
      `arg_min(packed, moment) filter (mask in (${masksThrough(variants, filter)})) as of_${filter}`,
  )
  const counts = variants.filters.map(
    (
      _,
      filter,
    ) => `select ${filter}, of_${filter}, count(*) filter (not erased), count(*) filter (not erased and fresh),
      count(*) filter (erased), count(*) filter (erased and fresh)
    from persons where of_${filter} is not null group by of_${filter}`,
  )
  return `with picked as materialized (${picked(copy, question)}),
    met as (
      select m.scope, m.person, m.erased, m.before, m.first, case when m.erased then m.n end as alone,
        row_number() over (order by m.day, a.id) as moment, ${packed} as packed, a.mask
      from meeting m join picked a on a.n = m.n where ${during('m', period)}),
    persons as materialized (
      select any_value(erased) as erased, ${firsts.join(', ')},
        case when any_value(erased) then any_value(before) is null else any_value(first) >= DATE '${period.from}' end as fresh
      from met group by scope, person, alone)
    ${counts.join(' union all ')}`
}

function marginsBy(copy: ColumnarCopy, question: PeopleQuestion): string {
  return `with picked as materialized (${picked(copy, question)})
    select a.mask, g.trait, sum(g.people) from margin g join picked a on a.n = g.n
    where ${during('g', question.period)} group by all`
}

/** The activities that any of the filters lets through, each with its mask: found before anybody is looked for in them. */
function picked(copy: ColumnarCopy, question: PeopleQuestion): string {
  const { mask, joins } = maskIn(copy, question.variants)
  return `select * from (select a.n, a.id, ${mask} as mask from activity a${joins}
    where ${during('a', question.period)}${there(question)}) where mask in (${masksThroughAny(question.variants)})`
}

function during(table: string, { from, to }: Period): string {
  return `${table}.day between DATE '${from}' and DATE '${to}'`
}

function there({ department }: PeopleQuestion): string {
  return department === undefined ? '' : ` and a.department = ${departmentNumber(department)}`
}

function unpacked(packed: DuckDBValue | undefined, traits: number): number[] {
  const all = typeof packed === 'bigint' ? packed : 0n
  return Array.from({ length: traits }, (_, place) => Number((all / room ** BigInt(place)) % room))
}

function addTrait(
  { combinations }: ColumnarCopy,
  traits: Map<TraitValue, number> | undefined,
  code: number,
  count: number,
): void {
  for (const value of combinations.valuesAt(code)) {
    // Only traits are stored in these columns.
    const trait = value as TraitValue
    if (count > 0) traits?.set(trait, (traits.get(trait) ?? 0) + count)
  }
}
