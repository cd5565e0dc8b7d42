import { animationTypeLabels, eventTypeLabels, otherTimeLabels } from '../activity-nomenclature.ts'
import { labelOf, placeKindLabels } from '../nomenclature.ts'
import { isAccompaniment, namedIn, placeOfReport } from '../accompaniments.ts'
import { reportKindLabels } from '../kinds.ts'
import type { Report } from '../report.ts'
import { reportTitle } from '../report-title.ts'
import { administrativeThemeLabels, themeLabels } from '../themes.ts'
import { foldText } from './fold-text.ts'

/** Names of what reports only hold the ids and codes of. */
export interface SearchNames {
  readonly places: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
  readonly communes: Pick<ReadonlyMap<string, string>, 'get'>
  /** INSEE codes of the places of activity, by the id of each. */
  readonly communeOfPlace: Pick<ReadonlyMap<string, string>, 'get'>
}

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
)

/** Everything that a report can be found by in words: its day, title, place, people, themes, tags and note; folded. */
export function searchTextOf(report: Report, names: SearchNames): string {
  const words = [
    dayInWords(report.date),
    reportTitle(report),
    reportKindLabels[report.kind],
    ...placeInWords(report, names),
    ...namedIn(report).map((id) => names.people.get(id)),
    ...mediationInWords(report),
    ...otherKindInWords(report),
    ...(report.tags ?? []),
    ...(report.structureTags ?? []),
    report.notes,
  ]
  return foldText(words.filter(Boolean).join(' '))
}

/** Where it was, in the words of the place and of the commune that it is in. */
function placeInWords(report: Report, { places, communes, communeOfPlace }: SearchNames) {
  const place = placeOfReport(report)
  switch (place?.kind) {
    case undefined:
      return []
    case 'lieu_activite':
      return [places.get(place.lieuId), communes.get(communeOfPlace.get(place.lieuId) ?? '')]
    case 'domicile':
    case 'autre':
      return [placeKindLabels[place.kind], communes.get(place.commune)]
    case 'a_distance':
      return [placeKindLabels.a_distance]
  }
}

function mediationInWords(report: Report) {
  if (!isAccompaniment(report)) return []
  return [
    ...report.themes.map((theme) => labelOf(themeLabels, theme)),
    ...(report.administrativeThemes ?? []).map((theme) => labelOf(administrativeThemeLabels, theme)),
    report.procedureName,
  ]
}

function otherKindInWords(report: Report) {
  switch (report.kind) {
    case 'individuel':
    case 'collectif':
      return []
    case 'hors_accompagnement':
      return [labelOf(otherTimeLabels, report.activity)]
    case 'animation':
      return [labelOf(animationTypeLabels, report.type), report.otherType, report.otherTheme]
    case 'evenement':
      return [labelOf(eventTypeLabels, report.type), report.otherType]
    case 'partenariat':
      return [...report.partners.map(({ name }) => name), report.otherNature]
  }
}

function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${months[(month ?? 1) - 1] ?? ''} ${year}`
}
