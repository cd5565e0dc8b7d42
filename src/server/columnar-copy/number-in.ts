import type { DuckDBValue } from '@duckdb/node-api'

/** Counts and sums come as whole numbers of any size; a sum of nothing is none. */
export function numberIn(value: DuckDBValue | undefined): number {
  return value === undefined || value === null ? 0 : Number(value)
}
