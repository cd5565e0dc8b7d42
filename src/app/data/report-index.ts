import { Dexie, RangeSet, cmp, type IntervalTree } from 'dexie'
import type { ScopeId, DocumentId } from '../../domain/ids.ts'
import { minutesOfReport } from '../../domain/report/accompaniments.ts'
import { facetsOf, type FacetValue } from '../../domain/report/search/facets.ts'
import {
  facetOf,
  matcherOf,
  type ReportFilter,
  type Searchable,
} from '../../domain/report/search/report-filter.ts'
import { searchTextOf, type SearchNames } from '../../domain/report/search/search-text.ts'
import { withCommune, type Whereabouts } from '../../domain/report/search/whereabouts.ts'
import type { CoopDatabase, DocumentKey } from './database.ts'
import { FacetNumbers } from './facet-tally.ts'
import { facetNamesOf, type FacetNamesHere } from './facet-names.ts'
import { atOnce } from './in-slices.ts'
import type { LocalDocument } from './local-document.ts'
import { reportIn } from '../../domain/report/report-in.ts'
import { whereaboutsOf } from './whereabouts.ts'
import { marksHere, type ReportMark } from './report-marks.ts'

interface Entry extends Searchable {
  readonly key: DocumentKey
  readonly minutes: number
  /** Its values as numbers, to be counted. */
  readonly numbers: readonly number[]
}

/** What a filter finds: the newest day first. */
export interface Found {
  readonly keys: readonly DocumentKey[]
  readonly minutes: number
}

/** Rows read at a time: a few milliseconds each on a phone, so that the page stays alive while the index is made. */
const chunk = 100

/** Reports looked at between two moments at which the page may have its turn. */
const stride = 250

/**
 * All of a device's reports, ready to be searched: some hundred bytes each, read once and then kept up to date with
 * what changes, in this tab or another. Twenty thousand bodies would take seconds to read at each key.
 */
export class ReportIndex {
  readonly #db: CoopDatabase
  readonly #entries = new Map<string, Entry>()
  readonly #listeners = new Set<() => void>()
  readonly #numbers = new FacetNumbers()
  #sorted: readonly Entry[] | undefined
  #marks: ReadonlyMap<string, ReportMark> = new Map()
  #names: SearchNames & Pick<FacetNamesHere, 'resolvePerson'> = noNames
  #where: Whereabouts = { communeOfPlace: new Map(), communeOfScope: new Map() }

  private constructor(db: CoopDatabase) {
    this.#db = db
  }

  static async build(db: CoopDatabase): Promise<ReportIndex> {
    const index = new ReportIndex(db)
    Dexie.on('storagemutated', (parts) => {
      // What can't be read again is read at the next change, or at the next visit: a list is never lost by it.
      index.#hear(parts).catch(() => index.#announce())
    })
    await index.#readAll()
    return index
  }

  find(filter: ReportFilter): Found {
    return atOnce(this.findSlowly(filter))
  }

  counts(filter: ReportFilter): ReadonlyMap<FacetValue, number> {
    return atOnce(this.countSlowly(filter))
  }

  /** What a filter finds, giving way often. */
  *findSlowly(filter: ReportFilter): Generator<void, Found> {
    const keys: DocumentKey[] = []
    let total = 0
    for (const { key, minutes } of yield* this.#matching(filter)) {
      keys.push(key)
      total += minutes
    }
    return { keys, minutes: total }
  }

  /**
   * How many reports have each value of each facet, among those that the rest of a filter finds: what choosing it would
   * add, where others of its facet are chosen already. Gives way often.
   */
  *countSlowly(filter: ReportFilter): Generator<void, ReadonlyMap<FacetValue, number>> {
    const counts = yield* this.#countsOf(filter)
    for (const name of new Set(filter.values.map(facetOf))) {
      const others = { ...filter, values: filter.values.filter((value) => facetOf(value) !== name) }
      for (const [value, count] of yield* this.#countsOf(others)) {
        if (facetOf(value) === name) counts.set(value, count)
      }
    }
    return counts
  }

