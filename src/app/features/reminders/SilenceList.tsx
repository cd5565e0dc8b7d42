import { useId, type ReactNode } from 'react'
import styles from './reminders.module.css'

/** Silences of one sort, under a title; nothing where there is none. */
export function SilenceList({ title, children }: { title: ReactNode; children: readonly ReactNode[] }) {
  const id = useId()
  if (children.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className={styles.cards}>{children}</ul>
    </section>
  )
}
