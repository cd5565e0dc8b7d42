import type { PostFactOf } from '../../../../domain/commitments/post-fact.ts'
import type { Days } from '../../../../domain/commitments/post-life.ts'
import { contractTermsLabels } from '../../../../domain/commitments/post-words.ts'
import { formatDayInFigures } from '../../../ui/format/date.ts'
import { formatDuration } from '../../../ui/format/duration.ts'

/** « CDD, du 2 mars au 31 août, 35 h par semaine »: a contract, for the days on which it holds. */
export function termsWords(
  { terms, weeklyMinutes }: Pick<PostFactOf<'contract' | 'offered'>, 'terms' | 'weeklyMinutes'>,
  { from, until }: Days,
): string {
  const days = until
    ? `du ${formatDayInFigures(from)} au ${formatDayInFigures(until)}`
    : `depuis le ${formatDayInFigures(from)}`
  const hours = weeklyMinutes === null ? '' : `, ${formatDuration(weeklyMinutes)} par semaine`
  return `${contractTermsLabels[terms]}, ${days}${hours}`
}
