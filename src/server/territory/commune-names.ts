import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { InseeCode } from '../../domain/territory/commune.ts'
import { parseOfficialCommunes } from '../../domain/territory/official-communes.ts'

export interface NamedCommune {
  readonly name: string
  /** Inhabitants, exact. */
  readonly population: number
}

/** Every commune of today by its INSEE code; a code of the past has no entry. */
export type CommuneNames = ReadonlyMap<InseeCode, NamedCommune>

let reading: Promise<CommuneNames> | undefined

/** Names of communes, read from the installed package at the first call and kept: some 35,000 short entries. */
export function communeNames(): Promise<CommuneNames> {
  reading ??= readNames().catch((error: unknown) => {
    reading = undefined
    throw error
  })
  return reading
}

async function readNames(): Promise<CommuneNames> {
  const file = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/communes.json')
  const communes = parseOfficialCommunes(JSON.parse(await readFile(file, 'utf8')))
  return new Map(communes.map(({ code, name, population }) => [code, { name, population }]))
}
