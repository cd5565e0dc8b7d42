import { useEffect, useEffectEvent, useState } from 'react'

/** One line of a list of suggestions. */
export interface Suggestion {
  id: string
  label: string
  /** What tells two lines of the same name apart: a department, an address. */
  detail?: string
}

/** Looks for what matches a text; the signal says that the answer is no longer awaited. */
export type Search<S extends Suggestion> = (text: string, signal: AbortSignal) => Promise<readonly S[]>

export type Suggestions<S extends Suggestion> =
  { phase: 'idle' } | { phase: 'waiting' } | { phase: 'found'; found: readonly S[] } | { phase: 'failed' }

/**
 * What matches `text`; nothing is looked for when it is undefined. Answers that come late are dropped. While a longer
 * or shorter text is being looked for, the lines last found stay, so that the list doesn't blink at every letter.
 */
export function useSuggestions<S extends Suggestion>(
  search: Search<S>,
  text: string | undefined,
): Suggestions<S> {
  const [last, setLast] = useState<{ text: string; outcome: Suggestions<S> }>()
  const ask = useEffectEvent(search)
  useEffect(() => {
    if (text === undefined) return undefined
    const asked = new AbortController()
    const settle = (outcome: Suggestions<S>) => {
      if (!asked.signal.aborted) setLast({ text, outcome })
    }
    ask(text, asked.signal).then(
      (found) => settle({ phase: 'found', found }),
      () => settle({ phase: 'failed' }),
    )
    return () => asked.abort()
  }, [text])
  if (text === undefined) return { phase: 'idle' }
  return last && isAbout(last.text, text) ? last.outcome : { phase: 'waiting' }
}

function isAbout(before: string, text: string): boolean {
  return before.startsWith(text) || text.startsWith(before)
}
