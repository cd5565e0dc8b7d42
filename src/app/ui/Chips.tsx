import type { ReactNode, Ref } from 'react'
import styles from './Chips.module.css'
import type { Choice } from './choice.ts'
import { Icon } from './Icon.tsx'
import { useShownChoices } from './use-shown-choices.ts'

/** What both groups of chips take, besides their words and their answer. */
export interface ChipsSetup<V extends string> {
  options: readonly Choice<V>[]
  name?: string | undefined
  onBlur?: (() => void) | undefined
  /** The first control: where a form puts the focus when the answer is wrong. */
  ref?: Ref<HTMLInputElement> | undefined
  /** Shows that many at first, besides those that are chosen, and a button for the rest. */
  firstShown?: number | undefined
  /** Words of that button. */
  moreLabel?: string | undefined
}

export interface ChipsProps<V extends string> extends Omit<ChipsSetup<V>, 'name'> {
  type: 'radio' | 'checkbox'
  name: string
  isChosen: (value: V) => boolean
  onToggle: (value: V) => void
  /** What ends the row. */
  children?: ReactNode
}

/** Native radios or checkboxes, drawn as chips that wrap. */
export function Chips<V extends string>(props: ChipsProps<V>) {
  const { type, name, isChosen, onToggle, onBlur, ref, moreLabel = 'Toutes…', children } = props
  const { shown, justRevealed, areAllShown, keepShown, showAll } = useShownChoices(props)
  const toggle = (value: V) => {
    keepShown(value)
    onToggle(value)
  }
  return (
    <div className={styles.chips}>
      {shown.map(({ value, label }, index) => (
        <label key={value} className={styles.chip}>
          <input
            className={styles.input}
            type={type}
            name={name}
            value={value}
            checked={isChosen(value)}
            onChange={() => toggle(value)}
            onBlur={onBlur}
            ref={index === 0 ? ref : undefined}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that had the focus is gone
            autoFocus={value === justRevealed}
          />
          <span className={styles.face} data-type={type}>
            {label}
            <span className={styles.tick}>
              <Icon name="check" />
            </span>
          </span>
        </label>
      ))}
      {!areAllShown && (
        <button type="button" className={styles.more} onClick={showAll}>
          {moreLabel}
        </button>
      )}
      {children}
    </div>
  )
}
