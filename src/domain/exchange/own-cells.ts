import * as z from 'zod/mini'
import { documentIdSchema } from '../ids.ts'
import { jsonObjectSchema, type JsonObject } from '../json.ts'
import { placeKindLabels } from '../report/nomenclature.ts'
import { bodyOfCells } from './body-of-cells.ts'
import { splitList } from './cell-text.ts'
import type { Cells } from './columns.ts'
import { objectOf } from './field-list.ts'
import { LineReading } from './line-reading.ts'
import { readCode } from './read-values.ts'
import type { Ways } from './ways.ts'

/** Our own files are exact, and say everything that there is. */
export const ownWays: Ways = {
  split: splitList,
  code: (_, labels, text) => readCode(labels, text),
  commune: (text) => readInsee(text),
  place: (cells, reading) => ownPlace(cells, reading),
  fills: false,
}

/** The body that the cells of our own file say, the last column among them, before anybody judges it. */
export function bodyOfOwnCells(cells: Cells, reading: LineReading = new LineReading()): JsonObject {
  const body = bodyOfCells(cells, ownWays, reading)
  const others = otherFields(cells, reading)
  return Object.fromEntries(Object.entries({ ...body, ...others }).filter(([, value]) => value !== null))
}

function otherFields(cells: Cells, reading: LineReading): JsonObject {
  if (!cells.autres_champs) return {}
  const parsed = jsonObjectSchema.safeParse(jsonOf(cells.autres_champs))
  if (parsed.success) return parsed.data
  reading.fail('autres_champs', 'Cette colonne a été modifiée, et ne se lit plus.')
  return {}
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Whatever it is, it isn't what we wrote.
    return undefined
  }
}

function ownPlace(cells: Cells, reading: LineReading): JsonObject | undefined {
  const kind = cells.lieu ? readCode(placeKindLabels, cells.lieu) : undefined
  if (cells.lieu && kind === undefined)
    return reading.fail('lieu', `«\u00A0${cells.lieu}\u00A0» n’est pas un lieu connu.`)
  if (kind === undefined) return undefined
  const isPlace = kind === 'lieu_activite'
  return objectOf([
    ['kind', kind],
    ['lieuId', isPlace ? documentIdSchema.safeParse(cells.lieu_id).data : undefined],
    ['commune', isPlace || !cells.lieu_commune ? undefined : readInsee(cells.lieu_commune)],
  ])
}

const inseePattern = z.string().check(z.regex(/^(\d{2}|2[AB])\d{3}$/))

/** An INSEE code; a spreadsheet may have taken its first zero. */
export function readInsee(text: string): string | undefined {
  const code = text.trim().toUpperCase()
  return inseePattern.safeParse(/^\d{4}$/.test(code) ? `0${code}` : code).data
}
