import { sql, type Selectable } from 'kysely'
import type { PostFact } from '../../domain/commitments/post-fact.ts'
import { postIdSchema, type PostId } from '../../domain/commitments/post-ids.ts'
import { groupBy } from '../../domain/group-by.ts'
import {
  structureIdSchema,
  type PersonId,
  type ScopeId,
  type StructureId,
  type TeamId,
} from '../../domain/ids.ts'
import { askedStructures, type AskedStructures } from './asked-structures.ts'
import { asJson } from './database-values.ts'
import type { Db } from './tables.ts'
import type { PostFactTable } from './tables/commitment-tables.ts'

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

interface NewPostRow {
  readonly id: PostId
  readonly reference: string
  readonly department: string | null
  readonly at: string
}

/** Makes a post; false where it is there, or another has its number. */
export async function insertPost(tx: Db, post: NewPostRow): Promise<boolean> {
  return insertPosts(tx, [post])
}

/** Makes posts; false where one is there, or another has its number: then the transaction is to be given up. */
export async function insertPosts(tx: Db, posts: readonly NewPostRow[]): Promise<boolean> {
  if (posts.length === 0) return true
  const { rows } = await sql`
    insert into post (post_id, reference, department, created_at)
    select p.id, p.reference, p.department, p.at
    from jsonb_to_recordset(${asJson(posts)}::jsonb) as p (id uuid, reference text, department text, at timestamptz)
    order by p.reference
    on conflict do nothing returning 1 as one`.execute(tx)
  return rows.length === posts.length
}

/** What is there of some posts: ids, and numbers. */
export interface KnownPosts {
  readonly ids: readonly string[]
  readonly references: readonly string[]
}

/** Which of the ids and numbers of some posts are taken. */
export async function postsKnown(
  db: Db,
  posts: readonly { readonly id: PostId; readonly reference: string }[],
): Promise<KnownPosts> {
  const { rows } = await sql<{ post_id: string; reference: string }>`
    select post_id, reference from post where post_id = any(${posts.map(({ id }) => id)}::uuid[])
    union
    select post_id, reference from post where reference = any(${posts.map(({ reference }) => reference)}::text[])`.execute(
    db,
  )
  return { ids: rows.map(({ post_id }) => post_id), references: rows.map(({ reference }) => reference) }
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
  await insertFactsOfPosts(tx, [{ post, facts }], by)
}

/** The same of several posts. */
export async function insertFactsOfPosts(
  tx: Db,
  posts: readonly { readonly post: PostId; readonly facts: readonly PostFact[] }[],
  by: PersonId,
): Promise<void> {
  const rows = posts.flatMap(({ post, facts }) => facts.map((fact) => rowOf(post, fact)))
  if (rows.length === 0) return
  await sql`
    insert into post_fact (fact_id, post_id, kind, day, structure_id, said, replaces, by_person, at)
    select f.id, f.post, f.kind, f.day, f.structure, f.said, f.replaces, ${by}::uuid, f.at
    from jsonb_to_recordset(${asJson(rows)}::jsonb) as f
      (id uuid, post uuid, kind text, day date, structure uuid, said jsonb, replaces uuid, at timestamptz)`.execute(
    tx,
  )
}

function rowOf(post: PostId, { id, kind, day, at, replaces, ...rest }: PostFact) {
  const { structure = null, ...said } = { structure: undefined, ...rest }
  return { id, post, kind, day, structure, said, replaces, at }
}

/** Of posts by their numbers, the SIRETs of those that hold or held each; those that are no post's are left out. */
export async function siretsOfPosts(
  db: Db,
  references: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (references.length === 0) return new Map()
  const { rows } = await sql<{ reference: string; sirets: string[] }>`
    select p.reference, coalesce(array_agg(distinct s.siret) filter (where s.siret is not null), '{}') as sirets
    from post p
    left join post_fact f on f.post_id = p.post_id and f.kind in ('notified', 'transferred')
    left join structure s on s.structure_id = f.structure_id
    where p.reference = any(${[...references]}::text[])
    group by p.reference`.execute(db)
  return new Map(rows.map(({ reference, sirets }) => [reference, sirets]))
}

/** Contracts of an assignment that facts of some post say. */
export async function saidContracts(db: Db, scope: ScopeId): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ contract: string }>`
    select f.said ->> 'contract' as contract from post_fact f
    where f.kind = 'contract' and f.said ->> 'scope' = ${scope}`.execute(db)
  return new Set(rows.map(({ contract }) => contract))
}

type Row = Selectable<PostFactTable> & { reference: string; department: string | null }

/** A post as a structure that holds or held it may read it. */
export interface StructurePost extends PostWithFacts {
  /** Who may read it so. */
  readonly structure: StructureId
  readonly said: readonly SaidFact[]
}

/**
 * Posts that structures hold or held, by their number, with what concerns each: of another holder, only that it held the
 * post. None for anybody who isn't a member while the query runs.
 */
