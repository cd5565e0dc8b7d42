import type { LocalReport } from '../../data/reports.ts'
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
  const text = folded(
    [
      formatDayWithYear(report.date),
      placeInShort(report.place, placeNames),
      ...report.themes.map((theme) => labelOf(themeLabels, theme)),
      ...(report.administrativeThemes ?? []).map((theme) => labelOf(administrativeThemeLabels, theme)),
      report.procedureName ?? '',
      ...(report.tags ?? []),
      report.notes ?? '',
    ].join(' '),
  )
  return words.every((word) => text.includes(word))
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’']/g, ' ').toLowerCase()
}
