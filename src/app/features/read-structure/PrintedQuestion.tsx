import type { ActivityQuestion } from '../../../domain/access/activity-query.ts'
import { activitySortLabels } from '../../../domain/access/activity-sort.ts'
import {
  activityValueSentence,
  daysInWords,
  type ActivityNames,
} from '../../../domain/access/activity-words.ts'
import { counted, formatNumber } from '../../ui/format/number.ts'

export interface PrintedQuestionProps {
  question: ActivityQuestion
  names: ActivityNames
  shown: number
  total: number | undefined
}

/** On paper only: of which days the list is, what it is filtered by, and how much of it stands below. */
export function PrintedQuestion({ question, names, shown, total }: PrintedQuestionProps) {
  const { filter, sort } = question
  const filters = filter.values.map((value) => activityValueSentence(value, names)).join(', ')
  return (
    <div data-print="only" aria-hidden="true">
      <p>{daysInWords(filter)}</p>
      {filters !== '' && <p>Filtres&nbsp;: {filters}</p>}
      <p>Ordre&nbsp;: {activitySortLabels[sort]}</p>
      {total !== undefined && <p>{counted(total, 'compte rendu', 'comptes rendus')} en tout</p>}
      {total !== undefined && total > shown && (
        <p>Les {formatNumber(shown)} premiers seulement&nbsp;: la liste entière s’emporte en fichier.</p>
      )}
    </div>
  )
}
