import type { Count, CountedCommune, Profile } from '../../src/domain/needs/counted-commune.ts'
import type { TerritoryTree } from '../../src/domain/needs/make-edition.ts'
import type { NeedsValue } from '../../src/domain/needs/needs-facets.ts'

/** One activity as needs are counted: where, what it answers, and whom it was for. */
export interface CountedRecord {
  readonly commune: string
  readonly values: readonly NeedsValue[]
  /** One accompaniment each; the same person may come again. */
  readonly people: readonly string[]
}

/** What the copy counts, told once more, without regard to speed. */
export function countedRecords(records: readonly CountedRecord[]): CountedCommune[] {
  const codes = [...new Set(records.map(({ commune }) => commune))].sort()
  return codes.map((code) => {
    const own = records.filter(({ commune }) => commune === code)
    const values = [...new Set(own.flatMap((record) => record.values))].sort()
    return {
      code,
      total: countOf(records, code, () => true),
      values: new Map(
        values.map((value) => [value, countOf(records, code, (record) => record.values.includes(value))]),
      ),
      profiles: profilesOf(own),
    }
  })
}

/** Each person in the commune of their first activity of the kind. */
function countOf(
  records: readonly CountedRecord[],
  code: string,
  holds: (record: CountedRecord) => boolean,
): Count {
  const homes = new Map<string, string>()
  let accompaniments = 0
  for (const record of records.filter(holds)) {
    for (const person of record.people) if (!homes.has(person)) homes.set(person, record.commune)
    if (record.commune === code) accompaniments += record.people.length
  }
  return { accompaniments, persons: [...homes.values()].filter((home) => home === code).length }
}

function profilesOf(records: readonly CountedRecord[]): Profile[] {
  const profiles = new Map<string, Profile>()
  for (const { values, people } of records) {
    const sorted = [...values].sort()
    const known = profiles.get(sorted.join(' ')) ?? { values: sorted, accompaniments: 0, single: 0 }
    profiles.set(sorted.join(' '), {
      values: sorted,
      accompaniments: known.accompaniments + people.length,
      single: known.single + (people.length === 1 ? 1 : 0),
    })
  }
  return [...profiles.values()]
}

/** Communes by department and EPCI, as « A1 ». An EPCI may be in several departments. */
export type SmallCountry = Readonly<Record<string, { department: string; epci: string | undefined }>>

export function aTree(country: SmallCountry): TerritoryTree {
  return {
    communes: new Map(Object.entries(country)),
    departmentOf: (code) => country[code]?.department,
    regionOf: (department) => (department === 'C' ? 'south' : 'north'),
  }
}
