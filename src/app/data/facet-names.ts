import type { FacetNames } from '../../domain/report/search/facet-words.ts'
import { inseeCodeSchema } from '../../domain/territory/commune.ts'
import { loadCommunes } from './communes.ts'
import type { CoopDatabase } from './database.ts'
import { placeNames } from './places.ts'

/** Names of what reports only hold the ids and codes of. */
export async function facetNamesOf(db: CoopDatabase): Promise<FacetNames> {
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
    people: new Map(
      // One whose name has left this device has none to be filtered by.
      beneficiaries.flatMap(({ id, body }) => {
        const name = `${textOf(body['firstName'])} ${textOf(body['name'])}`.trim()
        return name === '' ? [] : [[id, name]]
      }),
    ),
    communes: { get: nameOf },
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
