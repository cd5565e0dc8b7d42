import type { JsonObject } from '../json.ts'
import { reportKindLabels, type ReportKind } from '../report/kinds.ts'
import { activityFields } from './activity-cells.ts'
import type { Cells } from './columns.ts'
import { listOf, objectOf, textOf, type Field } from './field-list.ts'
import type { LineReading } from './line-reading.ts'
import { mediationCells } from './mediation-cells.ts'
import type { Ways } from './ways.ts'

/** The body of a report that a row's cells say, judged by nobody yet; what can't be read is noted. */
export function bodyOfCells(cells: Cells, ways: Ways, reading: LineReading): JsonObject {
  const kind = kindOf(cells, ways, reading)
  const isMediation = kind === 'individuel' || kind === 'collectif'
  return objectOf([
    ['kind', kind],
    ['date', reading.day('date', cells.date)],
    ...(kind === 'partenariat' ? [] : [minutesOf(cells, reading)]),
    ...(isMediation ? mediationCells(kind, cells, ways, reading) : []),
    ...(kind && !isMediation ? activityFields(kind, cells, ways, reading) : []),
    ['tags', listOf(ways.split(cells.etiquettes ?? ''))],
    ['structureTags', listOf(ways.split(cells.etiquettes_structure ?? ''))],
    ['notes', textOf(cells.note)],
    ['notesShared', reading.yesNo('note_partagee', cells.note_partagee) ?? (ways.fills ? false : undefined)],
    ['filedOn', reading.day('depose_le', cells.depose_le) ?? ways.today],
  ])
}

function kindOf(cells: Cells, ways: Ways, reading: LineReading): ReportKind | undefined {
  if (!cells.type) return ways.kind ?? reading.fail('type', 'Le type d’activité manque.')
  // A code of these labels is a kind: the labels are the kinds'.
  const kind = ways.code('type', reportKindLabels, cells.type) as ReportKind | undefined
  return kind ?? reading.fail('type', `«\u00A0${cells.type}\u00A0» n’est pas un type d’activité connu.`)
}

function minutesOf(cells: Cells, reading: LineReading): Field {
  return ['minutes', reading.minutes('duree_minutes', cells.duree_minutes)]
}
