import { derivedId } from '../exchange/line-identity.ts'
import type { DocumentId, ScopeId } from '../ids.ts'
import type { JsonObject } from '../json.ts'
import { validateBody } from '../sync/validate-body.ts'
import { foldName } from '../territory/fold-name.ts'

/** One place of a file of the national schema (*lieux de médiation numérique*), by the schema's names of fields. */
export type PlaceFields = Readonly<Record<string, string>>

/** Whether the heads of a file are those of the schema. */
export function isPlaceFile(heads: readonly string[]): boolean {
  const has = (head: string) => heads.includes(head)
  return has('nom') && (has('commune') || has('code_insee')) && (has('adresse') || has('code_postal'))
}

export type PlaceOutcome =
  | {
      readonly comes: true
      readonly id: DocumentId
      readonly name: string
      readonly commune: string
      readonly body: JsonObject
    }
  | { readonly comes: false; readonly text: string }

/**
 * Reads one place of such a file. Its id follows from the schema's, its name and its commune: the same file brings the
 * same place however often it is read, and one that was renamed or has moved since is another.
 */
export function readPlace(
  fields: PlaceFields,
  scope: ScopeId,
  communeOf: (name: string, postalCode: string) => string | undefined,
): PlaceOutcome {
  const name = textAt(fields, 'nom') ?? ''
  const commune = communeIn(fields, communeOf)
  if (commune === undefined)
    return { comes: false, text: 'La commune ne se reconnaît pas\u00A0: donnez son code INSEE.' }
  const officialId = textAt(fields, 'id')
  const body = withoutAbsent({
    name,
    commune,
    address: textAt(fields, 'adresse'),
    postalCode: textAt(fields, 'code_postal')?.padStart(5, '0'),
    itinerant: isItinerant(fields) || undefined,
    officialId,
    typology: textAt(fields, 'typologie')?.split('|')[0],
    latitude: numberAt(fields, 'latitude'),
    longitude: numberAt(fields, 'longitude'),
  })
  const validity = validateBody('place', body)
  if (!validity.valid) return { comes: false, text: validity.message }
  return {
    comes: true,
    id: derivedId([
      scope,
      'place',
      ...(officialId === undefined ? [] : [officialId]),
      `${foldName(name)} ${commune}`,
    ]),
    name,
    commune,
    body,
  }
}

function communeIn(
  fields: PlaceFields,
  communeOf: (name: string, postalCode: string) => string | undefined,
): string | undefined {
  const insee = textAt(fields, 'code_insee')?.toUpperCase().padStart(5, '0')
  if (insee !== undefined && /^(\d{2}|2[AB])\d{3}$/.test(insee)) return insee
  const name = textAt(fields, 'commune')
  return name === undefined ? undefined : communeOf(name, textAt(fields, 'code_postal') ?? '')
}

/** The schema's own words, parted by bars. */
function isItinerant(fields: PlaceFields): boolean {
  return (textAt(fields, 'itinerance') ?? '').split('|').some((word) => foldName(word) === 'itinerant')
}

function textAt(fields: PlaceFields, field: string): string | undefined {
  const text = Object.hasOwn(fields, field) ? fields[field]?.trim() : undefined
  return text === '' ? undefined : text
}

function numberAt(fields: PlaceFields, field: string): number | undefined {
  const value = Number((textAt(fields, field) ?? 'no').replace(',', '.'))
  return Number.isFinite(value) ? value : undefined
}

function withoutAbsent(fields: Readonly<Record<string, JsonObject[string] | undefined>>): JsonObject {
  const given = Object.entries(fields).filter(
    (field): field is [string, JsonObject[string]] => field[1] !== undefined,
  )
  return Object.fromEntries(given)
}
