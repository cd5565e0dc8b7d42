import type { TerritoryKind } from './make-edition.ts'

/** A territory, as addresses name it: `commune:09261`, `epci:200067940`, `departement:09`, `region:76`, `france:`. */
export interface TerritoryName {
  readonly kind: TerritoryKind
  /** Empty for the nation. */
  readonly code: string
}

export const nation: TerritoryName = { kind: 'france', code: '' }

const written = /^(commune|epci|departement|region):([0-9A-Z]{2,9})$/

/** Undefined for a text that names none; whether there is such a territory is another question. */
export function territoryIn(text: string): TerritoryName | undefined {
  const [, kind, code] = written.exec(text) ?? []
  if (text === 'france:') return nation
  // Of the four that the pattern lets through.
  return code === undefined ? undefined : { kind: kind as TerritoryKind, code }
}

export function territoryText({ kind, code }: TerritoryName): string {
  return `${kind}:${code}`
}
