import type { ReactNode } from 'react'
import styles from './structure-access.module.css'

/** Buttons of a row, with the space between them that a finger needs. */
export function RowActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>
}
