import { useId, useState, type KeyboardEvent, type RefObject } from 'react'
import { linesOf, nextLine, type ComboboxExtra, type ComboboxLine } from './combobox-lines.ts'
import { useElsewhere } from './use-elsewhere.ts'
import { useSuggestions, type Search, type Suggestion, type Suggestions } from './use-suggestions.ts'

export interface ComboboxInput<S extends Suggestion> {
  value: S | null
  onChange: (value: S | null) => void
  search: Search<S>
  minLength: number
  extra?: ComboboxExtra | undefined
  /** What the field and its list are in: a touch elsewhere closes the list. */
  box: RefObject<HTMLElement | null>
}

export interface ComboboxState<S extends Suggestion> {
  listId: string
  text: string
  suggestions: Suggestions<S>
  lines: readonly ComboboxLine<S>[]
  isListShown: boolean
  /** Index of the line that Enter would take. */
  active: number | undefined
  /** Something is typed, the list is closed, and no line was taken. */
  isUntaken: boolean
  open: () => void
  type: (text: string) => void
  pick: (line: ComboboxLine<S>) => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** The state of a combobox and what moves it; draws nothing. */
export function useCombobox<S extends Suggestion>(input: ComboboxInput<S>): ComboboxState<S> {
  const { value, onChange, search, minLength, extra, box } = input
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  // By its id: the list may change under the arrow.
  const [activeId, setActiveId] = useState<string>()

  const sought = value ? '' : typed.trim()
  const isSought = isOpen && sought.length >= minLength
  const suggestions = useSuggestions(search, isSought ? sought : undefined)
  const lines = isSought ? linesOf(suggestions, extra, sought) : []
  const activeIndex = lines.findIndex((line) => line.id === activeId)
  const active = activeIndex === -1 ? undefined : activeIndex

  const open = () => setOpen(true)
  const close = () => {
    setOpen(false)
    setActiveId(undefined)
  }
  const type = (text: string) => {
    setTyped(text)
    open()
    setActiveId(undefined)
    if (value) onChange(null)
  }
  const pick = (line: ComboboxLine<S>) => {
    close()
    setTyped('')
    if (line.kind === 'suggestion') onChange(line.suggestion)
    else extra?.onPick(sought)
  }
  useElsewhere(box, isOpen, close)

  const move = (step: 1 | -1) => {
    open()
    setActiveId(lines[nextLine(active, step, lines.length)]?.id)
  }
  const take = () => {
    const line = active === undefined ? undefined : lines[active]
    if (line) pick(line)
    else move(1)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') close()
    const isOurs =
      !event.nativeEvent.isComposing &&
      actOn(event.key, { isOpen, hasLines: lines.length > 0, move, take, close })
    if (isOurs) event.preventDefault()
  }

  return {
    listId,
    text: value ? value.label : typed,
    suggestions,
    lines,
    isListShown: lines.length > 0,
    active,
    isUntaken: !isOpen && !value && typed.trim() !== '',
    open,
    type,
    pick,
    onKeyDown,
  }
}

interface KeyMoves {
  isOpen: boolean
  hasLines: boolean
  move: (step: 1 | -1) => void
  take: () => void
  close: () => void
}

/** True when the key was for the list: the form and the dialog around must not act on it too. */
function actOn(key: string, { isOpen, hasLines, move, take, close }: KeyMoves): boolean {
  if (key === 'ArrowDown') move(1)
  else if (key === 'ArrowUp') move(-1)
  else if (key === 'Enter' && hasLines) take()
  else if (key === 'Escape' && isOpen) close()
  else return false
  return true
}
