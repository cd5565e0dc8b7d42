import { isSmallCount, sumOf, type Count, type CountedCommune } from './counted-commune.ts'
import { countsOf } from './counts-of.ts'
import type { DetailMember, DetailSystem, DetailSystems } from './detailed-territories.ts'
import { exchangeableValues } from './exchangeable.ts'
import type { NeedsValue } from './needs-facets.ts'

/** Work that whoever does it may interrupt between two steps. */
export type Steps<T> = Generator<undefined, T, undefined>

/** The values that each territory shows, by its key. */
export type ShownValues = Map<string, Set<NeedsValue>>

/** What tells a territory from all others. */
export function territoryKey({ kind, code }: Pick<DetailMember, 'kind' | 'code'>): string {
  return `${kind}:${code}`
}

/**
 * Which values of their needs territories show: no small one; none that keeps a small one from being exchanged with the
 * reserve; none whose rest, in all that doesn't show it around, is small. A commune shows no value that its EPCI, told
 * in detail, doesn't. A step for each territory.
 */
export function* shownValues({ departments, parts }: DetailSystems): Steps<ShownValues> {
  const shown: ShownValues = new Map()
  wantLargeValues(shown, departments)
  for (const system of departments) yield* keepExchangeable(shown, system)
  hideSmallRests(shown, departments)
  wantLargeValues(shown, parts)
  for (const part of parts) {
    const ofEpci = shown.get(territoryKey({ kind: 'epci', code: part.epci }))
    for (const member of part.members) keepIf(shown, member, (value) => ofEpci?.has(value) ?? false)
    yield* keepExchangeable(shown, part)
  }
  hideSmallRests(shown, parts)
  return shown
}

/** Of an EPCI over several departments, those that are small in none of them. */
function wantLargeValues(shown: ShownValues, systems: readonly DetailSystem[]): void {
  const small = new Map<string, NeedsValue[]>()
  for (const member of systems.flatMap(({ members }) => members)) {
    const key = territoryKey(member)
    const wanted = shown.get(key) ?? new Set()
    shown.set(key, wanted)
    for (const [value, count] of countsOf(member.communes))
      if (isSmallCount(count)) small.set(key, [...(small.get(key) ?? []), value])
      else wanted.add(value)
  }
  for (const [key, values] of small) for (const value of values) shown.get(key)?.delete(value)
}

function* keepExchangeable(shown: ShownValues, { members, reserve }: DetailSystem): Steps<void> {
  for (const member of members) {
    const wanted = shown.get(territoryKey(member)) ?? new Set()
    const kept = exchangeableValues(member.communes, reserve, wanted)
    keepIf(shown, member, (value) => kept.has(value))
    yield
  }
}

function keepIf(shown: ShownValues, member: DetailMember, holds: (value: NeedsValue) => boolean): void {
  const values = shown.get(territoryKey(member))
  for (const value of values ?? []) if (!holds(value)) values?.delete(value)
}

/** Hides the smallest cell of a value whose rest is small: the rest is larger then. Until there is none. */
function hideSmallRests(shown: ShownValues, systems: readonly DetailSystem[]): void {
  const cells = systems.map(cellsOf)
  const shows = (value: NeedsValue) => (cell: Cell) => shown.get(cell.key)?.has(value) ?? false
  let isStill = false
  while (!isStill) {
    isStill = true
    for (const [value, own] of cells.flatMap((system) => [...system])) {
      const [smallest] = own.filter(shows(value)).sort(bySize)
      const rest = sumOf(own.filter((cell) => !shows(value)(cell)).map(({ count }) => count))
      if (smallest === undefined || !isSmallCount(rest)) continue
      shown.get(smallest.key)?.delete(value)
      isStill = false
    }
  }
}

interface Cell {
  readonly key: string
  readonly count: Count
}

/** What each member and the reserve have of each value. */
function cellsOf({ members, reserve }: DetailSystem): Map<NeedsValue, Cell[]> {
  const cells = new Map<NeedsValue, Cell[]>()
  const add = (key: string, communes: readonly CountedCommune[]) => {
    for (const [value, count] of countsOf(communes))
      cells.set(value, [...(cells.get(value) ?? []), { key, count }])
  }
  for (const member of members) add(territoryKey(member), member.communes)
  add('reserve', reserve)
  return cells
}

function bySize(a: Cell, b: Cell): number {
  return a.count.accompaniments - b.count.accompaniments || (a.key < b.key ? -1 : 1)
}
