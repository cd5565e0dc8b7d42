import type { ReactNode } from 'react'
import styles from './Prose.module.css'

/** A text to read: spaces between its titles, paragraphs and lists. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className={styles.prose}>{children}</div>
}
