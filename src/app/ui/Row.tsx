import type { ReactNode } from 'react'
import styles from './stack.module.css'

/** Things side by side as long as there is room, with the space that a finger needs between them. */
export function Row({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}
