import * as z from 'zod/mini'
import { isOwnFile } from '../../../domain/exchange/columns.ts'
import { isPlaceFile, type PlaceFields } from '../../../domain/place/place-file.ts'
import { everythingFormat } from '../../data/export-own.ts'
import type { FileRefusal, ReadFile, Table } from '../../data/files/table.ts'

/** What a file turns out to be. */
export type Source =
  | { readonly kind: 'own' | 'other'; readonly table: Table }
  | { readonly kind: 'places'; readonly lines: readonly { n: number; fields: PlaceFields }[] }
  | { readonly kind: 'everything'; readonly documents: readonly unknown[] }

export type Recognised =
  | { readonly ok: true; readonly source: Source }
  | { readonly ok: false; readonly reason: FileRefusal | 'unknown-json' }

/** Recognises our own files by their heads, places by those of the national schema; anything else is to be matched. */
export function recognise(read: ReadFile): Recognised {
  if (!read.ok) return read
  if ('json' in read) return recogniseJson(read.json)
  const { table } = read
  if (isPlaceFile(table.heads)) return { ok: true, source: { kind: 'places', lines: placeLines(table) } }
  return { ok: true, source: { kind: isOwnFile(table.heads) ? 'own' : 'other', table } }
}

function placeLines({ heads, rows }: Table): { n: number; fields: PlaceFields }[] {
  return rows.map(({ n, cells }) => ({
    n,
    fields: Object.fromEntries(heads.map((head, index) => [head, cells[index] ?? ''])),
  }))
}

const everythingSchema = z.object({ format: z.literal(everythingFormat), documents: z.array(z.unknown()) })
const placesSchema = z.array(z.record(z.string(), z.unknown()))

function recogniseJson(json: unknown): Recognised {
  const everything = everythingSchema.safeParse(json)
  if (everything.success) {
    return { ok: true, source: { kind: 'everything', documents: everything.data.documents } }
  }
  const places = placesSchema.safeParse(json)
  const lines = places.success ? places.data.map(textsOf) : []
  if (!lines.some((fields) => isPlaceFile(Object.keys(fields)))) return { ok: false, reason: 'unknown-json' }
  return {
    ok: true,
    source: { kind: 'places', lines: lines.map((fields, index) => ({ n: index + 1, fields })) },
  }
}

/** The texts and numbers of an object: nothing else is in the schema. */
function textsOf(fields: Readonly<Record<string, unknown>>): PlaceFields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[field, String(value)]] : [],
    ),
  )
}
