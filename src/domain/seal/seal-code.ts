import * as z from 'zod/mini'

/**
 * The code of a seal: ten letters or digits that nobody can guess (50 bits) and two that tell a slip, in groups of four.
 * Of Crockford's base 32: neither I, L, O nor U, which are read as what they look like.
 */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A prime below 32²: any one character that is wrong, and any two that changed places, give another rest. */
const modulus = 1021

export const sealCodeSchema = z
  .string()
  .check(z.regex(/^[0-9A-HJKMNP-TV-Z]{12}$/))
  .brand<'SealCode'>()
/** As it is stored: twelve characters, in capitals, without spaces. */
export type SealCode = z.infer<typeof sealCodeSchema>

/** Characters of a code before those that check it. */
export const sealCodeRandomLength = 10

/** @param random ten numbers, of which the last five bits count */
export function sealCodeOf(random: readonly number[]): SealCode {
  const digits = random.slice(0, sealCodeRandomLength).map((number) => number & 31)
  return sealCodeSchema.parse(textOf([...digits, ...checkOf(digits)]))
}

export type CodeReading =
  | { readonly kind: 'code'; readonly code: SealCode }
  /** Of another length, or with characters that no code has. */
  | { readonly kind: 'no-code' }
  /** It looks like one, and a character of it is wrong. */
  | { readonly kind: 'mistyped' }

/** Reads a code as people type it: capitals or not, spaces and dashes anywhere, O for 0, I or L for 1. */
export function readSealCode(typed: string): CodeReading {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('U', 'V')
  const parsed = sealCodeSchema.safeParse(text)
  if (!parsed.success) return { kind: 'no-code' }
  const digits = Array.from(text, (letter) => letters.indexOf(letter))
  const isRight = textOf(checkOf(digits.slice(0, sealCodeRandomLength))) === text.slice(sealCodeRandomLength)
  return isRight ? { kind: 'code', code: parsed.data } : { kind: 'mistyped' }
}

/** « K7QX-2MRD-90TB »: as it is printed. */
export function sealCodeInWords(code: SealCode): string {
  return code.replaceAll(/(.{4})(?=.)/g, '$1-')
}

function checkOf(digits: readonly number[]): [number, number] {
  const rest = digits.reduce((sum, digit) => (sum * 32 + digit) % modulus, 0)
  return [Math.floor(rest / 32), rest % 32]
}

function textOf(digits: readonly number[]): string {
  return digits.map((digit) => letters.charAt(digit)).join('')
}
