import type { Choice } from '../../ui/choice.ts'

/**
 * The answers of a nomenclature, those of `first` before the others. A code that this build doesn't know, chosen by a
 * newer one, stays among them so that it is seen and can be taken away (domain.md).
 */
export function choicesOf(
  labels: Readonly<Record<string, string>>,
  { first = [], chosen = [] }: { first?: readonly string[]; chosen?: readonly string[] } = {},
): Choice[] {
  const known = Object.keys(labels)
  const ordered = [...first.filter((code) => code in labels), ...known, ...chosen]
  return [...new Set(ordered)].map((value) => ({ value, label: labels[value] ?? 'Valeur inconnue' }))
}

export const yesOrNo = [
  { value: 'oui', label: 'Oui' },
  { value: 'non', label: 'Non' },
] as const
