import type { ReactNode } from 'react'
import { SkipLink } from '../ui/SkipLink.tsx'
import { BrandMark } from './BrandMark.tsx'
import styles from './PublicFrame.module.css'

/** What surrounds the pages of those who are not signed in: nothing but the page. */
export function PublicFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <main id="contenu" tabIndex={-1} className={styles.main}>
        <BrandMark size={40} />
        {children}
      </main>
    </>
  )
}
