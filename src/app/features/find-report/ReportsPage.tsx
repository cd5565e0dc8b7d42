import { useHistoryState } from 'wouter/use-browser-location'
import { Link } from 'wouter'
import { documentIdSchema, type DocumentId } from '../../../domain/ids.ts'
import { addresses } from '../../addresses.ts'
import { useSyncStatus } from '../../data/react/use-sync-status.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { MoreRows } from '../../ui/MoreRows.tsx'
import { Page } from '../../ui/Page.tsx'
import { SideBySide } from '../../ui/SideBySide.tsx'
import { useWideScreen } from '../../ui/use-wide-screen.ts'
import { queryOfFilter } from '../../data/filter-address.ts'
import { PrintedList } from './PrintedList.tsx'
import { ReportDays } from './ReportDays.tsx'
import { ReportPage } from './ReportPage.tsx'
import { ReportPane } from './ReportPane.tsx'
import styles from './find-report.module.css'
import { SearchField } from './SearchField.tsx'
import { reportsStep, useFoundReports, type FoundReports } from './use-found-reports.ts'

export interface ReportsPageProps {
  /** The report that is open, beside the list where there is room, in its place elsewhere. */
  openId: DocumentId | undefined
}

/** Activités: all the reports of the device, by day, and one of them open. */
export function ReportsPage({ openId }: ReportsPageProps) {
  const isWide = useWideScreen()
  if (openId && !isWide) return <ReportPage key={openId} id={openId} />
  return <ListPage openId={openId} isWide={isWide} />
}

function ListPage({ openId, isWide }: ReportsPageProps & { isWide: boolean }) {
  const found = useFoundReports()
  const isAnythingThere = (found.reports?.length ?? 0) > 0
  return (
    <Page title="Activités" wide={isWide} aside={isAnythingThere && <PrintButton onPrint={found.onPrint} />}>
      {isWide ? (
        <SideBySide
          list={<ReportList openId={openId} found={found} />}
          open={openId && <ReportPane key={openId} id={openId} />}
          isOpen={openId !== undefined}
          paneLabel="Compte rendu ouvert"
          hint="Choisissez un compte rendu dans la liste pour le lire ici."
        />
      ) : (
        <ReportList openId={openId} found={found} />
      )}
    </Page>
  )
}

function PrintButton({ onPrint }: { onPrint: () => void }) {
  return (
    <span data-print="hide">
      <Button variant="quiet" icon="print" iconOnly onClick={onPrint}>
        Imprimer la liste
      </Button>
    </span>
  )
}

function ReportList({ openId, found }: ReportsPageProps & { found: FoundReports }) {
  const marked = useMarked()
  if (!found.reports) return null
  if (found.reports.length === 0 && !found.isFiltering) return <NothingYet />
  return (
    <div className={styles.list}>
      <SearchField found={found} />
      <PrintedList found={found} />
      <ReportDays
        reports={found.reports}
        openId={openId}
        markedId={marked}
        query={queryOfFilter(found.filter)}
      />
      {found.hasMore && (
        <div data-print="hide">
          <MoreRows step={reportsStep} onMore={found.onMore} />
        </div>
      )}
    </div>
  )
}

/** The report that was just saved: its line is marked until one goes elsewhere. */
function useMarked(): DocumentId | undefined {
  const state = useHistoryState<unknown>()
  if (typeof state !== 'object' || state === null || !('marked' in state)) return undefined
  const id = documentIdSchema.safeParse(state.marked)
  return id.success ? id.data : undefined
}

function NothingYet() {
  const mayCome = useSyncStatus()?.historyIncomplete ?? false
  return (
    <EmptyState
      icon="list"
      title="Aucun compte rendu sur cet appareil."
      action={
        <Link href={addresses.newReport} asChild>
          <ButtonLink icon="plus">Déposer un compte rendu</ButtonLink>
        </Link>
      }
    >
      {mayCome
        ? 'Ceux que vous avez déposés ailleurs arriveront dès que le réseau le permet.'
        : 'Chaque compte rendu que vous déposez se retrouve ici, même sans réseau.'}
    </EmptyState>
  )
}
