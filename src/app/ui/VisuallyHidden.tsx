import type { ComponentProps } from 'react'
import styles from './VisuallyHidden.module.css'

export interface VisuallyHiddenProps extends Omit<ComponentProps<'span'>, 'className' | 'ref'> {
  as?: 'span' | 'output' | 'div' | 'h1' | 'h2' | 'h3'
}

/** Words for those who listen to the page, that those who look at it get from the layout. */
export function VisuallyHidden({ as: Tag = 'span', ...rest }: VisuallyHiddenProps) {
  return <Tag className={styles.hidden} {...rest} />
}
