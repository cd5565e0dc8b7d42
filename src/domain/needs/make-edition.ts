import { isSmallCount, nobody, sumOf, type Count, type CountedCommune } from './counted-commune.ts'
import { countsOf } from './counts-of.ts'
import { detailSystems, type PlacedCommune } from './detailed-territories.ts'
import { groupBy } from '../group-by.ts'
import { hideTotals, type Leaf } from './hide-totals.ts'
import { shownValues, territoryKey, type Steps } from './hide-values.ts'
import type { NeedsValue } from './needs-facets.ts'

export type TerritoryKind = 'commune' | 'epci' | 'departement' | 'region' | 'france'

/** What an edition tells of a territory. One that it doesn't name had no accompaniment. */
export interface EditionRow {
  readonly kind: TerritoryKind
  readonly code: string
  /** Null where it is hidden. */
  readonly accompaniments: number | null
  /** Those that are shown; what isn't among them was too rare, or would tell of something that is. */
  readonly values: Readonly<Partial<Record<NeedsValue, number>>>
}

/** How communes lie in EPCIs, departments and regions. */
export interface TerritoryTree {
  readonly communes: ReadonlyMap<string, CommunePlace>
  readonly regionOf: (department: string) => string | undefined
  /** Of a code that no commune has today too; undefined where it is none. */
  readonly departmentOf: (commune: string) => string | undefined
}

export interface CommunePlace {
  readonly department: string
  readonly epci: string | undefined
}

/**
 * The edition of a year: for each territory what is told of its needs. Pure: the same counts give the same edition.
 *
 * @param communes those with some accompaniments, those that are none of today's too
 */
