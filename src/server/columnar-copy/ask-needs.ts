import type { DuckDBValue } from '@duckdb/node-api'
import type { Count, CountedCommune, Profile } from '../../domain/needs/counted-commune.ts'
import {
  isNeedsValue,
  needsFacets,
  type NeedsFacet,
  type NeedsValue,
} from '../../domain/needs/needs-facets.ts'
import { rowsOf, type ColumnarCopy } from './columnar-copy.ts'
import { valuesOf } from './copied-activity.ts'

/**
 * What was counted of needs in each commune in a year, by INSEE code; in none, where no commune is known. People are
 * counted in the commune where they were first seen in the year, for each value anew, so that they add up.
 *
 * @param communeOf the commune that a code belongs to: an arrondissement's is its town
 */
export async function askNeeds(
  copy: ColumnarCopy,
  year: number,
  communeOf: (code: string) => string,
): Promise<CountedCommune[]> {
  const gathered = new Map<string, Gathered>()
  const of = (commune: DuckDBValue | undefined) => {
    const code = communeOf(communeIn(copy, commune))
    const known = gathered.get(code) ?? { profiles: new Map(), persons: new Map() }
    gathered.set(code, known)
    return known
  }
  const during = `a.day between DATE '${year}-01-01' and DATE '${year}-12-31' and a.accompaniments > 0`
  for (const [commune, theme, demarche, besoin, orientation, accompaniments, single] of await rowsOf(
    copy.reader,
    `select a.commune, a.theme, a.demarche, a.besoin, a.orientation, sum(a.accompaniments),
      coalesce(sum(a.accompaniments) filter (a.accompaniments = 1), 0)
    from activity a where ${during} group by all`,
  )) {
    const values = [theme, demarche, besoin, orientation].flatMap((code) => needsIn(copy, code)).sort()
    addProfile(of(commune), { values, accompaniments: Number(accompaniments), single: Number(single) })
  }
  for (const facet of [undefined, ...needsFacets])
    for (const [value, commune, persons] of await rowsOf(copy.reader, personsAsked(copy, facet, during)))
      addPersons(of(commune), wholeOrValue(value), Number(persons))
  return [...gathered].map(([code, one]) => countedOf(code, one))
}

/** The first year that has an activity; undefined where there is none. */
export async function firstYearCounted({ reader }: ColumnarCopy): Promise<number | undefined> {
  const [[first] = []] = await rowsOf(reader, 'select min(year(day)) from activity where accompaniments > 0')
  return first === null || first === undefined ? undefined : Number(first)
}

interface Gathered {
  readonly profiles: Map<string, Profile>
  /** Of all the commune under no value. */
  readonly persons: Map<NeedsValue | undefined, number>
}

/** People of each value and commune: whoever is named once, all others each time. */
function personsAsked(copy: ColumnarCopy, facet: NeedsFacet | undefined, during: string): string {
  const join =
    facet === undefined
      ? "join (select '' as value) v on true"
      : `join (${valueTable(copy)}) v on v.code = a."${facet}"`
  return `select value, commune, sum(persons) from (
      select value, home as commune, count(*) as persons from (
        select v.value, arg_min(a.commune, concat(a.day, a.id)) as home
        from meeting m join activity a on a.n = m.n ${join} where ${during} and not m.erased
        group by v.value, a.scope, m.person)
      group by value, home
      union all
      select v.value, a.commune, sum(a.anonymous) from activity a ${join} where ${during} group by v.value, a.commune
      union all
      select v.value, a.commune, count(*) from meeting m join activity a on a.n = m.n ${join}
        where ${during} and m.erased group by v.value, a.commune)
    group by value, commune`
}

/** Which values a combination stands for. Codes that programs exchange: nothing else goes into the statement. */
function valueTable(copy: ColumnarCopy): string {
  const rows = copy.combinations
    .codesWhere((text) => needsOf(text).length > 0)
    .flatMap((code) => needsOf(copy.combinations.textOf(code)).map((value) => `(${code}, '${value}')`))
  return rows.length === 0
    ? 'select -1 as code, null as value where false'
    : `select * from (values ${rows.join(', ')}) as known(code, value)`
}

/** A code is of a device, and may be of a newer version; but none of ours has anything else in it. */
const plainCode = /^[a-z]+:[a-z0-9_]{1,80}$/

function needsOf(text: string): NeedsValue[] {
  return valuesOf(text)
    .filter(isNeedsValue)
    .filter((value) => plainCode.test(value))
}

function needsIn({ combinations }: ColumnarCopy, code: DuckDBValue | undefined): NeedsValue[] {
  return needsOf(combinations.textOf(Number(code)))
}

function communeIn({ combinations }: ColumnarCopy, code: DuckDBValue | undefined): string {
  const [value = 'commune:'] = valuesOf(combinations.textOf(Number(code)))
  return value.slice('commune:'.length)
}

function wholeOrValue(value: DuckDBValue | undefined): NeedsValue | undefined {
  // Of the table above.
  return value === '' ? undefined : (String(value) as NeedsValue)
}

function addProfile({ profiles }: Gathered, profile: Profile): void {
  const key = profile.values.join(' ')
  const known = profiles.get(key)
  profiles.set(key, {
    values: profile.values,
    accompaniments: profile.accompaniments + (known?.accompaniments ?? 0),
    single: profile.single + (known?.single ?? 0),
  })
}

function addPersons({ persons }: Gathered, value: NeedsValue | undefined, more: number): void {
  persons.set(value, (persons.get(value) ?? 0) + more)
}

function countedOf(code: string, { profiles, persons }: Gathered): CountedCommune {
  const sorted = [...profiles].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, profile]) => profile)
  const values = new Map<NeedsValue, Count>()
  for (const profile of sorted)
    for (const value of profile.values)
      values.set(value, {
        accompaniments: (values.get(value)?.accompaniments ?? 0) + profile.accompaniments,
        persons: persons.get(value) ?? 0,
      })
  const accompaniments = sorted.reduce((sum, profile) => sum + profile.accompaniments, 0)
  return { code, total: { accompaniments, persons: persons.get(undefined) ?? 0 }, values, profiles: sorted }
}
