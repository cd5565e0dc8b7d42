import { useId, type ComponentProps } from 'react'
import styles from './check-row.module.css'
import { describedBy, FieldMessages, type FieldWords } from './FieldMessages.tsx'

export type SwitchRowProps = Pick<FieldWords, 'label' | 'hint'> &
  Omit<ComponentProps<'input'>, 'className' | 'type' | 'role'>

/** A setting that takes effect at once. Its state is said by its place and by a word. */
export function SwitchRow({ label, hint, ...rest }: SwitchRowProps) {
  const ownId = useId()
  const id = rest.id ?? ownId
  return (
    <div>
      <label className={styles.row} data-switch>
        <span className={styles.words}>{label}</span>
        <input
          className={styles.switch}
          type="checkbox"
          // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- the native state says it
          role="switch"
          {...rest}
          id={id}
          aria-describedby={describedBy(id, { hint })}
        />
        <span className={styles.state} aria-hidden="true" />
      </label>
      <FieldMessages id={id} hint={hint} />
    </div>
  )
}
