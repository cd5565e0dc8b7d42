import type { ComponentProps, ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-paths.ts'
import styles from './List.module.css'

export interface ListRowProps extends Omit<ComponentProps<'a'>, 'className' | 'children' | 'title'> {
  icon?: IconName
  title: ReactNode
  /** Second line: who, where. */
  detail?: ReactNode
  /** At the end of the first line: a duration, a count. */
  end?: ReactNode
  /** A `StateMark`, when there is something to say. */
  state?: ReactNode
  /** Just written or just changed: shown by a bar at its edge. Say it in words too, where it was done. */
  marked?: boolean
  /** Buttons of their own, beside what opens the row. */
  actions?: ReactNode
}

/**
 * One line of a list, that opens when it has an `href` (a router's link can wrap it). `aria-current` marks the one that
 * is open beside the list.
 */
export function ListRow({ icon, title, detail, end, state, marked, actions, ...link }: ListRowProps) {
  const content = (
    <>
      {icon && (
        <span className={styles.icon}>
          <Icon name={icon} />
        </span>
      )}
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>{' '}
        {detail && <span className={styles.detail}>{detail}</span>} {state}
      </span>{' '}
      {end && <span className={styles.end}>{end}</span>}
    </>
  )
  return (
    <li className={styles.row} data-marked={marked || undefined}>
      {link.href === undefined ? (
        <div className={styles.content}>{content}</div>
      ) : (
        <a className={styles.content} data-row {...link}>
          {content}
        </a>
      )}
      {actions && <div className={styles.actions}>{actions}</div>}
    </li>
  )
}
