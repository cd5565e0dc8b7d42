import { Link, useSearch } from 'wouter'
import type { DocumentId } from '../../../domain/ids.ts'
import { reportKindLabels } from '../../../domain/report/kinds.ts'
import { addresses } from '../../addresses.ts'
import { useReport } from '../../data/react/use-report.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { withQuery } from '../../data/filter-address.ts'
import { Stack } from '../../ui/Stack.tsx'
import { ReportTraces } from './traces/ReportTraces.tsx'
import { ReportDetail } from './ReportDetail.tsx'

/** A report on a page of its own, where there is no room beside the list. */
export function ReportPage({ id }: { id: DocumentId }) {
  const report = useReport(id)
  const search = useSearch()
  // A few milliseconds: what is on the device shows at once, or not yet.
  if (report === undefined) return null
  const title = report ? reportKindLabels[report.report.kind] : 'Compte rendu introuvable'
  return (
    <Page title={title} back={{ href: withQuery(addresses.reports, search), label: 'Retour aux activités' }}>
      {report ? <ReportDetail report={report} /> : <ReportGone id={id} />}
    </Page>
  )
}

/** The address of a report that this device doesn't have, or no longer. */
export function ReportGone({ id }: { id: DocumentId }) {
  return (
    <Stack>
      <EmptyState
        icon="search"
        title="Ce compte rendu n’est pas sur cet appareil."
        action={
          <Link href={addresses.reports} asChild>
            <ButtonLink>Voir les activités</ButtonLink>
          </Link>
        }
      >
        Il a peut-être été supprimé, ou n’est pas encore arrivé.
      </EmptyState>
      {/* What was asked about it is answered all the same. */}
      <ReportTraces report={id} canCorrect={false} />
    </Stack>
  )
}
