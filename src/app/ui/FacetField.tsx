import { useState } from 'react'
import { ChipCheckboxGroup } from './ChipCheckboxGroup.tsx'
import { Disclosure } from './Disclosure.tsx'
import { formatNumber } from './format/number.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

const shownAtFirst = 8

/** More values than one would go through by eye: a person or a commune is found by the search instead. */
const offeredMost = 60

export interface FacetFieldProps<V extends string> {
  label: string
  options: readonly V[]
  counts: ReadonlyMap<V, number>
  /** What a value is called. */
  words: (value: V) => string
  values: readonly V[]
  onChange: (values: V[]) => void
  /** What to do where there are more values than are offered. */
  others?: string
}

/** One field to filter by: folded, and open where something of it is chosen. */
export function FacetField<V extends string>(props: FacetFieldProps<V>) {
  const { label, options, counts, words, values, onChange } = props
  const [isOpen, setOpen] = useState(values.length > 0)
  const detail = values.length > 0 ? `${values.length}\u00A0choisi${values.length > 1 ? 's' : ''}` : undefined
  const offered = options.filter((value, position) => position < offeredMost || values.includes(value))
  return (
    <Disclosure summary={label} detail={detail} open={isOpen} onToggle={setOpen}>
      {isOpen && (
        <>
          <ChipCheckboxGroup
            label={<VisuallyHidden>{label}</VisuallyHidden>}
            options={offered.map((value) => ({
              value,
              label: `${words(value)} (${formatNumber(counts.get(value) ?? 0)})`,
            }))}
            values={values}
            onChange={onChange}
            firstShown={shownAtFirst}
          />
          {offered.length < options.length && (
            <p>
              Les {offeredMost} plus fréquents{props.others}
            </p>
          )}
        </>
      )}
    </Disclosure>
  )
}
