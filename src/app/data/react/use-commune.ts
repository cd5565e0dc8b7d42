import { useEffect, useState } from 'react'
import { inseeCodeSchema, type Commune } from '../../../domain/territory/commune.ts'
import { loadCommunes } from '../communes.ts'

/**
 * The commune of a code; undefined until the directory is read, null where it knows none or can't be had. The directory
 * is loaded only for a code.
 */
export function useCommune(code: string): Commune | null | undefined {
  const [known, setKnown] = useState<{ code: string; commune: Commune | null }>()
  const isKnown = known?.code === code
  useEffect(() => {
    if (code === '' || isKnown) return undefined
    let isAwaited = true
    const find = async () => {
      // Without the directory the code will stand for the name.
      const commune = await findCommune(code).catch(() => null)
      if (isAwaited) setKnown({ code, commune })
    }
    void find()
    return () => {
      isAwaited = false
    }
  }, [code, isKnown])
  return isKnown ? known.commune : undefined
}

async function findCommune(code: string): Promise<Commune | null> {
  const parsed = inseeCodeSchema.safeParse(code)
  if (!parsed.success) return null
  const directory = await loadCommunes()
  return directory.byCode(parsed.data) ?? null
}
