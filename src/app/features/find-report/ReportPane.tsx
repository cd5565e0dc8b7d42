import { useLocation, useSearch } from 'wouter'
import type { DocumentId } from '../../../domain/ids.ts'
import { reportKindLabels } from '../../../domain/report/kinds.ts'
import { addresses } from '../../addresses.ts'
import { withQuery } from '../../data/filter-address.ts'
import type { LocalReport } from '../../data/reports.ts'
import { useReport } from '../../data/react/use-report.ts'
import { OpenItem } from '../../ui/SideBySide.tsx'
import { ReportDetail } from './ReportDetail.tsx'
import { ReportGone } from './ReportPage.tsx'

/** Beside the list of a laptop: the report that is open. */
export function ReportPane({ id }: { id: DocumentId }) {
  const report = useReport(id)
  const [, navigate] = useLocation()
  const search = useSearch()
  return (
    // Escape closes it before it is read, too.
    <OpenItem
      title={report === undefined ? undefined : titleOf(report)}
      closeLabel="Fermer le compte rendu"
      onClose={() => navigate(withQuery(addresses.reports, search))}
    >
      {report && <ReportDetail report={report} />}
      {report === null && <ReportGone id={id} />}
    </OpenItem>
  )
}

function titleOf(report: LocalReport | null): string {
  return report ? reportKindLabels[report.report.kind] : 'Compte rendu introuvable'
}
