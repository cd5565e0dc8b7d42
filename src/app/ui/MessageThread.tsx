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

/** Something that happened between what people said. */
export interface ThreadEvent {
  id: string
  /** A whole sentence, without its stop: « Awa Diallo a déposé ce compte rendu ». */
  event: ReactNode
  when: string
  /** What there is to say of it. */
  detail?: ReactNode
}

export interface MessageThreadProps {
  label: string
  items: readonly (ThreadItem | ThreadEvent)[]
}

/** What people said to one another, the oldest first; whose words they are is said in words, not by a side alone. */
export function MessageThread({ label, items }: MessageThreadProps) {
  return (
    <ol className={styles.thread} aria-label={label}>
      {items.map((item) =>
        'event' in item ? <Event key={item.id} {...item} /> : <Message key={item.id} {...item} />,
      )}
    </ol>
  )
}

function Message({ who, when, text, isOwn, state }: ThreadItem) {
  return (
    <li className={styles.message} data-own={isOwn || undefined}>
      <p className={styles.head}>
        <strong>{who}</strong> <span>{when}</span>
      </p>
      <p className={styles.text}>{text}</p>
      {state}
    </li>
  )
}

function Event({ event, when, detail }: ThreadEvent) {
  return (
    <li className={styles.event}>
      <p className={styles.happened}>
        {event}, <span>{when}</span>.
      </p>
      {detail}
    </li>
  )
}
