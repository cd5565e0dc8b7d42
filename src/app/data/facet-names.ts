import type { FacetNames } from '../../domain/report/search/facet-words.ts'
import { inseeCodeSchema } from '../../domain/territory/commune.ts'
import { loadCommunes } from './communes.ts'
import type { ResolvePerson } from '../../domain/beneficiary/resolve-people.ts'
import type { CoopDatabase } from './database.ts'
import { namesOfRows } from './people-names.ts'
import { resolverOfRows } from './people-of-rows.ts'
import { placeNames } from './places.ts'

/** Names, and whom the id of a person means once merges are followed. */
export interface FacetNamesHere extends FacetNames {
  readonly resolvePerson: ResolvePerson
}

/** Names of what reports only hold the ids and codes of. */
export async function facetNamesOf(db: CoopDatabase): Promise<FacetNamesHere> {
  const [places, beneficiaries, communes] = await Promise.all([
    placeNames(db),
    db.beneficiary.toArray(),
    // On the device once the app is installed; before, a commune has no name to be found by.
    loadCommunes().catch(() => undefined),
  ])
  const nameOf = (code: string) => {
    const known = inseeCodeSchema.safeParse(code)
    return known.success ? communes?.byCode(known.data)?.name : undefined
  }
  return {
    places,
    people: namesOfRows(beneficiaries),
    resolvePerson: resolverOfRows(beneficiaries),
    communes: { get: nameOf },
  }
}
