import type { CalendarDay } from '../../../domain/calendar-day.ts'
import { addDays } from '../../../domain/calendar-day.ts'
import { conventionEnd } from '../../../domain/commitments/convention-months.ts'
import { postFactIdSchema, postIdSchema, type PostId } from '../../../domain/commitments/post-ids.ts'
import type { PostFact } from '../../../domain/commitments/post-fact.ts'
import {
  documentIdSchema,
  personIdSchema,
  scopeIdSchema,
  structureIdSchema,
  type PersonId,
  type ScopeId,
  type StructureId,
} from '../../../domain/ids.ts'
import type { JsonObject } from '../../../domain/json.ts'
import { departmentOf } from '../../../domain/territory/departments.ts'
import type { Ids } from '../../clock-and-ids.ts'
import { insertPost, insertPostFacts } from '../../store/post-facts.ts'
import { createAssignment, putContract } from '../../store/provisioning-assignments.ts'
import { putPerson } from '../../store/provisioning-people.ts'
import { putStructure, structureBySiret } from '../../store/provisioning-structures.ts'
import type { Db } from '../../store/tables.ts'
import { writeServerDocuments } from '../../sync/write-server-document.ts'
import { generateReports } from '../generate-reports.ts'
import type { InventedPost, InventedStructure } from './invented-structure.ts'

export interface Seeding {
  readonly tx: Db
  readonly ids: Ids
  readonly now: Date
  readonly today: CalendarDay
  /** Of how many weeks reports are made. */
  readonly weeks: number
  /** Whom the facts name. */
  readonly by: PersonId
}

export interface Seeded {
  readonly posts: number
  readonly reports: number
}

/** Writes an invented structure with its posts, its advisors and their last reports; one that is known is left alone. */
export async function seedStructure(seeding: Seeding, invented: InventedStructure): Promise<Seeded> {
  const { tx, ids, now } = seeding
  const { siret, name, commune, kind, posts } = invented
  if (await structureBySiret(tx, siret)) return { posts: 0, reports: 0 }
  const id = structureIdSchema.parse(ids.newId())
  const department = departmentOf(commune) ?? null
  await putStructure(tx, { id, siret, name, commune, department, kind }, now.toISOString())
  let reports = 0
  for (const [index, post] of posts.entries()) {
    const reference = `${department ?? '00'}-${siret.slice(3, 13)}-${index + 1}`
    reports += await seedPost(seeding, { structure: id, department, reference, commune }, post)
  }
  return { posts: posts.length, reports }
}

interface Place {
  readonly structure: StructureId
  readonly department: string | null
  readonly reference: string
  readonly commune: InventedStructure['commune']
}

async function seedPost(seeding: Seeding, place: Place, post: InventedPost): Promise<number> {
  const { tx, ids, now, by } = seeding
  const { structure, reference, department, commune } = place
  const id: PostId = postIdSchema.parse(ids.newId())
  const at = now.toISOString()
  await insertPost(tx, { id, reference, department, at })
  const person = personIdSchema.parse(ids.newId())
  const names = { givenName: 'Personne', familyName: reference }
  await putPerson(tx, { id: person, email: `p-${reference}@nation.example`.toLowerCase(), ...names }, at)
  const scope = scopeIdSchema.parse(ids.newId())
  await createAssignment(tx, { scope, person, structure, role: 'advisor' })
  const contract = ids.newId()
  await putContract(tx, { scope, id: contract, starts: post.starts, ends: post.ends })
  await insertPostFacts(tx, id, factsOf(post, { ids, at, structure, scope, contract }), by)
  return seedReports(seeding, { scope, person, commune, reference }, post)
}

function factsOf(
  { notifiedOn, fate, starts, ends }: InventedPost,
  known: { ids: Ids; at: string; structure: StructureId; scope: ScopeId; contract: string },
): PostFact[] {
  const { ids, at, structure, scope, contract } = known
  const base = () => ({ id: postFactIdSchema.parse(ids.newId()), at, replaces: null })
  const terms = ends === null ? ('cdi' as const) : ('cdd' as const)
  return [
    { ...base(), kind: 'notified', day: notifiedOn, structure, role: 'advisor', isAdditional: false },
    { ...base(), kind: 'convention', day: notifiedOn, structure, ends: conventionEnd(notifiedOn, 36) },
    {
      ...base(),
      kind: 'contract',
      day: starts,
      structure,
      scope,
      contract,
      terms,
      ends,
      weeklyMinutes: 2100,
    },
    ...(fate === 'returned' && ends !== null
      ? [{ ...base(), kind: 'returned' as const, day: addDays(ends, 1) }]
      : []),
  ]
}

async function seedReports(
  { tx, ids, now, today, weeks }: Seeding,
  who: { scope: ScopeId; person: PersonId; commune: string; reference: string },
  { starts, ends }: InventedPost,
): Promise<number> {
  const { scope, person: by, commune, reference } = who
  const first = addDays(today, -7 * weeks)
  const place = { id: documentIdSchema.parse(ids.newId()), name: 'Mairie', commune, weight: 1 }
  const advisor = {
    key: `nation/${reference}`,
    contracts: [{ starts: starts > first ? starts : first, ends }],
    places: [place],
    communes: [commune] as [string],
    ordinaryWeek: { low: 10, high: 25 },
  }
  const at = now.toISOString()
  const documents = [
    { collection: 'place' as const, id: place.id, body: { name: place.name, commune }, by, at },
    ...generateReports(advisor, { today, now }).map(({ id, report, filedAt }) => ({
      collection: 'report' as const,
      id,
      // A report is JSON by its schema; the loose keys that the type also allows are not in what was generated.
      body: report as JsonObject,
      by,
      at: filedAt.toISOString(),
    })),
  ]
  return (await writeServerDocuments(tx, scope, documents)) - 1
}
