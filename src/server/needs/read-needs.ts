import {
  isInRemit,
  type NeedsRow,
  type NeedsTerritory,
  type StateNeeds,
  type ToldNeeds,
} from '../../domain/access/state-needs.ts'
import { CodedError } from '../../domain/errors.ts'
import { nation, type TerritoryName } from '../../domain/needs/territory-key.ts'
import { editionCommunes, editionRows, type EditionMade, type KeptRow } from '../store/needs-editions.ts'
import type { Db } from '../store/tables.ts'
import { allTerritories, type Territories, type Territory } from '../territory/territories.ts'
import { dueEditions, type EditionParts } from './make-due-editions.ts'

export interface NeedsQuestion {
  /** A department, or the nation where it is null. */
  readonly remit: string | null
  readonly territory: TerritoryName
  /** The last one that is told without one. */
  readonly year: number | undefined
}

/** What a territory needs. Throws `forbidden` beyond the remit, `not-found` for a year that isn't told. */
export async function readNeeds(parts: EditionParts, question: NeedsQuestion): Promise<StateNeeds> {
  const territories = await allTerritories()
  const territory = readableTerritory(territories, question)
  const editions = await dueEditions(parts)
  const year = question.year ?? editions[0]?.year
  const edition = editions.find((one) => one.year === year)
  if (question.year !== undefined && !edition) throw new CodedError('not-found')
  return {
    years: editions.map((one) => one.year),
    territory,
    above: aboveOf(territories, question),
    edition: edition ? await editionOf(parts.store.db, { territories, question, editions, edition }) : null,
  }
}

/** A commune of the past has no name any more, but its department. */
function readableTerritory(territories: Territories, { remit, territory }: NeedsQuestion): NeedsTerritory {
  const known = territories.find(territory)
  if (!isInRemit(remit, territory, known?.departments ?? [])) throw new CodedError('forbidden')
  const isPast = territory.kind === 'commune' && territories.tree.departmentOf(territory.code) !== undefined
  if (!known && !isPast) throw new CodedError('not-found')
  return known ? named(known) : pastCommune(territory.code)
}

function named({ kind, code, name, population }: Territory): NeedsTerritory {
  return { kind, code, name, population }
}

function pastCommune(code: string): NeedsTerritory {
  return { kind: 'commune', code, name: `Ancienne commune ${code}`, population: null }
}

function aboveOf({ tree, find }: Territories, { remit, territory }: NeedsQuestion): StateNeeds['above'] {
  const { kind, code } = territory
  const epci = kind === 'commune' ? tree.communes.get(code)?.epci : undefined
  const departments = kind === 'commune' ? [tree.departmentOf(code)] : (find(territory)?.departments ?? [])
  const isBelow = kind === 'commune' || kind === 'epci'
  const department = isBelow && departments.length === 1 ? departments[0] : undefined
  const regions = new Set(
    kind === 'region' || kind === 'france' ? [] : departments.map((one) => tree.regionOf(one ?? '')),
  )
  const region = regions.size === 1 ? [...regions][0] : undefined
  const names: TerritoryName[] = [
    ...(kind === 'france' ? [] : [nation]),
    ...(region === undefined ? [] : [{ kind: 'region' as const, code: region }]),
    ...(department === undefined ? [] : [{ kind: 'departement' as const, code: department }]),
    ...(epci === undefined ? [] : [{ kind: 'epci' as const, code: epci }]),
  ]
  return names.flatMap((name) => {
    const known = find(name)
    if (!known || !isInRemit(remit, name, known.departments)) return []
    return [{ kind: known.kind, code: known.code, name: known.name }]
  })
}

interface EditionAsked {
  readonly territories: Territories
  readonly question: NeedsQuestion
  readonly editions: readonly EditionMade[]
  readonly edition: EditionMade
}

async function editionOf(db: Db, asked: EditionAsked): Promise<NonNullable<StateNeeds['edition']>> {
  const { edition, editions, question } = asked
  const { year, madeAt } = edition
  const { kind, code } = question.territory
  const isBeforeTold = editions.some((one) => one.year === year - 1)
  const own = await editionRows(db, [year, year - 1], kind, [code])
  return {
    year,
    madeAt,
    now: told(own, year),
    before: isBeforeTold ? told(own, year - 1) : null,
    within: await withinOf(db, asked, isBeforeTold),
  }
}

function told(rows: readonly KeptRow[], year: number): ToldNeeds {
  const row = rows.find((one) => one.year === year)
  return row ? { accompaniments: row.accompaniments, values: row.values } : { accompaniments: 0, values: {} }
}

/** Departments of the nation or a region, EPCIs and communes of a department, communes of an EPCI. */
async function withinOf(
  db: Db,
  { territories, question, edition: { year } }: EditionAsked,
  isBeforeTold: boolean,
): Promise<NeedsRow[]> {
  const { territory, remit } = question
  const years = [year, year - 1]
  const of = (kind: 'commune' | 'epci' | 'departement') =>
    territories
      .within(territory, kind)
      .filter(({ departments, code }) => isInRemit(remit, { kind, code }, departments))
  const rowsOf = async (kind: 'commune' | 'epci' | 'departement') => {
    const own = of(kind)
    const rows = await editionRows(
      db,
      years,
      kind,
      own.map(({ code }) => code),
    )
    return joined(own.map(named), rows, { year, isBeforeTold })
  }
  switch (territory.kind) {
    case 'france':
    case 'region':
      return rowsOf('departement')
    case 'departement': {
      const rows = await editionCommunes(db, years, territory.code)
      const today = of('commune').map(named)
      const known = new Set(today.map(({ code }) => code))
      const past = [...new Set(rows.map(({ code }) => code))]
        .filter((code) => !known.has(code))
        .map(pastCommune)
      return [...(await rowsOf('epci')), ...joined([...today, ...past], rows, { year, isBeforeTold })]
    }
    case 'epci':
      return rowsOf('commune')
    case 'commune':
      return []
  }
}

function joined(
  territories: readonly NeedsTerritory[],
  rows: readonly KeptRow[],
  { year, isBeforeTold }: { year: number; isBeforeTold: boolean },
): NeedsRow[] {
  const byCode = new Map(rows.map((row) => [`${row.year} ${row.code}`, row.accompaniments]))
  // What no edition names is none.
  const countIn = (code: string, of: number) => {
    const count = byCode.get(`${of} ${code}`)
    return count === undefined ? 0 : count
  }
  return territories.map((territory) => ({
    ...territory,
    accompaniments: countIn(territory.code, year),
    ...(isBeforeTold ? { before: countIn(territory.code, year - 1) } : {}),
  }))
}
