import { passesLuhn } from './luhn.ts'

/** What may be wrong with a SIRET as it was typed. */
export type SiretFault = 'length' | 'key'

/** Its 14 digits, whatever spaces it was typed or copied with. */
export function siretDigits(text: string): string {
  return text.replaceAll(/[\s.\u00A0\u202F]/g, '')
}

/** What is wrong with a SIRET: not 14 digits, or a key that isn't theirs; undefined for a good one. */
export function faultOfSiret(digits: string): SiretFault | undefined {
  if (!/^\d{14}$/.test(digits)) return 'length'
  return hasKey(digits) ? undefined : 'key'
}

/** Luhn's key; that of La Poste's offices is the sum of their digits. */
function hasKey(digits: string): boolean {
  if (passesLuhn(digits)) return true
  const sum = Array.from(digits).reduce((total, digit) => total + Number(digit), 0)
  return digits.startsWith('356000000') && sum % 5 === 0
}
