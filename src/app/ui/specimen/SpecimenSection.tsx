import type { ReactNode } from 'react'
import { Stack } from '../Stack.tsx'
import styles from './specimen.module.css'

export interface SpecimenSectionProps {
  /** What a photograph aims at. */
  id: string
  title: string
  /** As wide as a form. */
  narrow?: boolean
  children: ReactNode
}

/** One family of pieces. */
export function SpecimenSection({ id, title, narrow, children }: SpecimenSectionProps) {
  return (
    <section id={id} className={styles.section} aria-labelledby={`${id}-title`}>
      <div className={narrow ? styles.form : undefined}>
        <Stack>
          <h2 id={`${id}-title`}>{title}</h2>
          {children}
        </Stack>
      </div>
    </section>
  )
}
