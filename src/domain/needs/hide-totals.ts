import { isSmallCount, type Count } from './counted-commune.ts'
import { groupBy } from '../group-by.ts'

/** A territory with some accompaniments, in a group (a commune's EPCI), in a whole whose total is known (its department). */
export interface Leaf {
  readonly code: string
  readonly count: Count
  /** Undefined where it is in none. A group may reach over several wholes. */
  readonly group: string | undefined
  readonly whole: string
}

export interface HiddenTotals {
  readonly leaves: ReadonlySet<string>
  readonly groups: ReadonlySet<string>
  /** Wholes in which nothing is told, not even where there was nothing. */
  readonly sealed: ReadonlySet<string>
}

/** So many are hidden together, and so many of them aren't small: whoever knows their own still can't tell the others. */
const leastHidden = 3
const leastNotSmall = 2

/**
 * Which totals are hidden, so that no sum of what is shown gives a small one.
 *
 * A *block* is the leaves of one group in one whole; its total is taken to be known to everybody. Where a block has
 * small leaves, they are hidden with the smallest others, equal ones all alike, until three are, two of them not small.
 * Where there aren't as many, the group's own total is hidden, and its leaves are a block with the other such leaves of
 * their whole; if need be with those of the next smallest group; if that doesn't do either, the whole is sealed.
 *
 * Why it holds: exchange everything that was counted in two hidden leaves of a block, and all totals, shown or summed,
 * are what they were; so are all figures of the whole, by any filter and of any day. Each hidden leaf may hence be the
 * one that isn't small. (In a sealed whole leaves of nothing are hidden too: each may be one of nothing.)
 *
 * @param wholesOf the wholes that a group reaches over, where nothing was counted too
 */
export function hideTotals(
  leaves: readonly Leaf[],
  wholesOf: (group: string) => readonly string[],
): HiddenTotals {
  const groups = new Set<string>()
  const sealed = new Set<string>()
  const byWhole = groupBy(leaves, ({ whole }) => whole)
  const merging = { groups, sealed, byWhole, wholesOf }
  while (mergeEverywhere(merging));
  const hidden = new Set<string>()
  for (const [whole, own] of byWhole) {
    const blocks = blocksOf(own, groups).values()
    const out = sealed.has(whole) ? own : [...blocks].flatMap((block) => hiddenInBlock(block) ?? block)
    for (const { code } of out) hidden.add(code)
  }
  return { leaves: hidden, groups: trulyHidden(groups, { leaves, hidden, sealed, wholesOf }), sealed }
}

interface Merging {
  readonly groups: Set<string>
  readonly sealed: Set<string>
  readonly byWhole: ReadonlyMap<string, readonly Leaf[]>
  readonly wholesOf: (group: string) => readonly string[]
}

/** Hides groups, and seals wholes, where a block doesn't hold; false where all do. A group is of several wholes' blocks. */
function mergeEverywhere(merging: Merging): boolean {
  let isMerged = false
  for (const [whole, leaves] of merging.byWhole)
    while (!merging.sealed.has(whole) && mergeOnce(merging, whole, leaves)) isMerged = true
  return isMerged
}

/** Hides one more group, or seals the whole, where a block of it doesn't hold. */
function mergeOnce(merging: Merging, whole: string, leaves: readonly Leaf[]): boolean {
  const { groups, sealed } = merging
  const blocks = blocksOf(leaves, groups)
  const failing = [...blocks].filter(([, block]) => hiddenInBlock(block) === undefined)
  if (failing.length === 0) return false
  const [group] = failing.find(([name]) => name !== rest) ?? []
  const next = group ?? smallestOf(blocks)
  if (next === undefined) {
    sealed.add(whole)
    for (const name of groupsReaching(whole, merging)) groups.add(name)
  } else groups.add(next)
  return true
}

/** The block of all that is in no group, or in a hidden one. No group is called so. */
const rest = ''

function blocksOf(leaves: readonly Leaf[], hiddenGroups: ReadonlySet<string>): Map<string, Leaf[]> {
  return groupBy(leaves, ({ group }) => (group === undefined || hiddenGroups.has(group) ? rest : group))
}

/** The leaves that a block hides; undefined where it can't hide them well. */
function hiddenInBlock(block: readonly Leaf[]): readonly Leaf[] | undefined {
  const small = block.filter(({ count }) => isSmallCount(count))
  if (small.length === 0) return []
  const others = block.filter(({ count }) => !isSmallCount(count)).sort(bySize)
  const least = Math.max(leastNotSmall, leastHidden - small.length)
  const last = others[least - 1]
  if (last === undefined) return undefined
  return [...small, ...others.filter((leaf) => bySize(leaf, last) <= 0)]
}

function bySize(a: Leaf, b: Leaf): number {
  return a.count.accompaniments - b.count.accompaniments
}

function smallestOf(blocks: ReadonlyMap<string, readonly Leaf[]>): string | undefined {
  const sizes = [...blocks]
    .filter(([name]) => name !== rest)
    .map(([name, block]) => ({
      name,
      size: block.reduce((sum, { count }) => sum + count.accompaniments, 0),
    }))
  return sizes.sort((a, b) => a.size - b.size || a.name.localeCompare(b.name))[0]?.name
}

function groupsReaching(whole: string, { byWhole, wholesOf }: Merging): string[] {
  const all = new Set([...byWhole.values()].flat().flatMap(({ group }) => group ?? []))
  return [...all].filter((group) => wholesOf(group).includes(whole))
}

interface Hiding extends Pick<Merging, 'sealed' | 'wholesOf'> {
  readonly leaves: readonly Leaf[]
  readonly hidden: ReadonlySet<string>
}

/** A group that was merged for its company, and whose leaves are all shown after all, would be found by adding them. */
function trulyHidden(groups: ReadonlySet<string>, { leaves, hidden, sealed, wholesOf }: Hiding): Set<string> {
  const withHidden = new Set(leaves.flatMap(({ code, group }) => (hidden.has(code) ? (group ?? []) : [])))
  return new Set(
    [...groups].filter(
      (group) => withHidden.has(group) || wholesOf(group).some((whole) => sealed.has(whole)),
    ),
  )
}
