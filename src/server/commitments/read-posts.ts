import type { StructurePosts } from '../../domain/access/structure-posts.ts'
import type {
  PostHolder,
  TeamPost,
  TerritoryPost,
  TerritoryPosts,
} from '../../domain/access/territory-posts.ts'
import { frenchDayOf, type CalendarDay } from '../../domain/calendar-day.ts'
import { boardRow, type BoardRow, type HolderHistory } from '../../domain/commitments/board-row.ts'
import { postLife } from '../../domain/commitments/post-life.ts'
import type { PersonId, ScopeId, StructureId, TeamId } from '../../domain/ids.ts'
import { structureOffers } from '../store/contract-offers.ts'
import {
  namedStructures,
  namesOfScopes,
  structureAssignments,
  type NamedStructure,
} from '../store/post-assignments.ts'
import {
  structurePostFacts,
  teamPostFacts,
  territoryPosts,
  territoryVersion,
  type PostWithFacts,
  type TerritoryVersion,
} from '../store/post-facts.ts'
import { scopesInTeam } from '../store/team-scopes.ts'
import type { Store } from '../store/store.ts'
import type { Db } from '../store/tables.ts'
import { snapshotRead } from '../store/transaction.ts'
import type { BoardPost, BoardShelf, KeptText, ToldPost } from './board-shelf.ts'

/** Posts that a structure holds or held, with its own facts, and who works for it; nothing for who isn't a member. */
export async function readStructurePosts(
  store: Store,
  question: { person: PersonId; structure: StructureId },
): Promise<StructurePosts> {
  return snapshotRead(store, async (db) => ({
    posts: (await structurePostFacts(db, question)).map(({ id, reference, said }) => ({
      id,
      reference,
      said: [...said],
    })),
    offers: await structureOffers(db, question),
    people: await structureAssignments(db, question),
  }))
}

interface TerritoryQuestion {
  readonly person: PersonId
  readonly department: string | null
  readonly now: Date
}

/**
 * Posts of the State's remit on a day: dates and states, and nothing of who works there. A `TerritoryPosts` as JSON: of
 * tens of thousands of posts, making the text anew would take longer than reading them.
 */
export async function readTerritoryPosts(
  store: Store,
  shelf: BoardShelf,
  question: TerritoryQuestion,
): Promise<KeptText> {
  const { department, now } = question
  return snapshotRead(store, async (db) => {
    const { posts, names } = await territoryVersion(db, question)
    const version = `${frenchDayOf(now)} ${posts} ${names}`
    return shelf.boardOf(department ?? 'nation', version, () => boardText(db, shelf, { ...question, names }))
  })
}

async function boardText(
  db: Db,
  shelf: BoardShelf,
  question: TerritoryQuestion & Pick<TerritoryVersion, 'names'>,
): Promise<string> {
  const { now, names } = question
  const today = frenchDayOf(now)
  const told = await shelf.postsOf(db, await territoryPosts(db, question), today)
  const named = told.flatMap(({ structure, holders }) => [structure, ...holders.map((one) => one.structure)])
  const structures = await shelf.namesOf(db, names, new Set(named))
  const posts = told.map((post) => shelf.lineOf(post, () => lineWithNames(post, structures)))
  const counted: Omit<TerritoryPosts, 'posts'> = { countedAt: now.toISOString(), today }
  return `${JSON.stringify(counted).slice(0, -1)},"posts":[${posts.join(',')}]}`
}

/** A `TerritoryPost` as JSON. */
function lineWithNames(
  { structure, holders, text }: ToldPost,
  structures: ReadonlyMap<StructureId, NamedStructure>,
): string {
  const { name = '', siret = null } = structures.get(structure) ?? {}
  const holder: Omit<TerritoryPost, keyof BoardPost> = {
    structureName: name,
    siret,
    holders: holders.map((one) => holderTold(one, structures)),
  }
  return `${text.slice(0, -1)},${JSON.stringify(holder).slice(1)}`
}

function holderTold(
  { structure, from, until, worked }: HolderHistory,
  structures: ReadonlyMap<StructureId, NamedStructure>,
): PostHolder {
  const { name = '', siret = null } = structures.get(structure) ?? {}
  return { structureName: name, siret, from, until, worked: [...worked] }
}

/** Posts that a team's members work on: names and days, no other term of a contract. */
export async function readTeamPosts(
  store: Store,
  question: { person: PersonId; team: TeamId; today: CalendarDay },
): Promise<TeamPost[]> {
  return snapshotRead(store, async (db) => {
    const rows = await rowsOf(db, await teamPostFacts(db, question), question.today)
    const members = await scopesInTeam(db, question)
    const names = await namesOfScopes(db, members)
    return rows.map(({ post, row, structure }) => ({
      id: post.id,
      reference: post.reference,
      structureName: structure?.name ?? '',
      state: row.state,
      since: row.since,
      ...ofMember(row, names),
    }))
  })
}

function ofMember(
  { filling, contractEnds }: BoardRow,
  names: ReadonlyMap<ScopeId, string>,
): Pick<TeamPost, 'advisorName' | 'contractStarts' | 'contractEnds'> {
  const advisorName = filling && names.get(filling.scope)
  if (advisorName === undefined) return { advisorName: null, contractStarts: null, contractEnds: null }
  return { advisorName, contractStarts: filling?.from ?? null, contractEnds }
}

interface ReadRow {
  readonly post: PostWithFacts
  readonly row: BoardRow
  readonly structure: NamedStructure | undefined
}

async function rowsOf(db: Db, posts: readonly PostWithFacts[], today: CalendarDay): Promise<ReadRow[]> {
  const rows = posts.flatMap((post) => {
    const row = boardRow(postLife(post.facts), today)
    return row ? [{ post, row }] : []
  })
  const structures = await namedStructures(db, [...new Set(rows.map(({ row }) => row.structure))])
  return rows.map((one) => ({ ...one, structure: structures.get(one.row.structure) }))
}
