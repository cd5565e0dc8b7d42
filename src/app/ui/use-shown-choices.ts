import { useState } from 'react'
import type { Choice } from './choice.ts'

export interface ShownChoicesInput<V extends string> {
  options: readonly Choice<V>[]
  isChosen: (value: V) => boolean
  firstShown?: number | undefined
}

export interface ShownChoices<V extends string> {
  shown: readonly Choice<V>[]
  /** The first of those that `showAll` brought. */
  justRevealed: V | undefined
  areAllShown: boolean
  /** What was shown once stays, even when it is no longer chosen. */
  keepShown: (value: V) => void
  showAll: () => void
}

/** A long list of answers begins with the usual ones and the chosen ones. */
export function useShownChoices<V extends string>(input: ShownChoicesInput<V>): ShownChoices<V> {
  const { options, isChosen, firstShown = options.length } = input
  const [isOpen, setOpen] = useState(false)
  const [kept, setKept] = useState<readonly V[]>([])
  const [justRevealed, setJustRevealed] = useState<V>()
  const isShown = ({ value }: Choice<V>, index: number) =>
    isOpen || index < firstShown || isChosen(value) || kept.includes(value)
  return {
    shown: options.filter(isShown),
    justRevealed,
    areAllShown: options.every(isShown),
    keepShown: (value) => setKept((before) => (before.includes(value) ? before : [...before, value])),
    showAll: () => {
      setJustRevealed(options.find((option, index) => !isShown(option, index))?.value)
      setOpen(true)
    },
  }
}