export async function structurePostFacts(db: Db, asked: AskedStructures): Promise<StructurePost[]> {
  const { rows } = await sql<Row & { reader: string; by_name: string }>`
    select distinct m.structure_id as reader, f.*, p.reference, p.department,
      -- Who refuses a contract stays unknown to who offered it.
      case f.kind when 'declined' then '' else concat_ws(' ', w.given_name, w.family_name) end as by_name
    from ${askedStructures(asked)}
    -- More than one of the same post where it came back.
    join post_fact h on h.structure_id = m.structure_id and h.kind in ('notified', 'transferred')
    join post p on p.post_id = h.post_id
    join post_fact f on f.post_id = p.post_id
      and (f.structure_id is null or f.structure_id = m.structure_id or f.kind in ('notified', 'transferred'))
    join person w on w.person_id = f.by_person
    order by p.reference, f.at, f.fact_id`.execute(db)
  return [...groupBy(rows, ({ reader }) => reader)].flatMap(([reader, read]) =>
    byPost(read).map(({ post, rows: own }) => ({
      ...post,
      structure: structureIdSchema.parse(reader),
      said: own.map(({ fact, row }) => ({ fact, byName: row.by_name })),
    })),
  )
}

/** A post, and how often something was added to what is known of it: as long as it is the same, nothing was. */
export interface PostVersion {
  readonly id: PostId
  readonly changes: number
}

interface TerritoryQuestion {
  readonly person: PersonId
  readonly department: string | null
}

/** From posts `p` of the State's remit; from none for anybody who doesn't read for the State there while the query runs. */
function fromTerritory({ person, department }: TerritoryQuestion) {
  return sql`
    from state_remit r
    join post p on r.department is null or r.department = p.department
    where r.person_id = ${person} and (${department}::text is null or p.department = ${department}::text)`
}

/**
 * What tells whether anything was said of a territory's posts, and whether a structure was named anew, since it was asked
 * last: posts and facts only become more.
 */
export interface TerritoryVersion {
  readonly posts: string
  readonly names: string
}

export async function territoryVersion(db: Db, question: TerritoryQuestion): Promise<TerritoryVersion> {
  const { rows } = await sql<TerritoryVersion>`
    select concat_ws(' ', t.posts, t.changes) as posts, concat_ws(' ', n.structures, n.named) as names
    from (select count(*) as posts, sum(p.fact_changes) as changes ${fromTerritory(question)}) t,
      (select count(*) as structures, sum(hashtextextended(concat_ws(' ', s.structure_id, s.siret, s.name), 0)) as named
        from structure s) n`.execute(db)
  return rows[0] ?? { posts: '', names: '' }
}

/** A territory's posts, in no order. */
export async function territoryPosts(db: Db, question: TerritoryQuestion): Promise<PostVersion[]> {
  // In one value: tens of thousands of rows take longer to be read one by one.
  const { rows } = await sql<{ posts: string | null }>`
    select string_agg(p.post_id || ' ' || p.fact_changes, ',') as posts ${fromTerritory(question)}`.execute(
    db,
  )
  return (rows[0]?.posts?.split(',') ?? []).map((post) => {
    const [id, changes] = post.split(' ')
    // An id of our own column: tens of thousands aren't looked through again.
    return { id: id as PostId, changes: Number(changes) }
  })
}

/** Posts, without what belongs to the structures alone: steps of a recruitment. Whoever asks has found them by what they may read. */
export async function factsOfPosts(db: Db, posts: readonly PostId[]): Promise<PostWithFacts[]> {
  if (posts.length === 0) return []
  const { rows } = await sql<Row>`
    select f.*, p.reference, p.department
    from post p join post_fact f on f.post_id = p.post_id and f.kind <> 'step'
    where p.post_id = any(${[...posts]}::uuid[])
    order by f.fact_id`.execute(db)
  return byPost(rows).map(({ post }) => post)
}

/**
 * Posts of the State's remit that a structure holds or held, by their number, without what belongs to the structures
 * alone: steps of a recruitment. None for anybody who doesn't read for the State there while the query runs.
 */
export async function remitPostFacts(
  db: Db,
  { person, structure }: { readonly person: PersonId; readonly structure: StructureId },
): Promise<PostWithFacts[]> {
  const { rows } = await sql<Row>`
    select f.*, p.reference, p.department
    from state_remit r
    join post p on r.department is null or r.department = p.department
    join post_fact f on f.post_id = p.post_id and f.kind <> 'step'
    where r.person_id = ${person} and p.post_id in (
      select h.post_id from post_fact h
      where h.structure_id = ${structure} and h.kind in ('notified', 'transferred'))
    order by p.reference, f.fact_id`.execute(db)
  return byPost(rows).map(({ post }) => post)
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

/** A post, and its rows, each beside the fact that it holds. */
interface ReadPost<R extends Row> {
  readonly post: PostWithFacts
  readonly rows: readonly { readonly row: R; readonly fact: PostFact }[]
}

function byPost<R extends Row>(rows: readonly R[]): ReadPost<R>[] {
  return [...groupBy(rows, ({ post_id }) => post_id).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const { reference, department } = first
    const read = own.map((row) => ({ row, fact: factOf(row) }))
    const facts = read.map(({ fact }) => fact)
    return [{ post: { id: postIdSchema.parse(first.post_id), reference, department, facts }, rows: read }]
  })
}

function factOf(row: Selectable<PostFactTable>): PostFact {
  const { fact_id: id, kind, day, structure_id: structure, said, replaces, at } = row
  // What is stored was validated when it was written: tens of thousands of facts aren't looked through again.
  return { ...(said as object), id, kind, day, structure, replaces, at } as PostFact
}
