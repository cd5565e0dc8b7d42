import { lazy, Suspense, type ComponentType, type ReactNode } from 'react'
import { Link } from 'wouter'
import { addresses } from '../../addresses.ts'
import { addDays } from '../../../domain/calendar-day.ts'
import { useReports } from '../../data/react/use-reports.ts'
import { useUnfinished } from '../../data/react/use-unfinished.ts'
import { useSyncStatus } from '../../data/react/use-sync-status.ts'
import { useToday } from '../../data/react/use-today.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Page } from '../../ui/Page.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { LatestReports } from './LatestReports.tsx'
import type { AwaitedRowProps } from './ToComplete.tsx'
import styles from './home.module.css'

export interface HomePageProps {
  /** Whether the person files for more than one structure. */
  hasSeveralPosts: boolean
  monthSentence: ReactNode
  /** What is planned today, where something is. */
  plannedToday: ReactNode
  AwaitedRow: ComponentType<AwaitedRowProps>
  /** What is expected of an advisor, for who has filed nothing yet. */
  expected: ReactNode
  /** What the frame offers once: to install the app. */
  card: ReactNode
  /** At the very bottom: what the law asks to be said. */
  footer: ReactNode
}

const latestShown = 3

const later = () => import('./later-door.ts')

/** Nothing waits at a first visit: what does is read with its first time. */
const ToComplete = lazy(async () => (await later()).readToComplete())

/** Nor is anybody silent then. */
const OwnReminders = lazy(async () => (await later()).readOwnReminders())

/** Days without activity after which one looks whether there is a silence. */
const lookedIntoAfter = 14

/** What is to complete, what is planned today, the last reports to do again, the month in one sentence. Nothing else. */
export function HomePage({
  hasSeveralPosts,
  monthSentence,
  plannedToday,
  AwaitedRow,
  expected,
  card,
  footer,
}: HomePageProps) {
  const latest = useReports(latestShown)
  const unfinished = useUnfinished()
  const status = useSyncStatus()
  const today = useToday()
  const nothingYet = <Page title="Accueil">{null}</Page>
  // A few milliseconds: what is on the device shows at once, or not yet.
  if (!latest || !unfinished || !status) return nothingYet
  const isEmpty = latest.length === 0 && unfinished.drafts.length === 0
  const lastDay = latest[0]?.report.date
  // Who works at two structures may be silent at one while the last activity is the other's.
  const isQuiet = hasSeveralPosts || lastDay === undefined || lastDay < addDays(today, -lookedIntoAfter)
  const mayBeSilent = isQuiet && (lastDay !== undefined || !status.historyIncomplete)
  return (
    // The whole of it at once: nothing moves under the thumb.
    <Suspense fallback={nothingYet}>
      <Page title="Accueil">
        <Stack gap="section">
          {card}
          {mayBeSilent && <OwnReminders {...{ today, lastDay, hasSeveralPosts }} />}
          {unfinished.count + unfinished.mayHoldMore > 0 && (
            <ToComplete unfinished={unfinished} today={today} AwaitedRow={AwaitedRow} />
          )}
          {plannedToday}
          {isEmpty && status.historyIncomplete && status.phase !== 'offline' && <Arriving />}
          {isEmpty && <FirstTime />}
          {isEmpty && !status.historyIncomplete && expected}
          {!isEmpty && <LatestReports reports={latest} today={today} />}
          {!isEmpty && <p className={styles.month}>{monthSentence}</p>}
          {footer}
        </Stack>
      </Page>
    </Suspense>
  )
}

/** On a new device the reports filed elsewhere are still to come: it isn't said that there are none. */
function Arriving() {
  return <Loading>Vos comptes rendus déposés ailleurs arrivent sur cet appareil…</Loading>
}

function FirstTime() {
  return (
    <EmptyState
      icon="pencil"
      title="Déposez un compte rendu."
      action={
        <>
          <Link href={addresses.newReport} asChild>
            <ButtonLink icon="plus">Commencer</ButtonLink>
          </Link>
          <Link href={addresses.tour} asChild>
            <ButtonLink variant="quiet">Faire la visite</ButtonLink>
          </Link>
        </>
      }
    >
      Une durée, une thématique, et c’est enregistré, même sans réseau. L’envoi se fait tout seul.
    </EmptyState>
  )
}
