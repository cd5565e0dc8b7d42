import type { ReportFilter } from '../../../domain/report/search/report-filter.ts'
import { formatDayInFigures } from '../../ui/format/date.ts'

/** The days that a filter asks for: « Du 01/10/2026 au 31/10/2026 ». */
export function periodInWords({ from, to }: Pick<ReportFilter, 'from' | 'to'>): string {
  if (from && to) return `Du\u00A0${formatDayInFigures(from)} au\u00A0${formatDayInFigures(to)}`
  if (from) return `Depuis le ${formatDayInFigures(from)}`
  return to ? `Jusqu’au ${formatDayInFigures(to)}` : 'Tous les jours'
}
