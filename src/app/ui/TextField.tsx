import type { ComponentProps } from 'react'
import { Field } from './Field.tsx'
import styles from './field.module.css'
import type { FieldWords } from './FieldMessages.tsx'

export type TextFieldProps = FieldWords & Omit<ComponentProps<'input'>, 'className'>

/** One line of text. Takes a native input's properties, hence also what a form library's `register` gives. */
export function TextField({ id, label, hint, error, need, ...rest }: TextFieldProps) {
  return (
    <Field {...{ id, label, hint, error, need }}>
      {(ties) => <input className={styles.control} type="text" {...rest} {...ties} />}
    </Field>
  )
}
