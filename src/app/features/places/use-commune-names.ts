import { useEffect, useState } from 'react'
import { inseeCodeSchema } from '../../../domain/territory/commune.ts'
import { loadCommunes } from '../../data/communes.ts'
import type { LocalPlace } from '../../data/places.ts'

/** Names of the communes of some places, by code; none until the directory is read, nor where it can't be had. */
export function useCommuneNames(places: readonly LocalPlace[]): ReadonlyMap<string, string> {
  const codes = [...new Set(places.map(({ commune }) => String(commune)))].sort().join(' ')
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  useEffect(() => {
    let isAwaited = true
    // Without the directory the codes stand for the names.
    void namesOf(codes.split(' '))
      .catch(() => new Map<string, string>())
      .then((found) => isAwaited && setNames(found))
    return () => {
      isAwaited = false
    }
  }, [codes])
  return names
}

async function namesOf(codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const directory = await loadCommunes()
  return new Map(
    codes.flatMap((code) => {
      const parsed = inseeCodeSchema.safeParse(code)
      const commune = parsed.success ? directory.byCode(parsed.data) : undefined
      return commune ? [[code, commune.name] as const] : []
    }),
  )
}
