import type { NeedsRow } from '../../../../domain/access/state-needs.ts'
import type { Sort } from '../../../ui/SortHead.tsx'
import { rateOf } from './rates.ts'

export type WithinKind = 'departement' | 'epci' | 'commune'

interface TerritoryWords {
  readonly title: string
  readonly one: string
  readonly withoutAny: string
  /** How many are hidden, by one and by several. */
  readonly hidden: readonly [one: string, many: string]
  readonly all: string
}

export const territoryWords: Readonly<Record<WithinKind, TerritoryWords>> = {
  departement: {
    title: 'Départements',
    one: 'Département',
    withoutAny: 'Départements sans accompagnement',
    hidden: ['masqué', 'masqués'],
    all: 'Tous',
  },
  epci: {
    title: 'Intercommunalités',
    one: 'Intercommunalité',
    withoutAny: 'Intercommunalités sans accompagnement',
    hidden: ['masquée', 'masquées'],
    all: 'Toutes',
  },
  commune: {
    title: 'Communes',
    one: 'Commune',
    withoutAny: 'Communes sans accompagnement',
    hidden: ['masquée', 'masquées'],
    all: 'Toutes',
  },
}

export type Standing = 'some' | 'none' | 'hidden'

export function standingOf({ accompaniments }: NeedsRow): Standing {
  if (accompaniments === null) return 'hidden'
  return accompaniments === 0 ? 'none' : 'some'
}

/** Rows in the order asked for; what is hidden or isn't known comes last, either way. */
export function sortedRows(rows: readonly NeedsRow[], { key, direction }: Sort): NeedsRow[] {
  const way = direction === 'ascending' ? 1 : -1
  const byName = (a: NeedsRow, b: NeedsRow) => a.name.localeCompare(b.name, 'fr')
  if (key === 'name') return rows.toSorted((a, b) => way * byName(a, b))
  const amountOf = (row: NeedsRow) => amountBy(key, row)
  return rows.toSorted((a, b) => {
    const [one, other] = [amountOf(a), amountOf(b)]
    if (one === undefined || other === undefined)
      return Number(one === undefined) - Number(other === undefined) || byName(a, b)
    return way * (one - other) || byName(a, b)
  })
}

function amountBy(key: string, { accompaniments, population, before }: NeedsRow): number | undefined {
  if (key === 'accompaniments') return accompaniments ?? undefined
  if (key === 'rate') return rateOf(accompaniments, population)
  return (key === 'before' ? before : population) ?? undefined
}