export function makeEdition(communes: readonly CountedCommune[], tree: TerritoryTree): EditionRow[] {
  const steps = editionSteps(communes, tree)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same in steps: of a whole nation it takes minutes, and whoever makes it has other things to do. */
export function* editionSteps(communes: readonly CountedCommune[], tree: TerritoryTree): Steps<EditionRow[]> {
  const counted = communes.toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const below = yield* belowDepartments(counted, tree)
  return [...below, ...departmentsAndAbove(counted, tree)]
}

function* belowDepartments(counted: readonly CountedCommune[], tree: TerritoryTree): Steps<EditionRow[]> {
  const departmentsOf = departmentsOfEpcis(tree)
  const placed = counted.flatMap((commune) => {
    const place = placeOf(commune.code, tree)
    return place ? [{ ...commune, ...place }] : []
  })
  const leaves = placed.map(({ code, total, department, epci }): Leaf => {
    return { code, count: total, group: epci, whole: department }
  })
  const hidden = hideTotals(leaves, (epci) => [...(departmentsOf.get(epci) ?? [])])
  const communes = placed.map((commune): PlacedCommune => {
    return { ...commune, isShown: !hidden.leaves.has(commune.code) }
  })
  const shown = yield* shownValues(detailSystems(communes, hidden.groups))
  const row = (kind: 'commune' | 'epci', code: string, own: readonly CountedCommune[]): EditionRow => ({
    kind,
    code,
    accompaniments: (kind === 'commune' ? hidden.leaves : hidden.groups).has(code) ? null : totalOf(own),
    values: chosen(countsOf(own), (value) => shown.get(territoryKey({ kind, code }))?.has(value) ?? false),
  })
  const epcis = groupBy(communes, ({ epci }) => epci)
  return [
    ...communes.map((commune) => row('commune', commune.code, [commune])),
    ...[...epcis].flatMap(([code, own]) => (code === undefined ? [] : [row('epci', code, own)])),
    ...sealedRows(hidden.sealed, {
      tree,
      named: new Set([...epcis.keys(), ...communes.map(({ code }) => code)]),
    }),
  ]
}

/** A code that no commune has any more is still one of its department. */
function placeOf(code: string, { communes, departmentOf }: TerritoryTree): CommunePlace | undefined {
  const known = communes.get(code)
  const department = departmentOf(code)
  return known ?? (department === undefined ? undefined : { department, epci: undefined })
}

/** Where nothing is told, nothing tells either where there was nothing. */
function sealedRows(
  sealed: ReadonlySet<string>,
  { tree, named }: { tree: TerritoryTree; named: ReadonlySet<string | undefined> },
): EditionRow[] {
  const codes = { commune: new Set<string>(), epci: new Set<string>() }
  for (const [code, { department, epci }] of tree.communes) {
    if (!sealed.has(department)) continue
    codes.commune.add(code)
    if (epci !== undefined) codes.epci.add(epci)
  }
  return (['commune', 'epci'] as const).flatMap((kind) =>
    [...codes[kind]]
      .filter((code) => !named.has(code))
      .map((code): EditionRow => ({ kind, code, accompaniments: null, values: {} })),
  )
}

function departmentsOfEpcis({ communes }: TerritoryTree): Map<string, Set<string>> {
  const departments = new Map<string, Set<string>>()
  for (const { epci, department } of communes.values())
    if (epci !== undefined) departments.set(epci, (departments.get(epci) ?? new Set()).add(department))
  return departments
}

/** Departments in regions in the nation: totals, and each value, hidden as communes in EPCIs in departments are. */
function departmentsAndAbove(counted: readonly CountedCommune[], tree: TerritoryTree): EditionRow[] {
  const departments = groupBy(counted, ({ code }) => tree.departmentOf(code))
  const known = [...departments].flatMap(([code, own]) => (code === undefined ? [] : [{ code, own }]))
  const regions = groupBy(known, ({ code }) => tree.regionOf(code))
  const territories: Territory[] = [
    ...known.map(({ code, own }): Territory => ({ kind: 'departement', code, communes: own })),
    ...[...regions].flatMap(([code, own]): Territory[] =>
      code === undefined ? [] : [{ kind: 'region', code, communes: own.flatMap(({ own: these }) => these) }],
    ),
    ...(counted.length > 0 ? [{ kind: 'france', code: '', communes: counted } as const] : []),
  ]
  const isShown = (countIn: (communes: readonly CountedCommune[]) => Count) => {
    const leaves = [...departments].flatMap(([code, own]): Leaf[] => {
      const count = countIn(own)
      const group = code === undefined ? undefined : tree.regionOf(code)
      // What happened nowhere that is known is what is missing to the nation.
      return count.accompaniments > 0 ? [{ code: code ?? '', count, group, whole: '' }] : []
    })
    const hidden = hideTotals(leaves, () => [''])
    return ({ kind, code, communes }: Territory) =>
      !isSmallCount(countIn(communes)) &&
      (kind === 'france' || !(kind === 'region' ? hidden.groups : hidden.leaves).has(code))
  }
  const isTotalShown = isShown((communes) => sumOf(communes.map(({ total }) => total)))
  const values = [...countsOf(counted).keys()]
  const shows = new Map(
    values.map((value) => [
      value,
      isShown((communes) => sumOf(communes.map((commune) => commune.values.get(value) ?? nobody))),
    ]),
  )
  return territories.map((territory) => {
    const { kind, code, communes } = territory
    const isTold = isTotalShown(territory)
    return {
      kind,
      code,
      accompaniments: isTold ? totalOf(communes) : null,
      values: chosen(countsOf(communes), (value) => isTold && (shows.get(value)?.(territory) ?? false)),
    }
  })
}

interface Territory {
  readonly kind: 'departement' | 'region' | 'france'
  readonly code: string
  readonly communes: readonly CountedCommune[]
}

function totalOf(communes: readonly CountedCommune[]): number {
  return sumOf(communes.map(({ total }) => total)).accompaniments
}

function chosen(
  counts: ReadonlyMap<NeedsValue, Count>,
  isShown: (value: NeedsValue) => boolean,
): EditionRow['values'] {
  return Object.fromEntries(
    [...counts]
      .filter(([value]) => isShown(value))
      .map(([value, { accompaniments }]) => [value, accompaniments])
      .sort(([a], [b]) => (a !== undefined && b !== undefined && a < b ? -1 : 1)),
  )
}
