import { frenchDayOf } from '../../domain/calendar-day.ts'
import { standingFacts, type PostFact } from '../../domain/commitments/post-fact.ts'
import { postFactIdSchema, type PostFactId, type PostId } from '../../domain/commitments/post-ids.ts'
import { postLife } from '../../domain/commitments/post-life.ts'
import type { PostRole } from '../../domain/commitments/post-words.ts'
import type { StructureSays } from '../../domain/commitments/said-post-fact.ts'
import { CodedError } from '../../domain/errors.ts'
import type { PersonId, ScopeId, StructureId } from '../../domain/ids.ts'
import { nameBasedId } from '../../domain/name-based-id.ts'
import type { AccessDesk } from '../structure-access/access-desk.ts'
import { requireResponsable } from '../structure/require-responsable.ts'
import { settleOffer } from '../store/contract-offers.ts'
import { assignmentOf, type StoredContract } from '../store/post-assignments.ts'
import { lockPost } from '../store/post-facts.ts'
import type { Db } from '../store/tables.ts'
import { inTransaction } from '../store/transaction.ts'
import { addPostFacts } from './add-post-facts.ts'
import { offerContract } from './offer-contract.ts'
import { unsaidContracts } from './unsaid-contracts.ts'

export interface Saying {
  readonly person: PersonId
  readonly structure: StructureId
  readonly post: PostId
}

/** What a post's structure may say, correct and take back. */
const ownKinds: ReadonlySet<PostFact['kind']> = new Set(['step', 'contract', 'offered', 'departure'])

/**
 * A *responsable* says what happens on a post that the structure holds: a step of the recruitment, a contract, which
 * opens Espace Coop to the person for its days once they accepted it, a departure, or that something said was wrong. Throws `forbidden`,
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
    case 'contract':
      return contractSaid(tools, saying, known, said)
    case 'attached':
      return attached(tools, saying, said.id, said.scope)
    case 'withdrawn': {
      const replaced = known.find(({ id }) => id === said.replaces)
      if (replaced?.kind === 'offered') {
        const settled = { id: replaced.offer, outcome: 'withdrawn', by: saying.person, at } as const
        await settleOffer(tools.tx, settled)
      }
      return replaced ? [{ ...said, at, day: replaced.day }] : []
    }
  }
}

/**
 * A contract with somebody who works for the structure already; or an offer to an address, which makes an assignment once
 * it is accepted (`answer-offer.ts`). What was offered is corrected as an offer: nobody accepts for somebody else.
 */
async function contractSaid(
  tools: Tools,
  saying: Saying,
  known: readonly PostFact[],
  { who, kind, ...terms }: Extract<StructureSays, { kind: 'contract' }>,
): Promise<PostFact[]> {
  const { tx, at } = tools
  const { structure } = saying
  const replaced = known.find(({ id }) => id === terms.replaces)
  const standing = replaced?.kind === 'offered' ? replaced.offer : undefined
  const corrected = 'offer' in who ? who.offer : undefined
  if (standing !== corrected) throw new CodedError('fact-replaced')
  if (!('scope' in who)) {
    const offer = 'offer' in who ? who.offer : await offerContract(tx, tools.desk, saying, who)
    return [{ ...terms, kind: 'offered', at, structure, offer }]
  }
  const { scope } = who
  const assignment = await assignmentOf(tx, scope)
  if (assignment?.structure !== structure || assignment.role !== tools.role) throw new CodedError('not-found')
  const unsaid = await unsaidContracts(tx, scope)
  const same = unsaid.find(({ starts }) => starts === terms.day)
  const before = replaced?.kind === 'contract' ? replaced.contract : undefined
  const contract = before ?? same?.id ?? tools.desk.ids.newId()
  const others = unsaid.filter((one) => one !== same)
  return [
    ...asFacts(others, { at, structure, scope, id: terms.id }),
    { ...terms, kind, at, structure, scope, contract },
  ]
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
