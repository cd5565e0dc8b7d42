import type { ReactNode } from 'react'
import styles from './SkipLink.module.css'

export interface SkipLinkProps {
  /** Id of the element to go to; give it `tabIndex={-1}`. */
  to?: string
  children?: ReactNode
}

/** The first thing the Tab key meets: goes past what is repeated on every page. */
export function SkipLink({ to = 'contenu', children = 'Aller au contenu' }: SkipLinkProps) {
  return (
    <a className={styles.skip} href={`#${to}`} data-print="hide">
      {children}
    </a>
  )
}
