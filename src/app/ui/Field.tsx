import { useId, type ReactNode } from 'react'
import styles from './field.module.css'
import { describedBy, FieldMessages, FieldName, type FieldWords } from './FieldMessages.tsx'

/** What ties a native control to its words. */
export interface ControlTies {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
}

export interface FieldProps extends FieldWords {
  /** Given by those who must point to the control; made up otherwise. */
  id?: string | undefined
  /** Draws the control, which must take all the ties. */
  children: (ties: ControlTies) => ReactNode
}

/** A control with its name, hint and error, tied so that they are announced together. */
export function Field({ id: givenId, label, hint, error, need, beside, children }: FieldProps) {
  const ownId = useId()
  const id = givenId ?? ownId
  return (
    <div className={styles.field} data-beside={beside || undefined}>
      <label className={styles.name} htmlFor={id}>
        <FieldName label={label} need={need} />
      </label>
      <FieldMessages id={id} hint={hint} error={error} />
      {children({
        id,
        'aria-describedby': describedBy(id, { hint, error }),
        'aria-invalid': error ? true : undefined,
        'aria-required': need === 'required' || undefined,
      })}
    </div>
  )
}
