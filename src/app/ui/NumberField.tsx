import type { ComponentProps } from 'react'
import { Field } from './Field.tsx'
import styles from './field.module.css'
import type { FieldWords } from './FieldMessages.tsx'

export interface NumberFieldProps
  extends
    FieldWords,
    Omit<ComponentProps<'input'>, 'className' | 'type' | 'inputMode' | 'min' | 'max' | 'step'> {
  /** Written after the field, and announced with its name: « minutes ». */
  unit?: string
  decimals?: boolean
}

/**
 * A number typed as text with the keys of a number: the wheel and the arrows can't change it unseen, and a comma is
 * welcome. Its value is what was typed; `parseNumber` reads it.
 */
export function NumberField({ id, label, hint, error, need, unit, decimals, ...rest }: NumberFieldProps) {
  const name = unit ? (
    <>
      {label} <span className={styles.need}>en {unit}</span>
    </>
  ) : (
    label
  )
  return (
    <Field {...{ id, label: name, hint, error, need }}>
      {(ties) => (
        <input
          className={`${styles['control']} ${styles['short']}`}
          type="text"
          inputMode={decimals ? 'decimal' : 'numeric'}
          autoComplete="off"
          {...rest}
          {...ties}
        />
      )}
    </Field>
  )
}
