import type { ReactNode } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import styles from './posts.module.css'

export type StatusTone = 'good' | 'warn' | 'bad' | 'soft'

const icons: Readonly<Record<StatusTone, IconName>> = {
  good: 'check',
  warn: 'warning',
  bad: 'alert',
  soft: 'info',
}

/** Where something stands, by a drawing, a colour and a word. */
export function StatusWord({ tone, children }: { tone: StatusTone; children: ReactNode }) {
  return (
    <span className={styles.status} data-tone={tone}>
      <Icon name={icons[tone]} />
      <span>{children}</span>
    </span>
  )
}
