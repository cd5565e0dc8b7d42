/** One line of what a bench prints. */
export interface Figure {
  what: string
  /** What is aimed at, as a sentence: `at most 1.5 ×`; a dash where it is printed for comparison only. */
  target: string
  measured: string
  /** What it is compared with, measured in the same run; a dash where there is nothing. */
  reference: string
  ratio: string
  /** Whether the target is met; null where there is none. */
  met: boolean | null
}

const heads = ['what', 'target', 'measured', 'reference', 'ratio', 'met']

/** Prints a table under a title, columns aligned. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  const rows = [heads, ...figures.map(cellsOf)]
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  console.log(`\n${title}`)
  for (const row of rows) {
    console.log(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
  }
}

function cellsOf({ what, target, measured, reference, ratio, met }: Figure): string[] {
  return [what, target, measured, reference, ratio, met === null ? '' : met ? 'ok' : 'MISSED']
}

/** The value below which a share of the values lies (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

export function milliseconds(value: number): string {
  return `${value.toFixed(value < 100 ? 2 : 0)} ms`
}

/** Thousands of bytes, as networks count. */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}

/** How many times the reference. */
export function timesOf(measured: number, reference: number): string {
  return `${(measured / reference).toFixed(2)} ×`
}
