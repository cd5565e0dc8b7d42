import type { TerritoryPost } from '../../domain/access/territory-posts.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import { boardRow, type HolderHistory } from '../../domain/commitments/board-row.ts'
import { postLife } from '../../domain/commitments/post-life.ts'
import type { PostId } from '../../domain/commitments/post-ids.ts'
import type { StructureId } from '../../domain/ids.ts'
import { factsOfPosts, type PostVersion, type PostWithFacts } from '../store/post-facts.ts'
import { namedStructures, type NamedStructure } from '../store/post-assignments.ts'
import type { Db } from '../store/tables.ts'

/** What a board tells of a post on a day, but for what those that hold and held it are called. */
export type BoardPost = Omit<TerritoryPost, 'structureName' | 'siret' | 'holders'>

/** The same, as it is kept. */
export interface ToldPost {
  readonly reference: string
  readonly structure: StructureId
  readonly holders: readonly HolderHistory[]
  /** The `BoardPost` as JSON. */
  readonly text: string
}

/** What was written out and is still right: the same object as long as it is. */
export interface KeptText {
  readonly text: string
}

interface Kept {
  readonly changes: number
  readonly today: CalendarDay
  /** Undefined where a board has nothing to tell. */
  readonly told: ToldPost | undefined
}

/**
 * What boards tell of posts, each as long as nothing more is said of the post and the day is the same: of tens of
 * thousands of posts a few change in a day. Boards themselves, as long as nothing is said of any of their posts. Nothing
 * but time is lost with it: any server reads the facts again.
 */
export class BoardShelf {
  readonly #posts = new Map<PostId, Kept>()
  #named = namedBy('')
  readonly #boards = new Map<string, { readonly version: string; readonly kept: KeptText }>()

  /**
   * The board of a territory.
   *
   * @param version what it is made of
   */
  async boardOf(territory: string, version: string, make: () => Promise<string>): Promise<KeptText> {
    const known = this.#boards.get(territory)
    if (known?.version === version) return known.kept
    const kept = { text: await make() }
    this.#boards.set(territory, { version, kept })
    return kept
  }

  /**
   * What structures are called, as long as none is named anew.
   *
   * @param version of their names
   */
  async namesOf(
    db: Db,
    version: string,
    structures: ReadonlySet<StructureId>,
  ): Promise<ReadonlyMap<StructureId, NamedStructure>> {
    if (this.#named.version !== version) this.#named = namedBy(version)
    const { names } = this.#named
    const unknown = [...structures].filter((id) => !names.has(id))
    for (const [id, named] of await namedStructures(db, unknown)) names.set(id, named)
    return names
  }

  /** What is told of a post with the names that `namesOf` gave last, as long as both are the same. */
  lineOf(told: ToldPost, make: () => string): string {
    const { lines } = this.#named
    const known = lines.get(told)
    if (known !== undefined) return known
    const line = make()
    lines.set(told, line)
    return line
  }

  /** By their number; those of which there is nothing to tell are left out. */
  async postsOf(db: Db, posts: readonly PostVersion[], today: CalendarDay): Promise<ToldPost[]> {
    const unknown = posts.filter(({ id, changes }) => {
      const kept = this.#posts.get(id)
      return kept?.changes !== changes || kept.today !== today
    })
    await this.#read(db, unknown, today)
    return posts
      .flatMap(({ id }) => this.#posts.get(id)?.told ?? [])
      .sort((a, b) => (a.reference < b.reference ? -1 : 1))
  }

  async #read(db: Db, posts: readonly PostVersion[], today: CalendarDay): Promise<void> {
    const changes = new Map(posts.map((post) => [post.id, post.changes]))
    for (const post of await factsOfPosts(db, [...changes.keys()])) {
      const told = toldPost(post, today)
      this.#posts.set(post.id, { changes: changes.get(post.id) ?? 0, today, told })
    }
  }
}

/** Nothing yet is known by names of this version. */
function namedBy(version: string) {
  return { version, names: new Map<StructureId, NamedStructure>(), lines: new WeakMap<ToldPost, string>() }
}

function toldPost(post: PostWithFacts, today: CalendarDay): ToldPost | undefined {
  const life = postLife(post.facts)
  const row = boardRow(life, today)
  if (!row) return undefined
  const board: BoardPost = {
    id: post.id,
    reference: post.reference,
    department: post.department,
    role: life.notified?.role ?? 'advisor',
    isAdditional: life.notified?.isAdditional ?? false,
    structureId: row.structure,
    state: row.state,
    since: row.since,
    notifiedOn: life.notified?.day ?? row.since,
    returnedOn: row.returnedOn,
    contractStarts: row.filling?.from ?? null,
    contractEnds: row.contractEnds,
    awaitsAcceptance: row.awaitsAcceptance,
    conventionStarts: row.conventionStarts,
    conventionEnds: row.conventionEnds,
  }
  const { structure, holders } = row
  return { reference: post.reference, structure, holders, text: JSON.stringify(board) }
}
