import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { addresses } from '../addresses.ts'
import { Icon } from '../ui/Icon.tsx'
import { SkipLink } from '../ui/SkipLink.tsx'
import { UndoHost } from '../ui/UndoHost.tsx'
import { BrandMark } from './BrandMark.tsx'
import styles from './frame.module.css'
import { isUnder, type Tab } from './tabs.ts'

export interface FrameProps {
  tabs: readonly Tab[]
  /** Whether one files reports here: the main button is then always in reach. */
  canFile: boolean
  /** The form has the screen for itself: a thumb must not leave it by mistake. */
  isFormOpen: boolean
  /** Above the page, but for the form: a newer build, a demonstration. */
  mark: ReactNode
  children: ReactNode
}

/** What surrounds every page: tabs under the thumb of a phone, on the left of a laptop. */
export function Frame({ tabs, canFile, isFormOpen, mark, children }: FrameProps) {
  return (
    <div className={styles.frame} data-form={isFormOpen || undefined} data-files={canFile || undefined}>
      <SkipLink />
      <header className={styles.side} data-print="hide">
        <p className={styles.brand}>
          <BrandMark size={28} />
          Espace Coop
        </p>
        {canFile && !isFormOpen && <NewReportLink />}
        <Tabs tabs={tabs} />
      </header>
      <main id="contenu" tabIndex={-1} className={styles.main}>
        <UndoHost>
          {!isFormOpen && mark}
          {children}
        </UndoHost>
      </main>
    </div>
  )
}

function NewReportLink() {
  return (
    <Link href={addresses.newReport} className={styles.newReport}>
      <Icon name="plus" />
      Compte rendu
    </Link>
  )
}

function Tabs({ tabs }: Pick<FrameProps, 'tabs'>) {
  const [path] = useLocation()
  return (
    <nav className={styles.tabs} data-many={tabs.length > 4 || undefined} aria-label="Navigation principale">
      <ul>
        {tabs.map((tab) => (
          <li key={tab.address}>
            <Link
              href={tab.address}
              className={styles.tab}
              aria-current={isUnder(tab, path) ? 'page' : undefined}
            >
              <Icon name={tab.icon} />
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
