import type { FoundTerritory } from '../../domain/access/state-needs.ts'
import { departmentName, isDepartmentCode } from '../../domain/territory/departments.ts'
import { foldNames, foldTyped } from '../../domain/territory/fold-name.ts'
import type { Territories, Territory } from './territories.ts'

interface Searchable {
  readonly territory: Territory
  /** The folded name after a space, so that every word begins with one. */
  readonly key: string
}

const prepared = new WeakMap<Territories, readonly Searchable[]>()

/**
 * Territories that a text may mean, at most so many: by name, by a department's number, by a commune's INSEE or postal
 * code. The whole name first, then names that begin so, then those with a word that does; among equals the most populous.
 */
export function searchTerritories(
  territories: Territories,
  text: string,
  isReadable: (territory: Territory) => boolean,
  limit = 12,
): FoundTerritory[] {
  const readings = foldTyped(text).map((folded) => ` ${folded}`)
  const code = text.replace(/\s/g, '').toUpperCase()
  const ranked = searchable(territories).flatMap(({ territory, key }) => {
    const rank = hasCode(territory, code) ? 0 : rankOf(key, readings)
    return rank === undefined ? [] : [{ territory, rank }]
  })
  return ranked
    .filter(({ territory }) => isReadable(territory))
    .sort((a, b) => a.rank - b.rank || b.territory.population - a.territory.population)
    .slice(0, limit)
    .map(({ territory }) => found(territory))
}

function searchable(territories: Territories): readonly Searchable[] {
  const known = prepared.get(territories)
  if (known) return known
  const keys = foldNames(territories.all.map(({ name }) => name))
  const made = territories.all.map((territory, index) => ({ territory, key: keys[index] ?? '' }))
  prepared.set(territories, made)
  return made
}

function hasCode({ kind, code, postalCodes }: Territory, typed: string): boolean {
  if (typed === '' || kind === 'region') return false
  return code === typed || (typed.length === 5 && postalCodes.includes(typed))
}

function rankOf(key: string, readings: readonly string[]): number | undefined {
  if (readings.some((reading) => key === reading)) return 0
  if (readings.some((reading) => key.startsWith(reading))) return 1
  return readings.some((reading) => key.includes(reading)) ? 2 : undefined
}

function found({ kind, code, name, population, departments }: Territory): FoundTerritory {
  return { kind, code, name, population, detail: detailOf(kind, departments) }
}

/** What it is, and where: many communes bear one name. */
function detailOf(kind: Territory['kind'], departments: readonly string[]): string {
  const where = departments
    .map((code) => (isDepartmentCode(code) ? `${departmentName(code)} (${code})` : code))
    .join(', ')
  switch (kind) {
    case 'commune':
      return `Commune, ${where}`
    case 'epci':
      return `Intercommunalité, ${where}`
    case 'departement':
      return `Département (${departments.join(', ')})`
    case 'region':
      return 'Région'
    case 'france':
      return 'Tous les départements'
  }
}
