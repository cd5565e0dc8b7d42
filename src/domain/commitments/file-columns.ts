import { foldName } from '../territory/fold-name.ts'

/** What the columns of a kind of file may hold, with the heads by which each is recognised. */
export type FileColumns<C extends string> = Readonly<
  Record<C, { readonly label: string; readonly heads: readonly string[] }>
>

/** Where each column is in a file, from 0. */
export type FileLayout<C extends string> = Readonly<Partial<Record<C, number>>>

/** Which column is which, by what its head begins with or holds; the first that fits, once. */
export function likelyLayout<C extends string>(
  columns: FileColumns<C>,
  names: readonly C[],
  heads: readonly string[],
): FileLayout<C> {
  const folded = heads.map(foldName)
  const layout: Partial<Record<C, number>> = {}
  const taken = new Set<number>()
  for (const fits of [startsWith, holdsWord]) {
    for (const name of names) {
      if (layout[name] !== undefined) continue
      const index = folded.findIndex(
        (head, at) => !taken.has(at) && columns[name].heads.some((word) => fits(head, word)),
      )
      if (index === -1) continue
      layout[name] = index
      taken.add(index)
    }
  }
  return layout
}

function startsWith(head: string, word: string): boolean {
  return head === word || head.startsWith(`${word} `)
}

function holdsWord(head: string, word: string): boolean {
  return ` ${head} `.includes(` ${word} `)
}
