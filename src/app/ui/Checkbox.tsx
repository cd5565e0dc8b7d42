import { useId, type ComponentProps } from 'react'
import styles from './check-row.module.css'
import { describedBy, FieldMessages, FieldName, type FieldWords } from './FieldMessages.tsx'

export type CheckboxProps = FieldWords & Omit<ComponentProps<'input'>, 'className' | 'type'>

/** One thing to say yes to. */
export function Checkbox({ label, hint, error, need, ...rest }: CheckboxProps) {
  const ownId = useId()
  const id = rest.id ?? ownId
  return (
    <div>
      <label className={styles.row}>
        <input
          className={styles.box}
          type="checkbox"
          {...rest}
          id={id}
          aria-describedby={describedBy(id, { hint, error })}
          aria-invalid={error ? true : undefined}
          aria-required={need === 'required' || undefined}
        />
        <span className={styles.words}>
          <FieldName label={label} need={need} />
        </span>
      </label>
      <div className={styles.messages}>
        <FieldMessages id={id} hint={hint} error={error} />
      </div>
    </div>
  )
}
