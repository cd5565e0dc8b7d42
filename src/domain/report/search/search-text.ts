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
}

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
)

/** Everything that a report can be found by in words: its day, title, place, people, themes, tags and note; folded. */
export function searchTextOf(report: Report, names: SearchNames): string {
  const place = placeOfReport(report)
  const isElsewhere = place?.kind === 'domicile' || place?.kind === 'autre'
  const commune = isElsewhere ? names.communes.get(place.commune) : undefined
  const mediation = isAccompaniment(report)
    ? [
        ...report.themes.map((theme) => labelOf(themeLabels, theme)),
        ...(report.administrativeThemes ?? []).map((theme) => labelOf(administrativeThemeLabels, theme)),
        report.procedureName,
      ]
    : []
  const words = [
    dayInWords(report.date),
    reportTitle(report),
    reportKindLabels[report.kind],
    place?.kind === 'lieu_activite' ? names.places.get(place.lieuId) : place && placeKindLabels[place.kind],
    commune,
    ...namedIn(report).map((id) => names.people.get(id)),
    ...mediation,
    ...(report.tags ?? []),
    ...(report.structureTags ?? []),
    report.kind === 'partenariat' ? report.partners.map(({ name }) => name).join(' ') : undefined,
    report.notes,
  ]
  return foldText(words.filter(Boolean).join(' '))
}

function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${months[(month ?? 1) - 1] ?? ''} ${year}`
}
