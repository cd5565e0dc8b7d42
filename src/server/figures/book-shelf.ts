import { countedChanges } from '../store/counted-changes.ts'
import type { GroupPost } from '../store/group-posts.ts'
import type { Db } from '../store/tables.ts'
import { scopeBook, type ScopeBook } from './scope-book.ts'

/** Facts that are kept in memory, over all books: a few hundred bytes each. */
const mostFacts = 200_000

/** Books that are read at the same time: others need connections to the database too. */
const atOnce = 4

export interface PostWithBook {
  readonly post: GroupPost
  readonly book: ScopeBook
}

/**
 * Books of the scopes that were asked for last, each as long as its scope doesn't change. Nothing but time is lost with
 * them: any server reads them again.
 */
export class BookShelf {
  readonly #books = new Map<string, { readonly version: string; readonly book: ScopeBook }>()
  #facts = 0

  /** Each of some posts with its book, in their order. */
  async booksOf(db: Db, posts: readonly GroupPost[]): Promise<PostWithBook[]> {
    const books: PostWithBook[] = []
    for (let from = 0; from < posts.length; from += atOnce) {
      const some = posts.slice(from, from + atOnce)
      books.push(
        ...(await Promise.all(some.map(async (post) => ({ post, book: await this.#bookOf(db, post) })))),
      )
    }
    return books
  }

  async #bookOf(db: Db, post: GroupPost): Promise<ScopeBook> {
    const version = `${post.seq} ${post.commune}`
    const known = this.#books.get(post.scope)
    if (known) this.#take(post.scope)
    const book = known?.version === version ? known.book : await readBook(db, post)
    this.#put(post.scope, { version, book })
    return book
  }

  #take(scope: string): void {
    this.#facts -= this.#books.get(scope)?.book.facts.length ?? 0
    this.#books.delete(scope)
  }

  /** As the last one asked for: the first of those kept is the one that goes. */
  #put(scope: string, kept: { version: string; book: ScopeBook }): void {
    this.#take(scope)
    this.#books.set(scope, kept)
    this.#facts += kept.book.facts.length
    for (const oldest of this.#books.keys()) {
      if (this.#facts <= mostFacts || oldest === scope) return
      this.#take(oldest)
    }
  }
}

async function readBook(db: Db, post: GroupPost): Promise<ScopeBook> {
  // Everything is a change since the beginning.
  const found = await countedChanges(db, [{ scope: post.scope, after: 0 }])
  const { changes = [] } = found.get(post.scope) ?? {}
  return scopeBook(post, changes)
}
