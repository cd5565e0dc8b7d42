import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Commune } from '../../src/domain/territory/commune.ts'
import { parseOfficialCommunes } from '../../src/domain/territory/official-communes.ts'

/** A data file of the installed package, as it is. */
export function officialFile(name: 'communes' | 'departements'): unknown {
  const require = createRequire(import.meta.url)
  return JSON.parse(
    readFileSync(require.resolve(`@etalab/decoupage-administratif/data/${name}.json`), 'utf8'),
  )
}

/** France's communes, with exact populations. */
export function officialCommunes(): readonly Commune[] {
  return parseOfficialCommunes(officialFile('communes'))
}
