import type { StructurePosts } from '../../domain/access/structure-posts.ts'
import type { PostHolder, TeamPost, TerritoryPost } from '../../domain/access/territory-posts.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import { boardRow, type BoardRow, type HolderHistory } from '../../domain/commitments/board-row.ts'
import { postLife, type PostLife } from '../../domain/commitments/post-life.ts'
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
  territoryPostFacts,
  type PostWithFacts,
} from '../store/post-facts.ts'
import { scopesInTeam } from '../store/team-scopes.ts'
import type { Store } from '../store/store.ts'
import type { Db } from '../store/tables.ts'
import { snapshotRead } from '../store/transaction.ts'

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

/** Posts of the State's remit on a day: dates and states, and nothing of who works there. */
export async function readTerritoryPosts(
  store: Store,
  question: { person: PersonId; department: string | null; today: CalendarDay },
): Promise<TerritoryPost[]> {
  return snapshotRead(store, async (db) => {
    const rows = await rowsOf(db, await territoryPostFacts(db, question), question.today)
    return rows.map(({ post, life, row, structure, structures }) => ({
      id: post.id,
      reference: post.reference,
      department: post.department,
      role: life.notified?.role ?? 'advisor',
      isAdditional: life.notified?.isAdditional ?? false,
      structureId: row.structure,
      structureName: structure?.name ?? '',
      siret: structure?.siret ?? null,
      state: row.state,
      since: row.since,
      notifiedOn: life.notified?.day ?? row.since,
      holders: row.holders.map((holder) => holderTold(holder, structures)),
      returnedOn: row.returnedOn,
      contractStarts: row.filling?.from ?? null,
      contractEnds: row.contractEnds,
      awaitsAcceptance: row.awaitsAcceptance,
      conventionStarts: row.conventionStarts,
      conventionEnds: row.conventionEnds,
    }))
  })
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

function holderTold(
  { structure, from, until, worked }: HolderHistory,
  structures: ReadRow['structures'],
): PostHolder {
  const { name = '', siret = null } = structures.get(structure) ?? {}
  return { structureName: name, siret, from, until, worked: [...worked] }
}

interface ReadRow {
  readonly post: PostWithFacts
  readonly life: PostLife
  readonly row: BoardRow
  readonly structure: NamedStructure | undefined
  /** All that are named. */
  readonly structures: ReadonlyMap<StructureId, NamedStructure>
}

async function rowsOf(db: Db, posts: readonly PostWithFacts[], today: CalendarDay): Promise<ReadRow[]> {
  const rows = posts.flatMap((post) => {
    const life = postLife(post.facts)
    const row = boardRow(life, today)
    return row ? [{ post, life, row }] : []
  })
  const named = rows.flatMap(({ row }) => [row.structure, ...row.holders.map(({ structure }) => structure)])
  const structures = await namedStructures(db, [...new Set(named)])
  return rows.map((one) => ({ ...one, structures, structure: structures.get(one.row.structure) }))
}
