import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSmallCount } from '../../../src/domain/needs/counted-commune.ts'
import { makeEdition, type EditionRow } from '../../../src/domain/needs/make-edition.ts'
import type { NeedsValue } from '../../../src/domain/needs/needs-facets.ts'
import {
  aTree,
  countedRecords,
  type CountedRecord,
  type SmallCountry,
} from '../../builders/counted-records.ts'

/** Three departments, five EPCIs, one of them in two departments, and communes in none. */
const country: SmallCountry = Object.fromEntries(
  ['A', 'B', 'C'].flatMap((department) =>
    Array.from({ length: 9 }, (_, place) => {
      const epci = place === 8 ? undefined : place % 3 === 0 ? 'shared' : `${department}-${place % 3}`
      return [
        `${department}${place}`,
        { department, epci: epci === 'shared' && department === 'C' ? 'C-0' : epci },
      ]
    }),
  ),
)
const tree = aTree(country)
const values: readonly NeedsValue[] = [
  'theme:email',
  'theme:sante',
  'theme:bureautique',
  'demarche:logement',
  'besoin:liste_attente',
  'orientation:autre',
]

/** What an activity answers, the usual first. */
const answers: readonly (readonly [weight: number, values: readonly NeedsValue[]])[] = [
  [40, ['theme:email']],
  [20, ['theme:sante']],
  [15, ['theme:email', 'theme:sante']],
  [10, ['demarche:logement', 'theme:email']],
  [5, ['theme:bureautique']],
  [3, ['besoin:liste_attente', 'theme:email']],
  [3, ['theme:bureautique', 'theme:sante']],
  [2, ['orientation:autre', 'theme:sante']],
  [1, ['besoin:liste_attente', 'orientation:autre', 'theme:bureautique']],
  [1, ['demarche:logement', 'theme:bureautique']],
]
const drawn = answers.flatMap(([weight, own]) => Array.from({ length: weight }, () => own))

/** So many activities of each commune, from none to many; some for several people, some for the same one again. */
const someRecords: fc.Arbitrary<CountedRecord[]> = fc
  .array(
    fc.record({
      commune: fc.constantFrom(...Object.keys(country)),
      times: fc.constantFrom(0, 1, 2, 3, 4, 7, 15, 40, 60, 90),
      size: fc.constantFrom(1, 1, 1, 1, 1, 2, 3, 6),
      isAlwaysTheSame: fc.constantFrom(false, false, false, false, false, true),
      seed: fc.integer({ min: 0, max: 10_000 }),
    }),
    { minLength: 1, maxLength: 90, size: 'max' },
  )
  .map((groups) =>
    groups.flatMap(({ commune, times, size, isAlwaysTheSame, seed }, group) =>
      Array.from({ length: times }, (_, time) => ({
        commune,
        // A step that has no divisor in common with a hundred draws all of them in turn.
        values: drawn[(seed + 37 * time) % drawn.length] ?? [],
        people: Array.from({ length: size }, (__, one) =>
          isAlwaysTheSame ? `${group} ${one}` : `${group} ${time} ${one}`,
        ),
      })),
    ),
  )

const editionOf = (records: readonly CountedRecord[]) => makeEdition(countedRecords(records), tree)

interface Edition {
  readonly rows: readonly EditionRow[]
  readonly row: (kind: EditionRow['kind'], code: string) => EditionRow | undefined
}

function read(rows: readonly EditionRow[]): Edition {
  return { rows, row: (kind, code) => rows.find((row) => row.kind === kind && row.code === code) }
}

function isIn({ kind, code }: Pick<EditionRow, 'kind' | 'code'>, commune: string): boolean {
  const place = country[commune]
  switch (kind) {
    case 'commune':
      return commune === code
    case 'epci':
      return place?.epci === code
    case 'departement':
      return place?.department === code
    case 'region':
      return tree.regionOf(place?.department ?? '') === code
    case 'france':
      return true
  }
}

function accompaniments(records: readonly CountedRecord[]): number {
  return records.reduce((sum, { people }) => sum + people.length, 0)
}

function recordsOf(
  records: readonly CountedRecord[],
  territory: Pick<EditionRow, 'kind' | 'code'>,
  value?: NeedsValue,
) {
  return records.filter(
    (record) => isIn(territory, record.commune) && (value === undefined || record.values.includes(value)),
  )
}

/** Every number that an edition shows, counted from records. */
function numbersShown(rows: readonly EditionRow[], records: readonly CountedRecord[]): unknown[] {
  return rows.map((row) => [
    row.kind,
    row.code,
    row.accompaniments === null ? null : accompaniments(recordsOf(records, row)),
    Object.keys(row.values).map((value) => [
      value,
      accompaniments(recordsOf(records, row, value as NeedsValue)),
    ]),
  ])
}

