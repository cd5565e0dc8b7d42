import type { ReactNode } from 'react'
import styles from './MessageThread.module.css'

export interface ThreadItem {
  id: string
  /** Who says it: « Chantal Rouch », « Vous ». */
  who: string
  /** When, in words. */
  when: string
  /** What is said, as it was typed. */
  text: ReactNode
  /** Whether whoever reads says it. */
  isOwn: boolean
  /** A `StateMark`, when there is something to say. */
  state?: ReactNode
}

/** What people said to one another, the oldest first; whose words they are is said in words, not by a side alone. */
export function MessageThread({ label, items }: { label: string; items: readonly ThreadItem[] }) {
  return (
    <ol className={styles.thread} aria-label={label}>
      {items.map(({ id, who, when, text, isOwn, state }) => (
        <li key={id} className={styles.message} data-own={isOwn || undefined}>
          <p className={styles.head}>
            <strong>{who}</strong> <span>{when}</span>
          </p>
          <p className={styles.text}>{text}</p>
          {state}
        </li>
      ))}
    </ol>
  )
}
