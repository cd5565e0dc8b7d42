import type { NamedHolder } from '../../../../domain/commitments/said-post-fact.ts'
import { errorCatalogue } from '../../../../domain/errors.ts'
import { faultOfSiret, siretDigits } from '../../../../domain/siret.ts'
import { inseeCodeSchema } from '../../../../domain/territory/commune.ts'

/** A structure as it is typed. */
export interface HolderValues {
  readonly siret: string
  readonly name: string
  /** INSEE code, or nothing. */
  readonly commune: string
  readonly nature: 'public' | 'private' | null
}

export const noHolder: HolderValues = { siret: '', name: '', commune: '', nature: null }

/** What is wrong with a SIRET as it is typed, in the words of the house; undefined for a good one. */
export function siretError(typed: string): string | undefined {
  const fault = faultOfSiret(siretDigits(typed))
  return fault && errorCatalogue[`siret-${fault}`].title
}

/** The structure that was typed: its name and town only where they were. */
export function namedHolder({ siret, name, commune, nature }: HolderValues): NamedHolder {
  const code = inseeCodeSchema.safeParse(commune)
  return {
    siret: siretDigits(siret),
    ...(name.trim() && { name: name.trim() }),
    ...(code.success && { commune: code.data }),
    ...(nature && { nature }),
  }
}
