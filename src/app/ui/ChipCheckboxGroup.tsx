import { useId } from 'react'
import { Chips, type ChipsSetup } from './Chips.tsx'
import { FieldGroup } from './FieldGroup.tsx'
import type { FieldWords } from './FieldMessages.tsx'
import { toggleChoice } from './toggle-choice.ts'

export interface ChipCheckboxGroupProps<V extends string> extends FieldWords, ChipsSetup<V> {
  /** In the order in which they were chosen. */
  values: readonly V[]
  onChange: (values: V[]) => void
  /** The answer that excludes the others: « Pas de matériel ». */
  exclusive?: V | undefined
}

/** Any number of answers among several. */
export function ChipCheckboxGroup<V extends string>(props: ChipCheckboxGroupProps<V>) {
  const { label, hint, error, need, values, onChange, exclusive, name, ...setup } = props
  const ownName = useId()
  return (
    <FieldGroup {...{ label, hint, error, need }}>
      <Chips
        {...setup}
        type="checkbox"
        name={name ?? ownName}
        isChosen={(candidate) => values.includes(candidate)}
        onToggle={(value) => onChange(toggleChoice(values, value, exclusive))}
      />
    </FieldGroup>
  )
}
