import { passesLuhn } from '../luhn.ts'

/** What a text looks like that should not be in a note. */
export type SensitiveKind = 'social-security-number' | 'bank-card' | 'password'

/**
 * What a free text seems to hold that must not be written there (domain.md, "Fields"). A warning, never a refusal:
 * each finding may be wrong.
 */
export function findSensitive(text: string): SensitiveKind[] {
  const found: SensitiveKind[] = []
  if (hasSocialSecurityNumber(text)) found.push('social-security-number')
  if (hasBankCard(text)) found.push('bank-card')
  if (hasPassword(text)) found.push('password')
  return found
}

/** French NIR: sex, year, month, department (2A, 2B), commune, order, and a key that must match. */
const nirPattern = /(?<!\d)([1-478])(\d{2})(0[1-9]|1[0-2]|[2-9]\d)(\d{2}|2[ab])(\d{3})(\d{3})(\d{2})?(?!\d)/gi

function hasSocialSecurityNumber(text: string): boolean {
  return [...text.replace(/(?<=\w)[ .\u00a0\u202f-](?=\w)/g, '').matchAll(nirPattern)].some(
    ([whole, ...parts]) => {
      const key = parts[6]
      if (key === undefined) return true
      const digits = whole.slice(0, 13).toLowerCase().replace('2a', '19').replace('2b', '18')
      return 97 - Number(BigInt(digits) % 97n) === Number(key)
    },
  )
}

/**
 * 16 to 19 digits, or American Express's 15, with the right sum. A SIRET (14 digits) and an IMEI (15) have the same
 * sum and belong in notes.
 */
const cardPattern = /(?<!\d)(\d{16,19}|3[47]\d{13})(?!\d)/g

function hasBankCard(text: string): boolean {
  const candidates = text.replace(/(?<=\d)[ .\u00a0\u202f-](?=\d)/g, '').match(cardPattern) ?? []
  return candidates.some(passesLuhn)
}

function hasPassword(text: string): boolean {
  return /\b(mot de passe|mdp|password|code secret|code pin)\b\s*(est|:|=)\s*\S{4,}/iu.test(text)
}
