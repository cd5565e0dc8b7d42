import { formatDurationIfAny } from '../../ui/format/duration.ts'
import { counted } from '../../ui/format/number.ts'
import type { FoundReports } from './use-found-reports.ts'

/** « 12 comptes rendus trouvés, 9 h 15. » */
export function foundSentence({ count, minutes }: FoundReports): string {
  if (count === undefined) return ''
  if (count === 0) return 'Aucun compte rendu de cet appareil ne correspond.'
  const duration = formatDurationIfAny(minutes)
  return `${counted(count, 'compte rendu trouvé', 'comptes rendus trouvés')}${duration ? `, ${duration}` : ''}.`
}
