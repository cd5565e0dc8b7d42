import type { TerritoryName } from '../../../../domain/needs/territory-key.ts'
import { addresses } from '../../../addresses.ts'

/** What a territory needs, in a year; the last one that is told without one. Not among what a first visit loads. */
export function needsAddress({ kind, code }: TerritoryName, year?: number): string {
  const address = kind === 'france' ? addresses.needs : `${addresses.needs}/${kind}/${code}`
  return year === undefined ? address : `${address}?annee=${year}`
}
