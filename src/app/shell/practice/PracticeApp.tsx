import { useEffect, useMemo, useState } from 'react'
import type { SignedInPerson } from '../../../domain/access/signed-in-person.ts'
import { addresses } from '../../addresses.ts'
import { endPractice, furnishPractice, practiceDatabase, practisingPerson } from '../../data/practice.ts'
import { DatabaseProvider } from '../../data/react/database-context.ts'
import { useToday } from '../../data/react/use-today.ts'
import { ErrorBoundary } from '../ErrorBoundary.tsx'
import { Frame } from '../Frame.tsx'
import { Pages } from '../Pages.tsx'
import { tabsFor } from '../tabs.ts'
import type { Navigation } from '../use-navigation.ts'
import { PracticeBand } from './PracticeBand.tsx'

export interface PracticeAppProps {
  person: SignedInPerson
  navigation: Navigation
}

const nothingIsSent = () => Promise.resolve()

/** The app over a database that nothing is sent from, under a band that says so on every screen. */
export function PracticeApp({ person: real, navigation: { path } }: PracticeAppProps) {
  const today = useToday()
  const [person] = useState(() => practisingPerson(real, today))
  const db = useMemo(() => practiceDatabase(person), [person])
  const [isReady, setReady] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  useEffect(() => {
    furnishPractice(db, person, today).then(() => setReady(true), setFailure)
    // Once: midnight changes nothing of what is there.
    // oxlint-disable-next-line react/exhaustive-deps -- on purpose, see above
  }, [db, person])
  const leave = async (to: string) => {
    await endPractice(person)
    location.assign(to)
  }
  const isLeaving = path === addresses.signOut
  useEffect(() => {
    // Signing out is the real person's business.
    if (isLeaving) leave(addresses.signOut).catch(setFailure)
    // oxlint-disable-next-line react/exhaustive-deps -- the way out is the same at each render
  }, [isLeaving])
  if (failure !== undefined) throw failure
  if (!isReady || isLeaving) return null
  return (
    <DatabaseProvider value={db}>
      <PracticeBand onLeave={() => void leave(addresses.more)} />
      <Frame
        tabs={tabsFor({ files: true, reads: false })}
        canFile
        isFormOpen={path.startsWith(addresses.newReport) || path === addresses.walkIn}
        mark={null}
      >
        <ErrorBoundary resetKey={path}>
          <Pages person={person} onSendNow={nothingIsSent} />
        </ErrorBoundary>
      </Frame>
    </DatabaseProvider>
  )
}