  *#countsOf(filter: ReportFilter): Generator<void, Map<FacetValue, number>> {
    const matching = yield* this.#matching(filter)
    const tally = this.#numbers.tally()
    for (const [position, { numbers }] of matching.entries()) {
      if (position % stride === 0) yield
      for (const number of numbers) tally[number] = (tally[number] ?? 0) + 1
    }
    const counts = new Map<FacetValue, number>()
    for (const [number, count] of tally.entries()) {
      const value = this.#numbers.valueOf(number)
      if (value && count > 0) counts.set(value, count)
    }
    return counts
  }

  *#matching(filter: ReportFilter): Generator<void, Entry[]> {
    const matches = matcherOf(filter)
    const matching: Entry[] = []
    for (const [position, entry] of this.#inOrder().entries()) {
      if (position % stride === 0) yield
      if (matches(entry)) matching.push(entry)
    }
    return matching
  }

  /** Calls back after each change; returns the way to stop. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #inOrder(): readonly Entry[] {
    this.#sorted ??= [...this.#entries.values()].sort((a, b) =>
      a.date < b.date ? 1 : a.date > b.date ? -1 : a.key[1] < b.key[1] ? 1 : -1,
    )
    return this.#sorted
  }

  async #readAll(): Promise<void> {
    this.#where = await whereaboutsOf(this.#db)
    this.#names = { ...(await facetNamesOf(this.#db)), communeOfPlace: this.#where.communeOfPlace }
    this.#marks = await marksHere(this.#db)
    this.#entries.clear()
    for (
      let rows = await this.#rowsAfter(undefined);
      rows.length > 0;
      rows = await this.#rowsAfter(rows.at(-1))
    ) {
      for (const row of rows) this.#take([row.scope, row.id], row)
    }
    this.#announce()
  }

  /** Many rows in one request, where a request for each of them would take most of the time. */
  #rowsAfter(last: LocalDocument | undefined): Promise<LocalDocument[]> {
    const after = last ? [last.scope, last.id] : Dexie.minKey
    return this.#db.report.where('[scope+id]').above(after).limit(chunk).toArray()
  }

  async #read(keys: readonly DocumentKey[]): Promise<void> {
    const rows = await this.#db.report.bulkGet([...keys])
    for (const [position, key] of keys.entries()) this.#take(key, rows[position])
  }

  #take(key: DocumentKey, row: LocalDocument | undefined): void {
    const entry = this.#entryOf(row)
    if (entry) this.#entries.set(String(key), entry)
    else this.#entries.delete(String(key))
    this.#sorted = undefined
  }

  #entryOf(row: LocalDocument | undefined): Entry | undefined {
    const report = row?.state === 'live' ? reportIn(row.body) : undefined
    if (!row || !report) return undefined
    const values = [
      ...withCommune(facetsOf(report, this.#names.resolvePerson), row.scope, this.#where),
      `etat:${this.#marks.get(row.id) ?? 'sent'}` satisfies FacetValue,
      `structure:${row.scope}` satisfies FacetValue,
    ]
    return {
      key: [row.scope, row.id],
      date: report.date,
      minutes: minutesOfReport(report),
      text: searchTextOf(report, this.#names),
      values,
      numbers: this.#numbers.of(values),
    }
  }

  /** What is sent meanwhile, refused or settled: the reports of which something else is to be said. */
  async #readMarks(): Promise<void> {
    const before = this.#marks
    this.#marks = await marksHere(this.#db)
    const ids = new Set([...before.keys(), ...this.#marks.keys()])
    const changed = [...this.#entries.values()].filter(
      ({ key: [, id] }) => ids.has(id) && before.get(id) !== this.#marks.get(id),
    )
    await this.#read(changed.map(({ key }) => key))
  }

  async #hear(parts: Readonly<Record<string, unknown>>): Promise<void> {
    const of = (table: string) => parts[`idb://${this.#db.name}/${table}/`]
    if (of('beneficiary') ?? of('place')) return this.#readAll()
    const changed = of('report')
    const isMarked = of('outbox') ?? of('conflict')
    if (!changed && !isMarked) return undefined
    // What another tab changed comes as a copy without its methods.
    // The type of what is heard leaves open what each part is.
    const keys = changed ? keysIn(new RangeSet().add(changed as IntervalTree)) : []
    if (keys === undefined) return this.#readAll()
    if (isMarked) await this.#readMarks()
    await this.#read(keys)
    this.#announce()
  }

  #announce(): void {
    this.#sorted = undefined
    for (const listener of this.#listeners) listener()
  }
}

/** The keys that changed; undefined where more may have changed than can be told one by one. */
function keysIn(changed: Iterable<{ from: unknown; to: unknown }>): DocumentKey[] | undefined {
  const keys: DocumentKey[] = []
  for (const { from, to } of changed) {
    if (!isKey(from) || cmp(from, to) !== 0) return undefined
    keys.push(from)
  }
  return keys
}

function isKey(value: unknown): value is [ScopeId, DocumentId] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string')
}

const noNames = {
  places: new Map(),
  people: new Map(),
  communes: new Map(),
  communeOfPlace: new Map(),
  resolvePerson: (id: string) => id,
}

const indexes = new WeakMap<CoopDatabase, Promise<ReportIndex>>()

/** The index of a person's reports on this device, made at the first search of a visit. */
export function reportIndex(db: CoopDatabase): Promise<ReportIndex> {
  const known = indexes.get(db) ?? ReportIndex.build(db)
  indexes.set(db, known)
  return known
}
