import type { JsonObject } from '../json.ts'
import {
  animationThemeLabels,
  animationTypeLabels,
  eventTypeLabels,
  initiativeLabels,
  organisationLabels,
  otherTimeLabels,
  partnershipNatureLabels,
  scaleLabels,
} from '../report/activity-nomenclature.ts'
import type { ReportKind } from '../report/kinds.ts'
import { splitList } from './cell-text.ts'
import type { Cells } from './columns.ts'
import { listOf, objectOf, textOf, type Field } from './field-list.ts'
import type { LineReading } from './line-reading.ts'
import type { Ways } from './ways.ts'

/** What the cells say of the kinds that accompany nobody. */
export function activityFields(
  kind: Exclude<ReportKind, 'individuel' | 'collectif'>,
  cells: Cells,
  ways: Ways,
  reading: LineReading,
): Field[] {
  switch (kind) {
    case 'hors_accompagnement':
      return otherTime(cells, ways, reading)
    case 'animation':
      return animation(cells, ways, reading)
    case 'evenement':
      return event(cells, ways, reading)
    case 'partenariat':
      return partnership(cells, ways, reading)
  }
}

function otherTime(cells: Cells, ways: Ways, reading: LineReading): Field[] {
  const hasPlace = cells.lieu || cells.lieu_id || cells.lieu_nom
  return [
    ['activity', reading.code('activite', otherTimeLabels, cells.activite, ways)],
    ['title', textOf(cells.titre)],
    ['place', hasPlace ? ways.place(cells, reading) : undefined],
  ]
}

function animation(cells: Cells, ways: Ways, reading: LineReading): Field[] {
  return [
    ['audience', audienceOf(cells, reading)],
    ['type', reading.code('categorie', animationTypeLabels, cells.categorie, ways)],
    ['otherType', textOf(cells.categorie_precision)],
    ['initiative', reading.code('initiative', initiativeLabels, cells.initiative, ways)],
    ['animationThemes', reading.codes('themes_animation', animationThemeLabels, cells, ways)],
    ['otherTheme', textOf(cells.themes_animation_precision)],
  ]
}

function audienceOf(cells: Cells, reading: LineReading): JsonObject {
  return {
    mediators: reading.count('avec_mediateurs', cells.avec_mediateurs) ?? 0,
    structures: reading.count('avec_structures', cells.avec_structures) ?? 0,
    others: reading.count('avec_autres', cells.avec_autres) ?? 0,
  }
}

function event(cells: Cells, ways: Ways, reading: LineReading): Field[] {
  return [
    ['name', textOf(cells.titre)],
    ['type', reading.code('categorie', eventTypeLabels, cells.categorie, ways)],
    ['otherType', textOf(cells.categorie_precision)],
    ['organisers', reading.codes('organisateurs', organisationLabels, cells, ways)],
    ['participants', reading.count('participants_evenement', cells.participants_evenement)],
    ['scale', reading.code('echelle', scaleLabels, cells.echelle, ways)],
  ]
}

function partnership(cells: Cells, ways: Ways, reading: LineReading): Field[] {
  return [
    ['name', textOf(cells.titre)],
    ['natures', reading.codes('natures', partnershipNatureLabels, cells, ways)],
    ['otherNature', textOf(cells.natures_precision)],
    ['scale', reading.code('echelle', scaleLabels, cells.echelle, ways)],
    ['partners', listOf(splitList(cells.partenaires ?? '').map((text) => partnerOf(text, ways)))],
  ]
}

function partnerOf(text: string, ways: Ways): JsonObject {
  const sign = text.indexOf('=')
  const type = ways.code('partenaires', organisationLabels, text.slice(0, Math.max(sign, 0)))
  return objectOf([
    ['type', type ?? 'autre'],
    ['name', text.slice(sign + 1).trim()],
  ])
}
