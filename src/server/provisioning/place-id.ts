import { v5 } from 'uuid'
import type { ScopeId } from '../../domain/ids.ts'

/** Drawn once: what makes our ids differ from others' made of the same words. */
const namespace = 'b0f4a0f6-2a5b-4f0e-9d0b-2f6f5a1c7e43'

/** The id of a provisioned place: the same file gives the same ids, so that running it again doubles nothing. */
export function placeIdOf(scope: ScopeId, { name, commune }: { name: string; commune: string }): string {
  const key = name.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase()
  return v5([scope, commune, key].join('\n'), namespace)
}
