import { inseeCodeSchema } from '../../../domain/territory/commune.ts'
import { foldName } from '../../../domain/territory/fold-name.ts'
import type { CommuneDirectory } from '../../data/communes.ts'

const found = new WeakMap<CommuneDirectory, Map<string, string | undefined>>()

/**
 * The INSEE code of the one commune that a text means: its code, or its name where only one bears it (among those of a
 * postal code, where one is given). Nothing where it may mean several: a wrong commune is worse than a line that waits.
 */
export function communeNamed(directory: CommuneDirectory, text: string, postalCode = ''): string | undefined {
  const known = found.get(directory) ?? new Map<string, string | undefined>()
  found.set(directory, known)
  const key = `${foldName(text)} ${postalCode}`
  // A file names the same few communes thousands of times, and a search takes a millisecond.
  if (!known.has(key)) known.set(key, byCode(directory, text) ?? byName(directory, text, postalCode))
  return known.get(key)
}

function byCode(directory: CommuneDirectory, text: string): string | undefined {
  const said = text.trim().toUpperCase()
  const code = inseeCodeSchema.safeParse(/^\d{4}$/.test(said) ? `0${said}` : said)
  return code.success ? directory.byCode(code.data)?.code : undefined
}

function byName(directory: CommuneDirectory, text: string, postalCode: string): string | undefined {
  const same = directory.search(text, 50).filter(({ name, postalCodes }) => {
    return (
      foldName(name) === foldName(text) &&
      (postalCode === '' || postalCodes.includes(postalCode.padStart(5, '0')))
    )
  })
  return same.length === 1 ? same[0]?.code : undefined
}
