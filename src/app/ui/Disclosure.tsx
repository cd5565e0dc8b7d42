import type { ReactNode } from 'react'
import styles from './Disclosure.module.css'
import { Icon } from './Icon.tsx'

export interface DisclosureProps {
  summary: ReactNode
  /** What is inside, in a few words. */
  detail?: ReactNode
  open: boolean
  /** Called when the person folds or unfolds it, for the caller to remember. */
  onToggle: (open: boolean) => void
  children: ReactNode
}

/** What may wait, folded. It stays as the person left it: its state belongs to the caller. */
export function Disclosure({ summary, detail, open, onToggle, children }: DisclosureProps) {
  return (
    <details
      className={styles.disclosure}
      open={open}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== open) onToggle(currentTarget.open)
      }}
    >
      <summary className={styles.summary}>
        <span className={styles.mark}>
          <Icon name="next" />
        </span>
        <span>
          <span className={styles.title}>{summary}</span>
          {detail && <span className={styles.detail}> {detail}</span>}
        </span>
      </summary>
      <div className={styles.inside}>{children}</div>
    </details>
  )
}
