import { useId, type ReactNode } from 'react'
import styles from './field.module.css'
import { describedBy, FieldMessages, FieldName, type FieldWords } from './FieldMessages.tsx'

export interface FieldGroupProps extends FieldWords {
  /** `radiogroup` for one answer, which can then be announced as invalid or required. */
  role?: 'group' | 'radiogroup'
  children: ReactNode
}

/** Several controls that answer one question: a fieldset, with its hint and error. */
export function FieldGroup({ label, hint, error, need, beside, role = 'group', children }: FieldGroupProps) {
  const id = useId()
  const ofRadios = role === 'radiogroup'
  return (
    <fieldset
      className={styles.field}
      data-beside={beside || undefined}
      role={ofRadios ? role : undefined}
      aria-describedby={describedBy(id, { hint, error })}
      aria-invalid={ofRadios && error ? true : undefined}
      aria-required={(ofRadios && need === 'required') || undefined}
    >
      <legend className={styles.name}>
        <FieldName label={label} need={need} />
      </legend>
      <FieldMessages id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  )
}
