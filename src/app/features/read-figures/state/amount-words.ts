import { formatNumber } from '../../../ui/format/number.ts'

/** What stands for a count that is hidden. */
export const hiddenWord = 'masqué'

/** A count, or that it is hidden. */
export function countOrHidden(
  count: number | null,
  format: (count: number) => string = formatNumber,
): string {
  return count === null ? hiddenWord : format(count)
}
