import type { Commune } from '../../../domain/territory/commune.ts'
import { loadCommunes } from '../communes.ts'
import { useCommune } from './use-commune.ts'

/** One commune in a list of those that a text may mean. */
export interface CommuneLine {
  /** INSEE code. */
  id: string
  label: string
  detail?: string
}

const linesShown = 8

/** What the code chosen looks like: its name comes with the directory, and the code stands for it meanwhile. */
export function useCommuneLine(code: string): CommuneLine | null {
  const commune = useCommune(code)
  if (code === '') return null
  return commune ? lineOf(commune) : { id: code, label: `Commune ${code}` }
}

/** Communes by name or postal code, without any network. */
export async function findCommunes(text: string): Promise<CommuneLine[]> {
  const directory = await loadCommunes()
  return directory.search(text, linesShown).map(lineOf)
}

function lineOf({ code, name, postalCodes }: Commune): CommuneLine {
  return { id: code, label: name, detail: postalCodes[0] ?? code }
}
