import type { ReactNode } from 'react'
import styles from './filters.module.css'

/** Fields to filter by that are about one thing. */
export function FacetGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={styles.facets}>
      <legend className={styles.facetsTitle}>{title}</legend>
      {children}
    </fieldset>
  )
}
