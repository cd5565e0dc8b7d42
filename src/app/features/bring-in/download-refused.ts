import { textOfSafeCell } from '../../../domain/exchange/cell-text.ts'
import { problemInWords } from '../../../domain/exchange/read-report-line.ts'
import { csvText } from '../../data/files/write-csv.ts'
import { downloadText } from '../../ui/download-text.ts'
import type { PlannedLine } from './plan.ts'
import type { Source } from './source.ts'

/** Gives the lines that don't come as a file of their own, each with why: to be corrected and brought in later. */
export function downloadRefused(lines: readonly PlannedLine[], source: Source): void {
  const refused = lines.filter(({ fate }) => fate === 'refused')
  const { heads, cellsOf } = contentOf(source)
  const rows = refused.map(({ n, problems }) => [
    ...cellsOf(n),
    String(n),
    problems.map(problemInWords).join(' '),
  ])
  downloadText(
    'espace-coop-lignes-a-revoir.csv',
    'text/csv;charset=utf-8',
    csvText([...heads, 'ligne', 'raison'], rows),
  )
}

function contentOf(source: Source): { heads: readonly string[]; cellsOf: (n: number) => readonly string[] } {
  if (!('table' in source)) return { heads: [], cellsOf: () => [] }
  const { heads, rows } = source.table
  const byNumber = new Map(rows.map(({ n, cells }) => [n, cells]))
  // Written again as they were: our own files have their apostrophes already.
  const textOf = source.kind === 'own' ? textOfSafeCell : (cell: string) => cell
  return { heads, cellsOf: (n) => heads.map((_, index) => textOf(byNumber.get(n)?.[index] ?? '')) }
}
