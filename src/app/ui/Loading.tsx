import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import styles from './Loading.module.css'

export interface LoadingProps {
  /** What is asked for: « Demande des activités au serveur… » */
  children?: ReactNode
  /** How old what is shown meanwhile is: « Dernière mise à jour : hier à 18 h 05. » */
  since?: ReactNode
}

/** Waiting for the server, which alone makes one wait: what is on the device shows at once, without this. */
export function Loading({ children = 'Demande au serveur…', since }: LoadingProps) {
  return (
    <output className={styles.loading}>
      <Icon name="sync" />
      <span>
        {children} {since}
      </span>
    </output>
  )
}
