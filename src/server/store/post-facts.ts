import { sql, type Selectable } from 'kysely'
import { postFactSchema, type PostFact } from '../../domain/commitments/post-fact.ts'
import { postIdSchema, type PostId } from '../../domain/commitments/post-ids.ts'
import type { PersonId, ScopeId, StructureId, TeamId } from '../../domain/ids.ts'
import { asJson } from './database-values.ts'
import type { Db, PostFactTable } from './tables.ts'

/** A post with the facts of it that whoever asks may read. */
export interface PostWithFacts {
  readonly id: PostId
  readonly reference: string
  readonly department: string | null
  readonly facts: readonly PostFact[]
}

/** A fact as it is read, and who said it. */
export interface SaidFact {
  readonly fact: PostFact
  readonly byName: string
}

/** Makes a post; false where another has its number. */
export async function insertPost(
  tx: Db,
  post: { id: PostId; reference: string; department: string | null; at: string },
): Promise<boolean> {
  const row = await tx
    .insertInto('post')
    .values({ post_id: post.id, reference: post.reference, department: post.department, created_at: post.at })
    .onConflict((conflict) => conflict.column('reference').doNothing())
    .returning('post_id')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Takes the turn of a post: until the commit, no other fact of it is decided. Answers those that are known; undefined
 * for a post that doesn't exist.
 */
export async function lockPost(tx: Db, post: PostId): Promise<PostFact[] | undefined> {
  const turn = await tx
    .updateTable('post')
    .set((eb) => ({ fact_changes: eb('fact_changes', '+', 1) }))
    .where('post_id', '=', post)
    .returning('post_id')
    .executeTakeFirst()
  return turn && postFacts(tx, post)
}

/** All that is said of a post. */
export async function postFacts(db: Db, post: PostId): Promise<PostFact[]> {
  const rows = await db.selectFrom('post_fact').selectAll().where('post_id', '=', post).execute()
  return rows.map(factOf)
}

/** Writes facts once; nothing about them is ever changed. */
export async function insertPostFacts(
  tx: Db,
  post: PostId,
  facts: readonly PostFact[],
  by: PersonId,
): Promise<void> {
  if (facts.length === 0) return
  const rows = facts.map((fact) => {
    const { id, kind, day, at, replaces, ...rest } = fact
    const { structure = null, ...said } = { structure: undefined, ...rest }
    return {
      fact_id: id,
      post_id: post,
      kind,
      day,
      structure_id: structure,
      said: asJson(said),
      replaces,
      by_person: by,
      at,
    }
  })
  await tx.insertInto('post_fact').values(rows).execute()
}

/** Whether a number is a post's. */
export async function postByReference(db: Db, reference: string): Promise<PostId | undefined> {
  const row = await db
    .selectFrom('post')
    .select('post_id')
    .where('reference', '=', reference)
    .executeTakeFirst()
  return row && postIdSchema.parse(row.post_id)
}

/** SIRETs of those that hold or held the post of a number; undefined where it is no post's. */
export async function siretsOfPost(db: Db, reference: string): Promise<string[] | undefined> {
  const { rows } = await sql<{ siret: string | null }>`
    select distinct s.siret from post p
    left join post_fact f on f.post_id = p.post_id and f.kind in ('notified', 'transferred')
    left join structure s on s.structure_id = f.structure_id
    where p.reference = ${reference}`.execute(db)
  return rows.length === 0 ? undefined : rows.flatMap(({ siret }) => siret ?? [])
}

/** Contracts of an assignment that facts of some post say. */
export async function saidContracts(db: Db, scope: ScopeId): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ contract: string }>`
    select f.said ->> 'contract' as contract from post_fact f
    where f.kind = 'contract' and f.said ->> 'scope' = ${scope}`.execute(db)
  return new Set(rows.map(({ contract }) => contract))
}

type Row = Selectable<PostFactTable> & { reference: string; department: string | null; by_name?: string }

/**
 * Posts that a structure holds or held, by their number, with what concerns it: of another holder, only that it held the
 * post. None for anybody who isn't a member of it while the query runs.
 */
