import { sumOf, type CountedCommune } from './counted-commune.ts'
import { groupBy } from '../group-by.ts'

/** A commune with some accompaniments, where it lies, and whether its total is shown. */
export interface PlacedCommune extends CountedCommune {
  readonly department: string
  readonly epci: string | undefined
  readonly isShown: boolean
}

/**
 * Territories of one department that are told in detail, beside those that aren't, their reserve: whatever is hidden of
 * the former could as well have been done in the latter.
 */
export interface DetailSystem {
  readonly members: readonly DetailMember[]
  readonly reserve: readonly CountedCommune[]
}

export interface DetailMember {
  readonly kind: 'epci' | 'commune'
  readonly code: string
  /** Of an EPCI over several departments, those of this one. */
  readonly communes: readonly CountedCommune[]
}

export interface DetailSystems {
  /** By department: its EPCIs, and the communes of those that aren't told in detail. */
  readonly departments: readonly DetailSystem[]
  /** By EPCI that is told in detail, and department: its communes. */
  readonly parts: readonly (DetailSystem & { readonly epci: string })[]
}

/** Of so many accompaniments or more a territory may be told in detail, and no fewer stay in a reserve. */
export const leastForDetail = 50
const leastCommunesInReserve = 3

/** Which territories are told in detail: as many as leave a reserve, the smallest giving way. */
export function detailSystems(
  communes: readonly PlacedCommune[],
  hiddenEpcis: ReadonlySet<string>,
): DetailSystems {
  const byDepartment = groupBy(communes, ({ department }) => department)
  const epcis = detailedEpcis(communes, hiddenEpcis)
  while (giveWayEverywhere([...byDepartment.values()], epcis));
  const departments: DetailSystem[] = []
  const parts: DetailSystems['parts'][number][] = []
  for (const own of byDepartment.values()) {
    const blocks = groupBy(own, ({ epci }) => (epci !== undefined && epcis.has(epci) ? epci : undefined))
    const { members, reserve } = detailedCommunes(blocks.get(undefined) ?? [])
    const ofDepartment: DetailMember[] = []
    for (const [code, block] of blocks) {
      if (code === undefined) continue
      ofDepartment.push({ kind: 'epci', code, communes: block })
      parts.push({ epci: code, ...detailedCommunes(block) })
    }
    departments.push({ members: [...ofDepartment, ...members], reserve })
  }
  return { departments, parts }
}

function detailedEpcis(communes: readonly PlacedCommune[], hidden: ReadonlySet<string>): Set<string> {
  const groups = groupBy(communes, ({ epci }) => epci)
  return new Set(
    [...groups].flatMap(([epci, own]) =>
      epci !== undefined && !hidden.has(epci) && sizeOf(own) >= leastForDetail ? [epci] : [],
    ),
  )
}

/** Takes EPCIs away where a department's reserve is too small; false where all are large enough. */
function giveWayEverywhere(departments: readonly (readonly PlacedCommune[])[], epcis: Set<string>): boolean {
  let isChanged = false
  for (const communes of departments) while (giveWay(communes, epcis)) isChanged = true
  return isChanged
}

function giveWay(communes: readonly PlacedCommune[], epcis: Set<string>): boolean {
  const groups = groupBy(communes, ({ epci }) => (epci !== undefined && epcis.has(epci) ? epci : undefined))
  const reserve = groups.get(undefined) ?? []
  groups.delete(undefined)
  const [smallest] = [...groups].sort(([a, one], [b, other]) => sizeOf(one) - sizeOf(other) || order(a, b))
  if (isReserve(reserve) || smallest?.[0] === undefined) return false
  epcis.delete(smallest[0])
  return true
}

/** The communes of a block that are told in detail, the largest first, as long as the others are a reserve. */
function detailedCommunes(block: readonly PlacedCommune[]): DetailSystem {
  const sorted = [...block].sort((a, b) => sizeOf([b]) - sizeOf([a]) || order(a.code, b.code))
  const eligible = sorted.filter(({ isShown, total }) => isShown && total.accompaniments >= leastForDetail)
  while (eligible.length > 0) {
    const reserve = block.filter((commune) => !eligible.includes(commune))
    if (isReserve(reserve))
      return {
        members: eligible.map((commune) => ({ kind: 'commune', code: commune.code, communes: [commune] })),
        reserve,
      }
    eligible.pop()
  }
  return { members: [], reserve: block }
}

function isReserve(communes: readonly CountedCommune[]): boolean {
  return communes.length >= leastCommunesInReserve && sizeOf(communes) >= leastForDetail
}

function sizeOf(communes: readonly CountedCommune[]): number {
  return sumOf(communes.map(({ total }) => total)).accompaniments
}

function order(a = '', b = ''): number {
  return a < b ? -1 : Number(a > b)
}
