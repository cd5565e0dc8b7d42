import { readPlace, type PlaceFields } from '../../../domain/place/place-file.ts'
import { foldName } from '../../../domain/territory/fold-name.ts'
import { loadCommunes } from '../../data/communes.ts'
import { placesOfScope } from '../../data/places.ts'
import { communeNamed } from './commune-named.ts'
import {
  readSliced,
  withFates,
  type PlanContext,
  type PlannedLine,
  type PlanProgress,
  type ReadLine,
} from './plan.ts'

/** Says place by place what a file of the national schema would bring; a place of the same name in its commune is there. */
export async function planPlaces(
  lines: readonly { n: number; fields: PlaceFields }[],
  { db, scope }: PlanContext,
  progress: PlanProgress,
): Promise<PlannedLine[]> {
  const communes = await loadCommunes()
  const known = new Map(
    (await placesOfScope(db, scope)).map((place) => [nameOf(place.name, place.commune), place.id]),
  )
  const read = ({ n, fields }: { n: number; fields: PlaceFields }): ReadLine => {
    const outcome = readPlace(fields, scope, (name, postal) => communeNamed(communes, name, postal))
    const title = [fields['nom'], fields['commune']].filter(Boolean).join(', ')
    if (!outcome.comes) return { n, title, problems: [{ text: outcome.text }] }
    const id = known.get(nameOf(outcome.name, outcome.commune)) ?? outcome.id
    return { n, title, problems: [], document: { scope, collection: 'place', id, body: outcome.body } }
  }
  return withFates(db, await readSliced(lines, read, progress))
}

function nameOf(name: string, commune: string): string {
  return `${foldName(name)} ${commune}`
}
