import { foldName } from '../territory/fold-name.ts'
import { derivedId } from './line-identity.ts'
import { columnNames, ownOnly, reportColumns, type Cells, type ColumnName } from './columns.ts'

/** Which of our columns each column of a file is, by its position; an absent one is left aside. */
export type Layout = Readonly<Partial<Record<ColumnName, number>>>

/** How the columns of a file are likely to be meant: each of ours by the head that says it best, once. */
export function likelyLayout(heads: readonly string[]): Layout {
  const folded = heads.map(foldName)
  const taken = new Set<number>()
  const layout: Partial<Record<ColumnName, number>> = {}
  for (const texts of [ownHeads, otherHeads]) {
    for (const name of columnNames.filter((column) => layout[column] === undefined && !ownOnly.has(column))) {
      const index = folded.findIndex((head, at) => !taken.has(at) && texts(name).includes(head))
      if (index === -1) continue
      layout[name] = index
      taken.add(index)
    }
  }
  return layout
}

function ownHeads(name: ColumnName): string[] {
  return [foldName(name), foldName(reportColumns[name].label)]
}

function otherHeads(name: ColumnName): readonly string[] {
  return reportColumns[name].aliases
}

/** The columns of our own file, wherever they stand now. */
export function ownLayout(heads: readonly string[]): Layout {
  return Object.fromEntries(
    columnNames.flatMap((name) => {
      const index = heads.indexOf(name)
      return index === -1 ? [] : [[name, index]]
    }),
  )
}

/** What files of the same tool have in common: their heads. What was matched once is remembered under it. */
export function signatureOf(heads: readonly string[]): string {
  return derivedId(['heads', ...heads.map(foldName)])
}

/** The cells of a line that aren't empty, by our columns. */
export function cellsOf(layout: Layout, line: readonly string[]): Cells {
  return Object.fromEntries(
    Object.entries(layout).flatMap(([name, index]) => {
      const text = line[index] ?? ''
      return text === '' ? [] : [[name, text]]
    }),
  )
}
