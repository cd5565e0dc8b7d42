import { Suspense, useMemo, useState } from 'react'
import type { SignedInPerson } from '../../domain/access/signed-in-person.ts'
import { addresses } from '../addresses.ts'
import { openDatabase } from '../data/database.ts'
import { DatabaseProvider } from '../data/react/database-context.ts'
import { capacitiesOf } from './capacities.ts'
import { DemonstrationLine } from './DemonstrationLine.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Frame } from './Frame.tsx'
import { FramedPage } from './FramedPage.tsx'
import { Pages } from './Pages.tsx'
import { PrintHead } from './PrintHead.tsx'
import { ShortcutsDialog } from './lazy-parts.ts'
import { tabsFor } from './tabs.ts'
import { UpdateLine } from './UpdateLine.tsx'
import { useUpdateAtNavigation } from './updates/use-update.ts'
import { useDatabaseWatch } from './use-database-watch.ts'
import type { Navigation } from './use-navigation.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { useSync } from './use-sync.ts'

export interface SignedInAppProps {
  person: SignedInPerson
  navigation: Navigation
}

/** The app of one person: their database, the sending of what is in it, and their pages. */
export function SignedInApp({ person, navigation }: SignedInAppProps) {
  const db = useMemo(() => openDatabase(person.id), [person.id])
  const { path, navigate } = navigation
  const isFormOpen = path.startsWith(addresses.newReport) || path === addresses.walkIn
  const { files, reads } = capacitiesOf(person)
  const onSendNow = useSync(db, person)
  const [isHelpOpen, setHelpOpen] = useState(false)
  useDatabaseWatch(db)
  const isUpdating = useUpdateAtNavigation(path, isFormOpen)
  useShortcuts({
    onNew: () => files && navigate(addresses.newReport),
    onSearch: () => files && goToSearch(navigate),
    onHelp: () => setHelpOpen(true),
  })
  return (
    <DatabaseProvider value={db}>
      <Frame
        tabs={tabsFor({ files, reads })}
        canFile={files}
        isFormOpen={isFormOpen}
        mark={<Marks person={person} />}
      >
        <FramedPage navigation={navigation} sends={person.scopes.length > 0}>
          <ErrorBoundary resetKey={path}>
            {!isUpdating && <Pages person={person} onSendNow={onSendNow} />}
          </ErrorBoundary>
        </FramedPage>
      </Frame>
      <Suspense fallback={null}>
        {isHelpOpen && <ShortcutsDialog canFile={files} onClose={() => setHelpOpen(false)} />}
      </Suspense>
    </DatabaseProvider>
  )
}

/** What is said above every page. */
function Marks({ person }: Pick<SignedInAppProps, 'person'>) {
  return (
    <>
      <PrintHead person={person} />
      <DemonstrationLine />
      <UpdateLine />
    </>
  )
}

/** To the field that searches, on its page. */
function goToSearch(navigate: Navigation['navigate']): void {
  const field = () => document.querySelector<HTMLElement>('[data-search]')
  if (!field()) navigate(addresses.reports)
  // The list is read from the device before its field shows: a few milliseconds.
  setTimeout(() => field()?.focus(), 100)
}
