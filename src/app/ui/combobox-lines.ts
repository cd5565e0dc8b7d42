import type { Suggestion, Suggestions } from './use-suggestions.ts'
import { counted } from './format/number.ts'

/** Makes something of what was typed when the list doesn't have it. */
export interface ComboboxExtra {
  label: (text: string) => string
  onPick: (text: string) => void
}

/** A line of the open list. Its id is the suggestion's own. */
export type ComboboxLine<S extends Suggestion> =
  { kind: 'suggestion'; id: string; suggestion: S } | { kind: 'extra'; id: string; label: string }

export function linesOf<S extends Suggestion>(
  suggestions: Suggestions<S>,
  extra: ComboboxExtra | undefined,
  sought: string,
): ComboboxLine<S>[] {
  const found = suggestions.phase === 'found' ? suggestions.found : []
  const lines: ComboboxLine<S>[] = found.map((suggestion) => ({
    kind: 'suggestion',
    id: suggestion.id,
    suggestion,
  }))
  // Not before the answer: it would be offered for what is about to be found.
  if (extra && sought !== '' && suggestions.phase === 'found') {
    lines.push({ kind: 'extra', id: '+', label: extra.label(sought) })
  }
  return lines
}

/** Index after or before `active`, going round; the first or the last when there is none. */
export function nextLine(active: number | undefined, step: 1 | -1, count: number): number {
  if (active === undefined) return step === 1 ? 0 : count - 1
  return (active + step + count) % count
}

/** What is written in place of lines. */
export function emptySentence(suggestions: Suggestions<Suggestion>): string | undefined {
  switch (suggestions.phase) {
    case 'idle':
      return undefined
    case 'waiting':
      return 'Recherche…'
    case 'failed':
      return 'La recherche n’a pas abouti. Modifiez le texte pour réessayer.'
    case 'found':
      return suggestions.found.length === 0 ? 'Aucun résultat.' : undefined
  }
}

/** What is announced of the list. */
export function listSentence(suggestions: Suggestions<Suggestion>): string {
  if (suggestions.phase !== 'found' || suggestions.found.length === 0) return emptySentence(suggestions) ?? ''
  return `${counted(suggestions.found.length, 'résultat', 'résultats')}.`
}
