import type { JsonObject } from '../json.ts'
import { levelLabels } from '../report/activity-nomenclature.ts'
import {
  ageRangeLabels,
  autonomyLabels,
  equipmentLabels,
  formerAgeRangeLabels,
  formerStatusLabels,
  genderLabels,
  orientationLabels,
  statusLabels,
  unmetNeedLabels,
} from '../report/nomenclature.ts'
import { administrativeThemeLabels, themeLabels } from '../report/themes.ts'
import { splitList } from './cell-text.ts'
import type { Cells, ColumnName } from './columns.ts'
import { listOf, objectOf, textOf, type Field } from './field-list.ts'
import type { LineReading } from './line-reading.ts'
import { readAgeRange, readCode, readCount, type Labels } from './read-values.ts'
import type { Ways } from './ways.ts'

/** What the cells say of the two kinds that are accompaniments. */
export function mediationCells(
  kind: 'individuel' | 'collectif',
  cells: Cells,
  ways: Ways,
  reading: LineReading,
): Field[] {
  return [
    ['place', ways.place(cells, reading)],
    ['themes', reading.codes('thematiques', themeLabels, cells, ways)],
    ['administrativeThemes', listOf(reading.codes('demarches', administrativeThemeLabels, cells, ways))],
    ['procedureName', textOf(cells.demarche_nom)],
    ['equipment', listOf(reading.codes('materiel', equipmentLabels, cells, ways))],
    ...(kind === 'individuel' ? personCells(cells, ways, reading) : workshopCells(cells, ways, reading)),
  ]
}

function personCells(cells: Cells, ways: Ways, reading: LineReading): Field[] {
  const orientation = reading.code('orientation', orientationLabels, cells.orientation, ways)
  const oriented = reading.yesNo('oriente', cells.oriente)
  return [
    ['beneficiary', beneficiaryOf(cells, ways, reading)],
    ['autonomy', reading.code('autonomie', autonomyLabels, cells.autonomie, ways)],
    // Whoever says where a person was sent on to says that they were.
    ['oriented', oriented ?? (ways.fills && orientation !== undefined ? true : undefined)],
    ['orientation', orientation],
    ['unmetNeeds', listOf(reading.codes('besoins_non_couverts', unmetNeedLabels, cells, ways))],
  ]
}

function beneficiaryOf(cells: Cells, ways: Ways, reading: LineReading): JsonObject {
  const id = textOf(cells.personne_id)
  return objectOf([
    ['kind', id === undefined ? 'anonyme' : 'suivi'],
    ['id', id],
    [
      'alreadyAccompanied',
      id === undefined ? reading.yesNo('deja_accompagne', cells.deja_accompagne) : undefined,
    ],
    ['commune', communeOf('personne_commune', cells, ways, reading)],
    ['gender', reading.code('genre', genderLabels, cells.genre, ways)],
    ...ageOf(cells, ways, reading),
    ...statusOf(cells, ways, reading),
  ])
}

/** Today's ranges first; what only the first national tool said is kept as it is. */
function ageOf(cells: Cells, ways: Ways, reading: LineReading): Field[] {
  const cell = textOf(cells.tranche_age)
  if (cell === undefined) return []
  const range = ways.code('tranche_age', ageRangeLabels, cell) ?? readAgeRange(cell)
  const former = range === undefined ? readFormer(formerAgeRangeLabels, cell) : undefined
  if (former !== undefined) return [['formerAgeRange', former]]
  return [['ageRange', (range ?? reading.code('tranche_age', ageRangeLabels, cell, ways)) || undefined]]
}

function statusOf(cells: Cells, ways: Ways, reading: LineReading): Field[] {
  const cell = textOf(cells.statut)
  if (cell === undefined) return []
  const status = ways.code('statut', statusLabels, cell)
  const former = status === undefined ? readFormer(formerStatusLabels, cell) : undefined
  if (former !== undefined) return [['formerStatus', former]]
  return [['status', (status ?? reading.code('statut', statusLabels, cell, ways)) || undefined]]
}

/** A range of the first national tool, as it wrote it: « 18-35 ans » without what our label adds. */
function readFormer(labels: Labels, text: string): string | undefined {
  const said = text.replace(/\s*ans$/, '').replaceAll(/\s*(?:à|–|—)\s*/g, '-')
  const shown = Object.fromEntries(
    Object.entries(labels).map(([code, label]) => [code, label.replace(/(?: ans)? \(.*/, '')]),
  )
  return readCode(labels, text) ?? readCode(shown, said)
}

export function communeOf(
  column: ColumnName,
  cells: Cells,
  ways: Ways,
  reading: LineReading,
): string | undefined {
  const cell = textOf(cells[column])
  if (cell === undefined) return undefined
  const code = ways.commune(cell)
  return (
    code ??
    reading.fail(
      column,
      `«\u00A0${cell}\u00A0» n’est pas une commune que l’on peut reconnaître\u00A0: donnez son code INSEE.`,
    )
  )
}

function workshopCells(cells: Cells, ways: Ways, reading: LineReading): Field[] {
  return [
    ['title', textOf(cells.titre)],
    ['level', reading.code('niveau', levelLabels, cells.niveau, ways)],
    ['participants', listOf(splitList(cells.participants_suivis ?? '').map(participantOf))],
    ['anonymous', groupOf(cells, reading)],
  ]
}

/** A named participant: the id, then what the day of the workshop knew of the person. */
function participantOf(text: string): JsonObject {
  const [id = '', ...traits] = text.split(' ')
  const said = new Map(traits.map((trait) => [trait.split('=')[0], trait.split('=')[1]]))
  return objectOf([
    ['id', id],
    ['commune', said.get('commune')],
    ['gender', said.get('genre')],
    ['ageRange', said.get('age')],
    ['status', said.get('statut')],
  ])
}

function groupOf(cells: Cells, reading: LineReading): JsonObject | undefined {
  const total = reading.count('anonymes_total', cells.anonymes_total)
  if (total === undefined) return undefined
  return objectOf([
    ['total', total],
    ['alreadyAccompanied', reading.count('anonymes_deja_accompagnes', cells.anonymes_deja_accompagnes)],
    ['gender', marginOf('anonymes_genre', cells, reading)],
    ['ageRange', marginOf('anonymes_tranche_age', cells, reading)],
    ['status', marginOf('anonymes_statut', cells, reading)],
  ])
}

function marginOf(column: ColumnName, cells: Cells, reading: LineReading): JsonObject | undefined {
  const parts = splitList(cells[column] ?? '').map((part) => part.split('='))
  if (parts.length === 0) return undefined
  const counted = parts.map(([code = '', count = '']) => [code, readCount(count)] as const)
  if (counted.some(([, count]) => count === undefined)) {
    return reading.fail(column, 'Écrivez par exemple feminin=3|masculin=2.')
  }
  return objectOf(counted)
}
