import type { ReactNode } from 'react'
import styles from './stack.module.css'

export interface StackProps {
  /** `close` between things of one group, `field` between questions, `section` between parts of a page. */
  gap?: 'close' | 'field' | 'section'
  children: ReactNode
}

/** One thing under the other. */
export function Stack({ gap = 'field', children }: StackProps) {
  return (
    <div className={styles.stack} data-gap={gap}>
      {children}
    </div>
  )
}
