/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role,
   jsx-a11y/click-events-have-key-events --
   the pattern of ARIA 1.2: no native element is such a list, and the field has the keyboard */
import { useEffect, useRef } from 'react'
import styles from './Combobox.module.css'
import { emptySentence, listSentence, type ComboboxLine } from './combobox-lines.ts'
import { Icon } from './Icon.tsx'
import type { ComboboxState } from './use-combobox.ts'
import type { Suggestion } from './use-suggestions.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export type ComboboxPopupProps<S extends Suggestion> = Pick<
  ComboboxState<S>,
  'listId' | 'suggestions' | 'lines' | 'isListShown' | 'active' | 'pick'
> & { label: string }

/** The list under the field, or the sentence that says why there is none; announces how many lines there are. */
export function ComboboxPopup<S extends Suggestion>(props: ComboboxPopupProps<S>) {
  const { listId, label, suggestions, lines, isListShown, active, pick } = props
  const empty = emptySentence(suggestions)
  const popup = useVisible<HTMLDivElement>(isListShown)
  return (
    <>
      <VisuallyHidden as="output">{listSentence(suggestions)}</VisuallyHidden>
      <div className={styles.popup} ref={popup} hidden={!isListShown && !empty}>
        {empty && (
          <p className={styles.empty} aria-hidden="true">
            {empty}
          </p>
        )}
        <ul className={styles.list} id={listId} role="listbox" aria-label={label} hidden={!isListShown}>
          {lines.map((line, index) => (
            <ComboboxOption
              key={line.id}
              id={optionId(listId, index)}
              line={line}
              isActive={index === active}
              onPick={() => pick(line)}
            />
          ))}
        </ul>
      </div>
    </>
  )
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`
}

interface ComboboxOptionProps<S extends Suggestion> {
  id: string
  line: ComboboxLine<S>
  isActive: boolean
  onPick: () => void
}

function ComboboxOption<S extends Suggestion>({ id, line, isActive, onPick }: ComboboxOptionProps<S>) {
  const option = useVisible<HTMLLIElement>(isActive)
  return (
    <li
      ref={option}
      id={id}
      className={styles.option}
      role="option"
      aria-selected={isActive}
      // The focus stays in the field, which has the keyboard.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      {line.kind === 'suggestion' ? (
        <>
          <span>{line.suggestion.label}</span>
          {line.suggestion.detail && <span className={styles.detail}>{line.suggestion.detail}</span>}
        </>
      ) : (
        <span className={styles.extra}>
          <Icon name="plus" /> {line.label}
        </span>
      )}
    </li>
  )
}

/** Brings what appears, or becomes active, where it can be seen. */
function useVisible<E extends Element>(isShown: boolean) {
  const ref = useRef<E>(null)
  useEffect(() => {
    if (isShown) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [isShown])
  return ref
}
