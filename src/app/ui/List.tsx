import type { KeyboardEvent, ReactNode } from 'react'
import styles from './List.module.css'

export interface ListProps {
  /** Names the list for those who listen; unneeded when a heading precedes it. */
  label?: string | undefined
  labelledBy?: string | undefined
  /** `ListRow`s. */
  children: ReactNode
}

/** Rows one under the other; the up and down arrows go from one to the next, and on into the list that follows. */
export function List({ label, labelledBy, children }: ListProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only hears the keys of the rows inside
    <ul
      className={styles.list}

      aria-label={label}
      aria-labelledby={labelledBy}
      onKeyDown={moveByArrows}
    >
      {children}
    </ul>
  )
}

function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const around = event.currentTarget.closest('[data-lists]') ?? event.currentTarget
  const rows = [...around.querySelectorAll<HTMLElement>('[data-row]')]
  const index = rows.findIndex((row) => row === document.activeElement)
  const next = rows[index + step]
  if (step === 0 || index === -1 || !next) return
  event.preventDefault()
  next.focus()
}