/** What departments' own figures may be asked, by any filter and of any day: their activities, wherever they were. */
function seenOfDepartments(records: readonly CountedRecord[]): string[] {
  return records
    .map(({ commune, values: own, people }) => JSON.stringify([country[commune]?.department, own, people]))
    .sort()
}

const runs = { numRuns: 50 }

describe('an edition', () => {
  test('shows the numbers as they are, and none of one to four accompaniments or persons', () => {
    fc.assert(
      fc.property(someRecords, (records) => {
        const rows = editionOf(records)
        for (const row of rows) {
          const all = recordsOf(records, row)
          const persons = new Set(all.flatMap(({ people }) => people)).size
          expect([null, accompaniments(all)]).toContain(row.accompaniments)
          expect(row.accompaniments === null || Math.min(persons, accompaniments(all)) >= 5).toBe(true)
          for (const [value, count] of Object.entries(row.values)) {
            const having = recordsOf(records, row, value as NeedsValue)
            expect(count).toBe(accompaniments(having))
            expect(count).toBeGreaterThanOrEqual(5)
            expect(new Set(having.flatMap(({ people }) => people)).size).toBeGreaterThanOrEqual(5)
          }
        }
      }),
      runs,
    )
  })

  test('names every territory with some accompaniment, and no other but where nothing at all is told', () => {
    fc.assert(
      fc.property(someRecords, (records) => {
        const { rows, row } = read(editionOf(records))
        for (const { commune } of records) expect(row('commune', commune)).toBeDefined()
        for (const one of rows.filter((each) => recordsOf(records, each).length === 0)) {
          const departments = Object.entries(country).flatMap(([code, { department }]) =>
            isIn(one, code) ? [department] : [],
          )
          const beside = rows.filter(
            ({ kind, code }) => kind === 'commune' && departments.includes(country[code]?.department ?? ''),
          )
          expect(one.accompaniments).toBeNull()
          expect(beside.some((other) => other.accompaniments === null)).toBe(true)
        }
      }),
      runs,
    )
  })

  test('is the same whatever the order in which communes come', () => {
    fc.assert(
      fc.property(someRecords, (records) => {
        const counted = countedRecords(records)
        const inOrder = (rows: readonly EditionRow[]) => rows.map((row) => JSON.stringify(row)).sort()
        expect(inOrder(makeEdition(counted.toReversed(), tree))).toEqual(inOrder(makeEdition(counted, tree)))
      }),
      runs,
    )
  })
})

