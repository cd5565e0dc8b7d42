import type { ReactNode } from 'react'
import styles from './Status.module.css'

export interface StatusProps {
  tone?: 'soft' | 'warn'
  /** Nothing as long as there is nothing to say. */
  children: ReactNode
}

/** A sentence that comes and changes as one goes. Kept on the page while empty, so that what it says is announced. */
export function Status({ tone = 'soft', children }: StatusProps) {
  return (
    <output className={styles.status} data-tone={tone}>
      {children}
    </output>
  )
}
