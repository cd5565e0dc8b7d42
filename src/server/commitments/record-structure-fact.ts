import { frenchDayOf } from '../../domain/calendar-day.ts'
import { factsOfKind, standingFacts, type PostFact } from '../../domain/commitments/post-fact.ts'
import { postFactIdSchema, type PostFactId, type PostId } from '../../domain/commitments/post-ids.ts'
import { postLife } from '../../domain/commitments/post-life.ts'
import type { PostRole } from '../../domain/commitments/post-words.ts'
import type { ContractPerson, StructureSays } from '../../domain/commitments/said-post-fact.ts'
import { CodedError } from '../../domain/errors.ts'
import {
  personIdSchema,
  scopeIdSchema,
  type PersonId,
  type ScopeId,
  type StructureId,
} from '../../domain/ids.ts'
import { nameBasedId } from '../../domain/name-based-id.ts'
import type { AccessDesk } from '../structure-access/access-desk.ts'
import { requireResponsable } from '../structure/require-responsable.ts'
import { assignmentOf, contractsOfScope, type StoredContract } from '../store/post-assignments.ts'
import { lockPost, saidContracts } from '../store/post-facts.ts'
import { createAssignment, scopesOf } from '../store/provisioning-assignments.ts'
import { personByEmail, putPerson } from '../store/provisioning-people.ts'
import { structureName } from '../store/structure-name.ts'
import type { Db } from '../store/tables.ts'
import { inTransaction } from '../store/transaction.ts'
import { addPostFacts } from './add-post-facts.ts'
import { tellOfContract } from './contract-mail.ts'

export interface Saying {
  readonly person: PersonId
  readonly structure: StructureId
  readonly post: PostId
}

/** What a post's structure may say, correct and take back. */
const ownKinds: ReadonlySet<PostFact['kind']> = new Set(['step', 'contract', 'departure'])

/**
 * A *responsable* says what happens on a post that the structure holds: a step of the recruitment, a contract, which
 * opens Espace Coop to the person for its days, a departure, or that something said was wrong. Throws `forbidden`,
 * `not-found`, or the code of a refusal (`refusalOfPostFact`, `followContracts`): then nothing is written.
 */
export async function recordStructureFact(
  desk: AccessDesk,
  saying: Saying,
  said: StructureSays,
): Promise<void> {
  const { person, structure, post } = saying
  await inTransaction(desk.store, async (tx) => {
    await requireResponsable(tx, person, structure)
    const known = await lockPost(tx, post)
    const life = postLife(known ?? [])
    if (!known || !life.holdings.some((one) => one.structure === structure)) throw new CodedError('not-found')
    if (known.some(({ id }) => id === said.id)) return
    refuseOthersFacts(known, structure, 'replaces' in said ? said.replaces : null)
    const now = desk.clock()
    const desks = { tx, desk, at: now.toISOString(), role: life.notified?.role ?? 'advisor' }
    const added = await factsSaid(desks, saying, known, said)
    await addPostFacts(tx, { post, known, added, by: person, today: frenchDayOf(now) })
  })
  desk.wakePostman()
}

/** Nobody corrects what the State said, or what another structure did. */
function refuseOthersFacts(
  known: readonly PostFact[],
  structure: StructureId,
  replaces: string | null,
): void {
  if (replaces === null) return
  const replaced = standingFacts(known).find(({ id }) => id === replaces)
  const isOwn = replaced && ownKinds.has(replaced.kind) && 'structure' in replaced
  if (!isOwn || replaced.structure !== structure) throw new CodedError('fact-replaced')
}

interface Tools {
  readonly tx: Db
  readonly desk: AccessDesk
  readonly at: string
  readonly role: PostRole
}

async function factsSaid(
  tools: Tools,
  saying: Saying,
  known: readonly PostFact[],
  said: StructureSays,
): Promise<PostFact[]> {
  const { at } = tools
  const { structure } = saying
  switch (said.kind) {
    case 'step':
    case 'departure':
      return [{ ...said, at, structure }]
    case 'contract': {
      const { who, ...terms } = said
      const scope = await scopeOf(tools, saying, who)
      const replaced = factsOfKind(known, 'contract').find(({ id }) => id === said.replaces)
      const unsaid = await unsaidContracts(tools.tx, scope)
      const same = unsaid.find(({ starts }) => starts === said.day)
      const contract = replaced?.contract ?? same?.id ?? tools.desk.ids.newId()
      const others = unsaid.filter((one) => one !== same)
      return [
        ...asFacts(others, { at, structure, scope, id: said.id }),
        { ...terms, at, structure, scope, contract },
      ]
    }
    case 'attached':
      return attached(tools, saying, said.id, said.scope)
    case 'withdrawn': {
      const replaced = known.find(({ id }) => id === said.replaces)
      return replaced ? [{ ...said, at, day: replaced.day }] : []
    }
  }
}

/** The contracts that somebody has already, by which they file, as those of this post. */
async function attached(
  { tx, at }: Tools,
  { structure }: Saying,
  id: PostFactId,
  scope: ScopeId,
): Promise<PostFact[]> {
  const contracts = await unsaidContracts(tx, scope)
  if ((await assignmentOf(tx, scope))?.structure !== structure || contracts.length === 0)
    throw new CodedError('not-found')
  const [first, ...others] = asFacts(contracts, { at, structure, scope, id })
  return first ? [{ ...first, id }, ...others] : []
}

/** Those that no post says yet. */
async function unsaidContracts(tx: Db, scope: ScopeId): Promise<StoredContract[]> {
  const said = await saidContracts(tx, scope)
  return (await contractsOfScope(tx, scope)).filter(({ id }) => !said.has(id))
}

function asFacts(
  contracts: readonly StoredContract[],
  { at, structure, scope, id }: { at: string; structure: StructureId; scope: ScopeId; id: PostFactId },
): PostFact[] {
  return contracts.map(({ id: contract, starts, ends }) => ({
    id: postFactIdSchema.parse(nameBasedId(scope, `contract ${contract} ${id}`)),
    at,
    replaces: null,
    kind: 'contract',
    day: starts,
    structure,
    scope,
    contract,
    terms: 'inconnu',
    ends,
    weeklyMinutes: null,
  }))
}

/** The assignment that the contract is of: the one that is known, or a new one for whoever has this address. */
async function scopeOf(tools: Tools, saying: Saying, who: ContractPerson): Promise<ScopeId> {
  const { tx, role } = tools
  const { structure } = saying
  if ('scope' in who) {
    const assignment = await assignmentOf(tx, who.scope)
    if (assignment?.structure !== structure || assignment.role !== role) throw new CodedError('not-found')
    return who.scope
  }
  const person = await announced(tools, who)
  const known = (await scopesOf(tx, person, structure)).find((one) => one.role === role)
  if (known) return known.scope
  const scope = scopeIdSchema.parse(tools.desk.ids.newId())
  await createAssignment(tx, { scope, person, structure, role })
  await tellOfContract(tx, tools.desk, {
    scope,
    to: who.email,
    structure: await structureName(tx, structure),
    at: tools.at,
  })
  return scope
}

/** The person of an address; whoever is new is let in at their first sign-in with it (`recognise-person.ts`). */
async function announced(
  { tx, desk, at }: Tools,
  { email, givenName, familyName }: Exclude<ContractPerson, { scope: ScopeId }>,
): Promise<PersonId> {
  const known = await personByEmail(tx, email)
  if (known) return known
  const id = personIdSchema.parse(desk.ids.newId())
  await putPerson(tx, { id, email, givenName: givenName || null, familyName: familyName || null }, at)
  return id
}
