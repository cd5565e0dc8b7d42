import type { ComponentProps } from 'react'
import type { Choice } from './choice.ts'
import { Icon } from './Icon.tsx'
import styles from './QuietSelect.module.css'

export interface QuietSelectProps extends Omit<
  ComponentProps<'select'>,
  'className' | 'children' | 'multiple' | 'size'
> {
  /** Read aloud only: the chosen words say on the screen what the choice is. */
  label: string
  options: readonly Choice[]
}

/** A choice that is nearly always right as it stands, in a line of text. */
export function QuietSelect({ label, options, ...rest }: QuietSelectProps) {
  return (
    <span className={styles.quiet}>
      <select className={styles.select} aria-label={label} {...rest}>
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </span>
  )
}
