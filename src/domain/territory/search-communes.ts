import type { Commune } from './commune.ts'
import { foldNames, foldTyped } from './fold-name.ts'

/** Communes made ready to be searched, the most populous first: matches then come in the order wanted. */
export type SearchableCommunes = readonly SearchableCommune[]

interface SearchableCommune {
  readonly commune: Commune
  /** The folded name after a space, so that every word begins with one. */
  readonly key: string
}

export function searchableCommunes(communes: readonly Commune[]): SearchableCommunes {
  const folded = foldNames(communes.map((commune) => commune.name))
  return communes
    .map((commune, index) => ({ commune, key: folded[index] ?? '' }))
    .sort((a, b) => b.commune.population - a.commune.population)
}

/**
 * Communes that a text may mean, likeliest first, at most `limit`: by the beginning of a postal code, by INSEE code,
 * or by name (foldName); a name and the beginning of a code tell homonyms apart (« saint-denis 974 »).
 *
 * The whole name first, then names that begin so, then those with a word that does; among equals the most populous.
 */
export function searchCommunes(
  searchable: SearchableCommunes,
  text: string,
  limit: number,
): readonly Commune[] {
  const compact = text.replace(/\s/g, '').toUpperCase()
  if (codeBeginning.test(compact)) return communesByCode(searchable, compact, limit)
  const readings = readingsOf(text)
  if (readings.length === 0) return []
  const found = communesByName(searchable, readings)
  return (found.length > 0 ? found : communesByLetters(searchable, readings)).slice(0, limit)
}

/** The beginning of a postal code or of an INSEE code; only the latter has Corsica's letters. */
const codeBeginning = /^(\d{1,5}|2[AB]\d{0,3})$/

/** Postal codes first: they are what people know. The commune that has the very INSEE code keeps the last seat. */
function communesByCode(searchable: SearchableCommunes, code: string, limit: number): readonly Commune[] {
  const communes = searchable.map(({ commune }) => commune)
  const byPostalCode = communes.filter((commune) => hasPostalCode(commune, code))
  const others = communes.filter((commune) => hasInseeCode(commune, code) && !hasPostalCode(commune, code))
  const first = [...byPostalCode, ...others].slice(0, limit)
  const exact = communes.filter((commune) => commune.code === code && !first.includes(commune))
  return [...first.slice(0, limit - exact.length), ...exact].slice(0, limit)
}

function hasPostalCode(commune: Commune, beginning: string): boolean {
  return commune.postalCodes.some((postalCode) => postalCode.startsWith(beginning))
}

/** In full only, as its beginnings would be taken for those of postal codes; Corsica's can't be. */
function hasInseeCode(commune: Commune, beginning: string): boolean {
  return commune.code === beginning || (/^2[AB]/.test(beginning) && commune.code.startsWith(beginning))
}

/** One way to read what was typed. */
interface Reading {
  /** Folded, after a space, as the keys are. */
  readonly name: string
  /** Beginning of a code that the commune must have; empty when none was typed. */
  readonly code: string
}

function readingsOf(text: string): readonly Reading[] {
  const named = (name: string, code: string) =>
    foldTyped(name).map((folded) => ({ name: ` ${folded}`, code }))
  const words = text.trim().split(/\s+/)
  const first = words[0]?.toUpperCase() ?? ''
  const last = words.at(-1)?.toUpperCase() ?? ''
  const readings = named(text, '')
  if (codeBeginning.test(last)) readings.push(...named(words.slice(0, -1).join(' '), last))
  if (codeBeginning.test(first)) readings.push(...named(words.slice(1).join(' '), first))
  return readings
}

function communesByName(searchable: SearchableCommunes, readings: readonly Reading[]): readonly Commune[] {
  const whole: Commune[] = []
  const beginning: Commune[] = []
  const word: Commune[] = []
  for (const entry of searchable) {
    const matching = readings.filter(
      ({ name, code }) => entry.key.includes(name) && fits(entry.commune, code),
    )
    if (matching.length === 0) continue
    if (matching.some(({ name }) => entry.key === name)) whole.push(entry.commune)
    else if (matching.some(({ name }) => entry.key.startsWith(name))) beginning.push(entry.commune)
    else word.push(entry.commune)
  }
  return [...whole, ...beginning, ...word]
}

/** When words are run together or cut elsewhere (« lhaylesroses »): the letters alone, in order. */
function communesByLetters(searchable: SearchableCommunes, readings: readonly Reading[]): readonly Commune[] {
  const letters = readings.map(({ name, code }) => ({ name: name.replaceAll(' ', ''), code }))
  return searchable
    .filter(({ commune, key }) => {
      const own = key.replaceAll(' ', '')
      return letters.some(({ name, code }) => own.startsWith(name) && fits(commune, code))
    })
    .map(({ commune }) => commune)
}

function fits(commune: Commune, code: string): boolean {
  return code === '' || hasPostalCode(commune, code) || hasInseeCode(commune, code)
}