/** The two exchanges by which the scheme is proved (domain.md, "Small counts"), done for each count that is hidden. */
describe('whoever adds and subtracts', () => {
  test('can’t tell a small total from a hidden one that isn’t: exchanged, all that anybody sees is the same', () => {
    let exchanged = 0
    fc.assert(
      fc.property(someRecords, (records) => {
        const { rows, row } = read(editionOf(records))
        const counts = new Map(countedRecords(records).map((commune) => [commune.code, commune.total]))
        for (const { kind, code, accompaniments: shown } of rows) {
          const count = counts.get(code)
          if (kind !== 'commune' || count === undefined || !isSmallCount(count)) continue
          expect(shown).toBeNull()
          const { department, epci } = country[code] ?? {}
          const isEpciHidden = (name: string | undefined) =>
            name === undefined || row('epci', name)?.accompaniments === null
          const isSealed = Object.entries(country).every(
            ([other, place]) =>
              place.department !== department || row('commune', other)?.accompaniments === null,
          )
          const others = Object.entries(country).flatMap(([other, place]) => {
            const isSeen = row('commune', other)?.accompaniments !== null
            const isOfBlock = place.epci === epci || (isEpciHidden(epci) && isEpciHidden(place.epci))
            return place.department !== department || other === code || isSeen || !isOfBlock ? [] : [other]
          })
          const large = others.filter((other) => {
            const total = counts.get(other)
            return isSealed
              ? total === undefined || !isSmallCount(total)
              : total !== undefined && !isSmallCount(total)
          })
          // Where nothing at all is told, all of the department may have been done here or elsewhere.
          if (isSealed && large.length === 0) continue
          // One more than it takes: whoever knows one of them by other means still can't tell.
          expect(large.length).toBeGreaterThanOrEqual(isSealed ? 1 : 2)
          for (const other of large.slice(0, 2)) {
            const swapped = records.map((record) => ({
              ...record,
              commune: record.commune === code ? other : record.commune === other ? code : record.commune,
            }))
            expect(numbersShown(rows, swapped)).toEqual(numbersShown(rows, records))
            expect(seenOfDepartments(swapped)).toEqual(seenOfDepartments(records))
            exchanged += 1
          }
        }
      }),
      runs,
    )
    expect(exchanged).toBeGreaterThan(0)
  })

  test('can’t tell that a small count of a need is there: exchanged with others, all that anybody sees is the same', () => {
    let exchanged = 0
    fc.assert(
      fc.property(someRecords, (records) => {
        const { rows, row } = read(editionOf(records))
        for (const territory of rows.filter(isDetailed)) {
          for (const value of values.filter((one) => territory.values[one] === undefined)) {
            const having = recordsOf(records, territory, value)
            if (having.length === 0 || accompaniments(having) >= 5) continue
            const swapped = withoutValue(records, { territory, value, row })
            expect(swapped, `${territory.code} ${value}`).toBeDefined()
            if (!swapped) continue
            expect(recordsOf(swapped, territory, value)).toEqual([])
            expect(numbersShown(rows, swapped)).toEqual(numbersShown(rows, records))
            expect(seenOfDepartments(swapped)).toEqual(seenOfDepartments(records))
            exchanged += 1
          }
        }
      }),
      runs,
    )
    expect(exchanged).toBeGreaterThan(0)
  })

  test('finds no small count as what is missing to a territory that is shown, or to a department', () => {
    fc.assert(
      fc.property(someRecords, (records) => {
        const { row } = read(editionOf(records))
        for (const value of [undefined, ...values]) {
          const isShown = (kind: 'epci' | 'commune', code: string) =>
            value === undefined
              ? row(kind, code)?.accompaniments !== null
              : row(kind, code)?.values[value] !== undefined
          const hiddenIn = (
            territory: Pick<EditionRow, 'kind' | 'code'>,
            isSeen: (commune: string) => boolean,
          ) => accompaniments(recordsOf(records, territory, value).filter(({ commune }) => !isSeen(commune)))
          for (const code of ['A', 'B', 'C']) {
            // The parts of an EPCI over two departments are taken to be known.
            const rest = hiddenIn({ kind: 'departement', code }, (commune) => {
              const epci = country[commune]?.epci
              return isShown('commune', commune) || (epci !== undefined && isShown('epci', epci))
            })
            const isSomeShown =
              rest < accompaniments(recordsOf(records, { kind: 'departement', code }, value))
            expect(!isSomeShown || rest === 0 || rest >= 5, `${code} ${value} ${rest}`).toBe(true)
            for (const epci of ['shared', `${code}-0`, `${code}-1`, `${code}-2`]) {
              if (!isShown('epci', epci) || row('epci', epci) === undefined) continue
              const own = records.filter(({ commune }) => country[commune]?.department === code)
              const missing = accompaniments(
                recordsOf(own, { kind: 'epci', code: epci }, value).filter(
                  ({ commune }) => !isShown('commune', commune),
                ),
              )
              expect([0, 5]).toContain(Math.min(missing, 5))
            }
          }
        }
      }),
      runs,
    )
  })
})

function isDetailed({ kind, values: shown }: EditionRow): boolean {
  return (kind === 'commune' || kind === 'epci') && Object.keys(shown).length > 0
}

interface Wanted {
  readonly territory: EditionRow
  readonly value: NeedsValue
  readonly row: Edition['row']
}

/** The records after the exchange that takes a value out of a territory; undefined where there isn't one. */
function withoutValue(
  records: readonly CountedRecord[],
  { territory, value, row }: Wanted,
): CountedRecord[] | undefined {
  const shownOf = (record: CountedRecord) =>
    record.values.filter((one) => territory.values[one] !== undefined).join(' ')
  const swapped = [...records]
  for (const [place, record] of records.entries()) {
    if (!isIn(territory, record.commune) || !record.values.includes(value)) continue
    const { department, epci } = country[record.commune] ?? {}
    const isEpciDetailed = (name: string | undefined) => {
      const found = name === undefined ? undefined : row('epci', name)
      return found !== undefined && isDetailed(found)
    }
    const isReserve = (commune: string) => {
      const own = country[commune]
      const detailed = row('commune', commune)
      if (own?.department !== department || (detailed && isDetailed(detailed))) return false
      return territory.kind === 'commune' && isEpciDetailed(epci)
        ? own?.epci === epci
        : !isEpciDetailed(own?.epci)
    }
    // As many accompaniments come as go, each an activity by itself, and all from where this one goes.
    const fitting = [...swapped.entries()].filter(
      ([, other]) =>
        isReserve(other.commune) &&
        other.people.length === 1 &&
        !other.values.includes(value) &&
        shownOf(other) === shownOf(record),
    )
    const to = Object.keys(country).find(
      (commune) => fitting.filter(([, other]) => other.commune === commune).length >= record.people.length,
    )
    if (to === undefined) return undefined
    const come = fitting.filter(([, other]) => other.commune === to).slice(0, record.people.length)
    for (const [other, one] of come) swapped[other] = { ...one, commune: record.commune }
    swapped[place] = { ...record, commune: to }
  }
  return swapped
}
