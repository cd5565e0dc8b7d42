import { isAccompaniment, placeOfReport } from '../../../domain/report/accompaniments.ts'
import type { LocalReport } from '../../data/reports.ts'
import { reportKindLabels } from '../../../domain/report/kinds.ts'
import { reportTitle } from '../../../domain/report/report-title.ts'
import type { Report } from '../../../domain/report/report.ts'
import { labelOf } from '../../../domain/report/nomenclature.ts'
import { administrativeThemeLabels, themeLabels } from '../../../domain/report/themes.ts'
import { formatDayWithYear } from '../../ui/format/date.ts'
import { placeInShort } from './place-in-short.ts'

/** The words to look for, without accents or capitals. */
export function wordsOf(search: string): string[] {
  return folded(search).split(/\s+/).filter(Boolean)
}

/** Whether a report has all the words somewhere: in its day, place, themes, procedure, tags or note. */
export function matches(
  { report }: LocalReport,
  words: readonly string[],
  placeNames: ReadonlyMap<string, string>,
): boolean {
  const text = folded(textsOf(report, placeNames).join(' '))
  return words.every((word) => text.includes(word))
}

function textsOf(report: Report, placeNames: ReadonlyMap<string, string>): string[] {
  const place = placeOfReport(report)
  const common = [
    formatDayWithYear(report.date),
    reportTitle(report),
    reportKindLabels[report.kind],
    place ? placeInShort(place, placeNames) : '',
    ...(report.tags ?? []),
    ...(report.structureTags ?? []),
    report.notes ?? '',
  ]
  if (!isAccompaniment(report)) return common
  return [
    ...common,
    ...report.themes.map((theme) => labelOf(themeLabels, theme)),
    ...(report.administrativeThemes ?? []).map((theme) => labelOf(administrativeThemeLabels, theme)),
    report.procedureName ?? '',
  ]
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’']/g, ' ').toLowerCase()
}
