import { facetWords, type FacetNames } from '../../../domain/report/search/facet-words.ts'
import type { FacetValue } from '../../../domain/report/search/facets.ts'
import { facetOf, valueOf } from '../../../domain/report/search/report-filter.ts'
import type { Figures } from '../../../domain/statistics/compute-figures.ts'
import type { Weight } from '../../../domain/statistics/weights.ts'
import type { BlockDefinition } from './block-definitions.ts'

export interface BlockRow {
  key: string
  label: string
  amount: number
  /** Of everything that the block is about; undefined where there is nothing to be a share of. */
  share: number | undefined
  /** What finds the reports that it counts; undefined for *Non communiqué*, by which nothing is found. */
  value: FacetValue | undefined
}

/** The lines of a breakdown, in the order in which they are shown; none for what there is nothing of. */
export function blockRows(block: BlockDefinition, figures: Figures, names: FacetNames): BlockRow[] {
  const whole = wholeOf(block, figures)
  const shareOf = (amount: number) => (whole > 0 ? amount / whole : undefined)
  const rows = amountsOf(block, figures).map(([value, amount]): BlockRow => ({
    key: value,
    label: facetWords(value, names),
    amount,
    share: shareOf(amount),
    value,
  }))
  const sorted = inOrder(rows, block)
  const rest = block.unit === 'people' ? whole - rows.reduce((sum, { amount }) => sum + amount, 0) : 0
  if (rest <= 0 || rows.length === 0) return sorted
  return [
    ...sorted,
    { key: 'rest', label: 'Non communiqué', amount: rest, share: shareOf(rest), value: undefined },
  ]
}

function amountsOf(block: BlockDefinition, { weights, traits }: Figures): [FacetValue, number][] {
  const isOfBlock = (value: FacetValue) =>
    facetOf(value) === block.facet && (block.has?.(valueOf(value)) ?? true)
  const all: Iterable<[FacetValue, number]> =
    block.unit === 'people' ? traits : weightsIn(weights, block.unit)
  return [...all].filter(([value, amount]) => amount > 0 && isOfBlock(value))
}

function* weightsIn(
  weights: Figures['weights'],
  unit: keyof Weight,
): Generator<[FacetValue, number], undefined> {
  for (const [value, weight] of weights) yield [value, weight[unit]]
}

function wholeOf({ unit, kind, facet }: BlockDefinition, figures: Figures): number {
  if (kind) return figures.weights.get(`type:${kind}`)?.activities ?? 0
  if (facet === 'delai') return figures.delay.activities
  switch (unit) {
    case 'accompaniments':
      return figures.accompaniments
    case 'activities':
      return figures.activities
    case 'minutes':
      return figures.minutes.total
    case 'people':
      return figures.beneficiaries.total
  }
}

function inOrder(rows: BlockRow[], { order }: BlockDefinition): BlockRow[] {
  const placeOf = ({ key }: BlockRow) => {
    const place = order?.indexOf(key.slice(key.indexOf(':') + 1)) ?? -1
    return place < 0 ? Infinity : place
  }
  return rows.toSorted((a, b) =>
    order && placeOf(a) !== placeOf(b) ? placeOf(a) - placeOf(b) : b.amount - a.amount,
  )
}
