import type { DocumentState } from '../sync/stored-document.ts'

/** What tells who a person's page stands for: of the whole of it, all that figures need. */
export interface PersonStanding {
  readonly id: string
  readonly state: DocumentState
  readonly mergedInto?: string | undefined
}

/**
 * The person whom an id means: that of the page which stands for all those that were merged into it. Undefined for
 * somebody who was erased: an anonymous person, one more each time they are counted (domain.md, "What is counted").
 */
export type ResolvePerson = (id: string) => string | undefined

/**
 * Who is who among the pages of a scope, once merges are followed (domain.md, "Beneficiary"). No report is rewritten:
 * whoever counts or shows the people whom reports name asks this first. The answer doesn't depend on the order of the
 * pages, nor on the page that a chain is entered by:
 * - a chain (A into B, B into C) ends at its last page that is there: one that was erased or deleted takes nobody with
 *   it who wasn't erased too, and one that hasn't arrived yet is waited for;
 * - a circle, which two devices make (A into B, B into A), is one person: the page with the smallest id, the first made;
 * - an id that no page is known of is taken as it is: its page hasn't arrived.
 */
export function resolvePeople(pages: Iterable<PersonStanding>): ResolvePerson {
  const known = new Map<string, PersonStanding>()
  for (const page of pages) known.set(page.id, page)
  const found = new Map<string, string>()
  return (id) => {
    if (known.get(id)?.state === 'erased') return undefined
    const resolved = found.get(id) ?? endOfChain(known, id)
    found.set(id, resolved)
    return resolved
  }
}

function endOfChain(known: ReadonlyMap<string, PersonStanding>, id: string): string {
  const path = [id]
  for (;;) {
    const into = known.get(path.at(-1) ?? id)?.mergedInto
    if (into === undefined || known.get(into)?.state !== 'live') return path.at(-1) ?? id
    const circle = path.indexOf(into)
    if (circle >= 0) return path.slice(circle).reduce((first, one) => (one < first ? one : first))
    path.push(into)
  }
}
