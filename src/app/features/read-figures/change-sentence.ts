import { formatShare } from '../../ui/format/number.ts'

/**
 * How a total changed since the period before: « 8 de plus (34), soit 24 % ».
 *
 * @param format what stands for an amount, with its unit where it needs one
 */
export function changeSentence(now: number, before: number, format: (amount: number) => string): string {
  if (format(now) === format(before)) return 'Autant.'
  const change = Math.abs(now - before)
  const share = before > 0 ? `, soit ${formatShare(change / before)}` : ''
  return `${format(change)} de ${now > before ? 'plus' : 'moins'} (${format(before)})${share}.`
}
