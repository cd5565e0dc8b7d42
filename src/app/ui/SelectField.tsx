import type { ComponentProps } from 'react'
import type { Choice } from './choice.ts'
import { Field } from './Field.tsx'
import styles from './field.module.css'
import type { FieldWords } from './FieldMessages.tsx'
import { Icon } from './Icon.tsx'

export interface SelectFieldProps
  extends FieldWords, Omit<ComponentProps<'select'>, 'className' | 'children' | 'multiple' | 'size'> {
  options: readonly Choice[]
  /** The empty answer, first in the list: « Choisissez une structure ». */
  placeholder?: string
}

/** One answer among more than chips can show, by the device's own list. */
export function SelectField({
  id,
  label,
  hint,
  error,
  need,
  beside,
  options,
  placeholder,
  ...rest
}: SelectFieldProps) {
  return (
    <Field {...{ id, label, hint, error, need, beside }}>
      {(ties) => (
        <div className={styles.select}>
          <select className={styles.control} {...rest} {...ties}>
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
          <Icon name="down" />
        </div>
      )}
    </Field>
  )
}