export async function structurePostFacts(
  db: Db,
  { person, structure }: { person: PersonId; structure: StructureId },
): Promise<(PostWithFacts & { readonly said: readonly SaidFact[] })[]> {
  const { rows } = await sql<Row>`
    select f.*, p.reference, p.department,
      -- Who refuses a contract stays unknown to who offered it.
      case f.kind when 'declined' then '' else concat_ws(' ', w.given_name, w.family_name) end as by_name
    from membership m
    join post p on exists (
      select 1 from post_fact h
      where h.post_id = p.post_id and h.structure_id = m.structure_id and h.kind in ('notified', 'transferred'))
    join post_fact f on f.post_id = p.post_id
      and (f.structure_id is null or f.structure_id = m.structure_id or f.kind in ('notified', 'transferred'))
    join person w on w.person_id = f.by_person
    where m.person_id = ${person} and m.structure_id = ${structure}
    order by p.reference, f.at, f.fact_id`.execute(db)
  return byPost(rows).map(({ post, own }) => ({
    ...post,
    said: own.map((row) => ({ fact: factOf(row), byName: row.by_name ?? '' })),
  }))
}

/**
 * Posts of the State's remit, or those of it that one structure holds or held, by their number, without what belongs to
 * the structures alone: steps of a recruitment. None for anybody who doesn't read for the State there while the query
 * runs.
 */
export async function territoryPostFacts(
  db: Db,
  { person, department, structure }: TerritoryQuestion,
): Promise<PostWithFacts[]> {
  const { rows } = await sql<Row>`
    select f.*, p.reference, p.department
    from state_remit r
    join post p on r.department is null or r.department = p.department
    join post_fact f on f.post_id = p.post_id and f.kind <> 'step'
    where r.person_id = ${person} and (${department}::text is null or p.department = ${department}::text)
      ${structure === undefined ? sql`` : heldBy(structure)}
    order by p.reference, f.fact_id`.execute(db)
  return byPost(rows).map(({ post }) => post)
}

interface TerritoryQuestion {
  readonly person: PersonId
  /** Null for all of the remit. */
  readonly department: string | null
  readonly structure?: StructureId
}

function heldBy(structure: StructureId) {
  return sql`and p.post_id in (
    select h.post_id from post_fact h
    where h.structure_id = ${structure} and h.kind in ('notified', 'transferred'))`
}

/**
 * Posts that members of a team work on or worked on, by their number. None for anybody who doesn't coordinate it while
 * the query runs.
 */
export async function teamPostFacts(
  db: Db,
  { person, team, today }: { person: PersonId; team: TeamId; today: string },
): Promise<PostWithFacts[]> {
  const { rows } = await sql<Row>`
    select f.*, p.reference, p.department
    from post p
    join post_fact f on f.post_id = p.post_id and f.kind <> 'step'
    where p.post_id in (
      select c.post_id from team_coordinator l
      join team_member t on t.team_id = l.team_id and (t.leaves is null or t.leaves >= ${today}::date)
      join post_fact c on c.kind = 'contract' and c.said ->> 'scope' = t.scope_id::text
      where l.person_id = ${person} and l.team_id = ${team})
    order by p.reference, f.fact_id`.execute(db)
  return byPost(rows).map(({ post }) => post)
}

/**
 * What is said of somebody's own contracts, by the posts that they fill: of nobody else. Nothing of a scope that was
 * withdrawn (I14).
 */
export async function ownPostFacts(db: Db, person: PersonId): Promise<PostWithFacts[]> {
  const { rows } = await sql<Row>`
    select distinct f.*, p.reference, p.department
    from assignment a
    join sync_grant g on g.scope_id = a.scope_id and g.user_id = a.person_id and g.can_write
    join post_fact c on c.structure_id = a.structure_id and c.kind = 'contract'
      and c.said ->> 'scope' = a.scope_id::text
    join post p on p.post_id = c.post_id
    join post_fact f on f.post_id = p.post_id and (f.kind = 'withdrawn'
      or f.kind in ('contract', 'departure') and f.said ->> 'scope' = a.scope_id::text)
    where a.person_id = ${person}
    order by p.reference, f.fact_id`.execute(db)
  return byPost(rows).map(({ post }) => post)
}

function byPost(rows: readonly Row[]): { post: PostWithFacts; own: Row[] }[] {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const own = found.get(row.post_id)
    if (own) own.push(row)
    else found.set(row.post_id, [row])
  }
  return [...found.values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const { reference, department } = first
    const post = { id: postIdSchema.parse(first.post_id), reference, department, facts: own.map(factOf) }
    return [{ post, own }]
  })
}

function factOf(row: Selectable<PostFactTable>): PostFact {
  const { fact_id: id, kind, day, structure_id: structure, said, replaces, at } = row
  // What is stored was an object when it was written; the schema judges the whole.
  return postFactSchema.parse({ ...(said as object), id, kind, day, structure, replaces, at })
}
