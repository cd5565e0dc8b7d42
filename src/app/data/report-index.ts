import { Dexie, RangeSet, cmp, type IntervalTree } from 'dexie'
import type { ScopeId, DocumentId } from '../../domain/ids.ts'
import { minutesOfReport } from '../../domain/report/accompaniments.ts'
import { facetsOf, type FacetValue } from '../../domain/report/search/facets.ts'
import { facetCounts } from '../../domain/report/search/facet-counts.ts'
import { matcherOf, type ReportFilter, type Searchable } from '../../domain/report/search/report-filter.ts'
import { searchTextOf } from '../../domain/report/search/search-text.ts'
import { withCommune, type Whereabouts } from '../../domain/report/search/whereabouts.ts'
import type { CoopDatabase, DocumentKey } from './database.ts'
import { facetNamesOf, type FacetNamesHere } from './facet-names.ts'
import type { LocalDocument } from './local-document.ts'
import { reportIn } from './report-in.ts'
import { whereaboutsOf } from './whereabouts.ts'

interface Entry extends Searchable {
  readonly key: DocumentKey
  readonly minutes: number
}

/** What a filter finds: the newest day first. */
export interface Found {
  readonly keys: readonly DocumentKey[]
  readonly minutes: number
}

/** Rows read at a time: a few milliseconds each on a phone, so that the page stays alive while the index is made. */
const chunk = 400

/**
 * All of a device's reports, ready to be searched: some hundred bytes each, read once and then kept up to date with
 * what changes, in this tab or another. Twenty thousand bodies would take seconds to read at each key.
 */
export class ReportIndex {
  readonly #db: CoopDatabase
  readonly #entries = new Map<string, Entry>()
  readonly #listeners = new Set<() => void>()
  #sorted: readonly Entry[] | undefined
  #where: Whereabouts = { communeOfPlace: new Map(), communeOfScope: new Map() }
  #names: FacetNamesHere = noNames

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
    const matches = matcherOf(filter)
    const found = this.#inOrder().filter(matches)
    return {
      keys: found.map(({ key }) => key),
      minutes: found.reduce((sum, { minutes }) => sum + minutes, 0),
    }
  }

  /** How many reports have each value: what choosing it would add (`facetCounts`). */
  counts(filter: ReportFilter): ReadonlyMap<FacetValue, number> {
    return facetCounts(this.#entries.values(), filter)
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
    const keys = await this.#db.report.toCollection().primaryKeys()
    this.#names = await facetNamesOf(this.#db)
    this.#where = await whereaboutsOf(this.#db)
    this.#entries.clear()
    for (let from = 0; from < keys.length; from += chunk) await this.#read(keys.slice(from, from + chunk))
    this.#announce()
  }

  async #read(keys: readonly DocumentKey[]): Promise<void> {
    const rows = await this.#db.report.bulkGet([...keys])
    for (const [position, key] of keys.entries()) {
      const entry = entryOf(rows[position], this.#names, this.#where)
      if (entry) this.#entries.set(String(key), entry)
      else this.#entries.delete(String(key))
    }
    this.#sorted = undefined
  }

  async #hear(parts: Readonly<Record<string, unknown>>): Promise<void> {
    const of = (table: string) => parts[`idb://${this.#db.name}/${table}/`]
    if (of('beneficiary') ?? of('place')) return this.#readAll()
    const changed = of('report')
    if (!changed) return undefined
    // What another tab changed comes as a copy without its methods.
    // The type of what is heard leaves open what each part is.
    const keys = keysIn(new RangeSet().add(changed as IntervalTree))
    if (keys === undefined) return this.#readAll()
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

function entryOf(
  row: LocalDocument | undefined,
  names: FacetNamesHere,
  where: Whereabouts,
): Entry | undefined {
  const report = row?.state === 'live' ? reportIn(row.body) : undefined
  if (!row || !report) return undefined
  return {
    key: [row.scope, row.id],
    date: report.date,
    minutes: minutesOfReport(report),
    text: searchTextOf(report, names),
    values: withCommune(facetsOf(report, names.resolvePerson), row.scope, where),
  }
}

const noNames: FacetNamesHere = {
  places: new Map(),
  people: new Map(),
  communes: new Map(),
  resolvePerson: (id) => id,
}

const indexes = new WeakMap<CoopDatabase, Promise<ReportIndex>>()

/** The index of a person's reports on this device, made at the first search of a visit. */
export function reportIndex(db: CoopDatabase): Promise<ReportIndex> {
  const known = indexes.get(db) ?? ReportIndex.build(db)
  indexes.set(db, known)
  return known
}
