import { useMemo, useRef, type Ref } from 'react'
import styles from './Combobox.module.css'
import type { ComboboxExtra } from './combobox-lines.ts'
import { ComboboxPopup, optionId } from './ComboboxPopup.tsx'
import { Field } from './Field.tsx'
import fieldStyles from './field.module.css'
import type { FieldWords } from './FieldMessages.tsx'
import { Icon } from './Icon.tsx'
import { joinRefs } from './join-refs.ts'
import { useCombobox } from './use-combobox.ts'
import type { Search, Suggestion } from './use-suggestions.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface ComboboxProps<S extends Suggestion> extends FieldWords {
  /** Names the list too. */
  label: string
  value: S | null
  /** `null` as soon as the text is no longer that of the line chosen. */
  onChange: (value: S | null) => void
  search: Search<S>
  /** Letters to type before anything is looked for; 0 shows a list at once. */
  minLength?: number
  /** A last line that makes something of what was typed: « Ajouter le lieu « Mairie » ». */
  extra?: ComboboxExtra | undefined
  id?: string | undefined
  name?: string | undefined
  onBlur?: (() => void) | undefined
  ref?: Ref<HTMLInputElement> | undefined
}

/**
 * One line out of many, found by typing: the combobox with a listbox of ARIA 1.2. The focus stays in the field; the
 * arrows move in the list, Enter takes, Escape closes. What was typed and not taken stays, and is said.
 */
export function Combobox<S extends Suggestion>(props: ComboboxProps<S>) {
  const { label, hint, need, id, name, onBlur, ref, minLength = 0 } = props
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const joined = useMemo(() => joinRefs(input, ref), [ref])
  const state = useCombobox({ ...props, minLength, box })
  const { listId, text, isListShown, active } = state
  const error = props.error ?? (state.isUntaken ? untakenSentence : undefined)
  const isListOffered = minLength === 0 && (text === '' || props.value !== null)
  const empty = () => {
    state.type('')
    input.current?.focus()
  }
  return (
    <Field {...{ id, label, hint, error, need }}>
      {(ties) => (
        <div className={styles.box} ref={box}>
          <input
            className={fieldStyles.control}
            type="text"
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            aria-autocomplete="list"
            aria-expanded={isListShown}
            aria-controls={listId}
            aria-activedescendant={active === undefined ? undefined : optionId(listId, active)}
            {...{ name, onBlur, ...ties }}
            ref={joined}
            value={text}
            onChange={(event) => state.type(event.target.value)}
            onClick={(event) => {
              state.open()
              // What is there is to be replaced, not completed.
              if (props.value) event.currentTarget.select()
            }}
            onKeyDown={state.onKeyDown}
          />
          {isListOffered || text === '' ? (
            <span className={styles.mark}>
              <Icon name={isListOffered ? 'down' : 'search'} />
            </span>
          ) : (
            <button type="button" className={styles.empties} tabIndex={-1} onClick={empty}>
              <Icon name="close" />
              <VisuallyHidden>Vider le champ</VisuallyHidden>
            </button>
          )}
          <ComboboxPopup {...state} label={label} />
        </div>
      )}
    </Field>
  )
}

const untakenSentence = 'Choisissez une ligne de la liste, ou videz le champ.'
