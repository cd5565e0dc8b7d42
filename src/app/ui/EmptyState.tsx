import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-paths.ts'

export interface EmptyStateProps {
  icon?: IconName
  /** What there isn't: « Aucun compte rendu en novembre. » */
  title: ReactNode
  /** Why, or what will come. */
  children?: ReactNode
  /** What to do about it. */
  action?: ReactNode
}

/** In place of a list that has nothing: says so, and what to do. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {icon && <Icon name={icon} size="large" />}
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.words}>{children}</div>}
      {action}
    </div>
  )
}
