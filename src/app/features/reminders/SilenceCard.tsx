import { useId, type ReactNode } from 'react'
import styles from './reminders.module.css'

export interface SilenceCardProps {
  /** Of whom, or where. */
  who: ReactNode
  /** How long, and since when. */
  children: ReactNode
  /** What is known of it, a sentence each. */
  known?: readonly string[]
  /** What was sent. */
  sent: ReactNode
  /** One tap each; nothing for who only reads. */
  actions?: ReactNode
}

/** One silence: since when, what is known of it, what was sent, and what one answers. */
export function SilenceCard({ who, children, known = [], sent, actions }: SilenceCardProps) {
  const id = useId()
  return (
    <li className={styles.card} aria-labelledby={id}>
      <h3 id={id} className={styles.who}>
        {who}
      </h3>
      {children}
      {known.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p className={styles.sent}>{sent}</p>
      {actions && <div data-print="hide">{actions}</div>}
    </li>
  )
}
