import { useId, useRef } from 'react'
import { Button } from './Button.tsx'
import { Chips, type ChipsSetup } from './Chips.tsx'
import { FieldGroup } from './FieldGroup.tsx'
import type { FieldWords } from './FieldMessages.tsx'
import { joinRefs } from './join-refs.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface ChipRadioGroupProps<V extends string> extends FieldWords, ChipsSetup<V> {
  value: V | null
  onChange: (value: V) => void
  /** For a question that may stay open: offers to take the answer back. */
  onClear?: (() => void) | undefined
}

/** One answer among a few. The arrows go from one to the next, as in any group of radios. */
export function ChipRadioGroup<V extends string>(props: ChipRadioGroupProps<V>) {
  const { label, hint, error, need, beside, value, onChange, onClear, name, ref, ...setup } = props
  const ownName = useId()
  const first = useRef<HTMLInputElement>(null)
  const clear = () => {
    onClear?.()
    first.current?.focus()
  }
  return (
    <FieldGroup role="radiogroup" {...{ label, hint, error, need, beside }}>
      <Chips
        {...setup}
        type="radio"
        name={name ?? ownName}
        ref={joinRefs(first, ref)}
        isChosen={(candidate) => candidate === value}
        onToggle={onChange}
      >
        {onClear && value !== null && (
          <Button variant="quiet" onClick={clear}>
            <span>
              Effacer <VisuallyHidden>ce choix</VisuallyHidden>
            </span>
          </Button>
        )}
      </Chips>
    </FieldGroup>
  )
}
