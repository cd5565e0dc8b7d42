import type { ComponentProps } from 'react'
import { Field } from './Field.tsx'
import styles from './field.module.css'
import type { FieldWords } from './FieldMessages.tsx'

export type DateFieldProps = FieldWords & Omit<ComponentProps<'input'>, 'className' | 'type'>

/** A calendar day, by the device's own calendar. Values, `min` and `max` are `YYYY-MM-DD`. */
export function DateField({ id, label, hint, error, need, ...rest }: DateFieldProps) {
  return (
    <Field {...{ id, label, hint, error, need }}>
      {(ties) => (
        <input className={`${styles['control']} ${styles['short']}`} type="date" {...rest} {...ties} />
      )}
    </Field>
  )
}
