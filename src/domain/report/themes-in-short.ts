import { labelOf } from './nomenclature.ts'
import { themeLabels } from './themes.ts'

/** The first theme and how many more, for one line of a list: « E-mail et 2 autres ». Codes may be unknown here. */
export function themesInShort(codes: readonly string[]): string {
  const [first, ...others] = codes
  if (first === undefined) return 'Sans thématique'
  const label = labelOf(themeLabels, first)
  if (others.length === 0) return label
  return others.length === 1 ? `${label} et 1\u00A0autre` : `${label} et ${others.length}\u00A0autres`
}
