import type { ContractOffer } from '../../domain/access/contract-offer.ts'
import { refusalOfAcceptance } from '../../domain/access/invitation.ts'
import { frenchDayOf } from '../../domain/calendar-day.ts'
import {
  factsOfKind,
  standingFacts,
  type PostFact,
  type PostFactOf,
} from '../../domain/commitments/post-fact.ts'
import { postFactIdSchema, type PostFactId } from '../../domain/commitments/post-ids.ts'
import { postLife, type PostLife } from '../../domain/commitments/post-life.ts'
import { CodedError } from '../../domain/errors.ts'
import { scopeIdSchema, type PersonId, type ScopeId, type StructureId } from '../../domain/ids.ts'
import type { AccessDesk } from '../structure-access/access-desk.ts'
import { hashOfSecret } from '../structure-access/secret-of-link.ts'
import { offerByToken, settleOffer, type FoundOffer } from '../store/contract-offers.ts'
import { lockMembers } from '../store/members.ts'
import { ownAddresses } from '../store/people.ts'
import { lockPost, postFacts } from '../store/post-facts.ts'
import { createAssignment, scopesOf } from '../store/provisioning-assignments.ts'
import type { Db } from '../store/tables.ts'
import { inTransaction, snapshotRead } from '../store/transaction.ts'
import { addPostFacts } from './add-post-facts.ts'
import { unsaidContracts } from './unsaid-contracts.ts'

interface Answering {
  readonly person: PersonId
  /** What the link holds. */
  readonly token: string
}

/** A contract as it is offered to the person signed in; opening it uses nothing up. Throws as `acceptOffer`. */
export async function readOffer(desk: AccessDesk, answering: Answering): Promise<ContractOffer> {
  return snapshotRead(desk.store, async (db) => {
    const offer = await answerable(db, desk, answering)
    const { offered, life } = standing(offer, await postFacts(db, offer.post))
    return {
      structureName: offer.structureName,
      role: life.notified?.role ?? 'advisor',
      starts: offered.day,
      ends: offered.ends,
      terms: offered.terms,
      weeklyMinutes: offered.weeklyMinutes,
      invitedBy: offer.offeredBy,
      expiresAt: offer.expiresAt,
      seen: offered.id,
    }
  })
}

/**
 * The person takes the contract: from then on they have an assignment at the structure, may file for its days, and the
 * structure reads their name and reports. Throws `invitation-unknown`, `-other-address`, `-used`, `-declined`,
 * `-withdrawn` or `-expired`, `offer-changed` where it isn't what they read, `offer-lapsed` or `offer-over`, or the code
 * of a refusal (`refusalOfPostFact`, `followContracts`): then nothing has changed.
 */
export async function acceptOffer(desk: AccessDesk, answering: Answering, seen: PostFactId): Promise<void> {
  const { person } = answering
  await inTransaction(desk.store, async (tx) => {
    const { offer, known, offered, life } = await inTurn(tx, desk, answering)
    if (offered.id !== seen) throw new CodedError('offer-changed')
    const { structure } = offer
    const role = life.notified?.role ?? 'advisor'
    // The structure's turn: two contracts that one person accepts at once are of one assignment.
    await lockMembers(tx, structure)
    const scope = await scopeAt(tx, desk, { person, structure, role })
    const same = (await unsaidContracts(tx, scope)).find(({ starts }) => starts === offered.day)
    const { day, terms, ends, weeklyMinutes } = offered
    const contract = same?.id ?? desk.ids.newId()
    await answer(tx, desk, { offer, known, person }, 'accepted', {
      kind: 'contract',
      day,
      terms,
      ends,
      weeklyMinutes,
      structure,
      scope,
      contract,
      ...said(desk, offered),
    })
  })
}

/** The person says no: the structure is told that, and nothing of who they are. Throws as `acceptOffer`. */
export async function declineOffer(desk: AccessDesk, answering: Answering): Promise<void> {
  await inTransaction(desk.store, async (tx) => {
    const { offer, known, offered } = await inTurn(tx, desk, answering)
    const { day, structure } = offered
    const fact: PostFact = { kind: 'declined', day, structure, ...said(desk, offered) }
    await answer(tx, desk, { offer, known, person: answering.person }, 'declined', fact)
  })
}

interface Turn {
  readonly offer: FoundOffer
  readonly known: readonly PostFact[]
  readonly person: PersonId
}

/** Takes the turn of the post, and reads the offer in it: it may have been answered or withdrawn while this waited. */
async function inTurn(tx: Db, desk: AccessDesk, answering: Answering) {
  const { post } = await answerable(tx, desk, answering)
  const known = (await lockPost(tx, post)) ?? []
  const offer = await answerable(tx, desk, answering)
  return { offer, known, ...standing(offer, known) }
}

async function answer(
  tx: Db,
  desk: AccessDesk,
  { offer, known, person }: Turn,
  outcome: 'accepted' | 'declined',
  fact: PostFact,
): Promise<void> {
  const now = desk.clock()
  const settled = { id: offer.id, outcome, by: person, at: now.toISOString() }
  if (!(await settleOffer(tx, settled))) throw new CodedError('invitation-unknown')
  await addPostFacts(tx, { post: offer.post, known, added: [fact], by: person, today: frenchDayOf(now) })
}

/** What an answer has as any fact. */
function said({ ids, clock }: AccessDesk, offered: PostFactOf<'offered'>) {
  return { id: postFactIdSchema.parse(ids.newId()), at: clock().toISOString(), replaces: offered.id }
}

async function answerable(db: Db, desk: AccessDesk, { person, token }: Answering): Promise<FoundOffer> {
  const offer = await offerByToken(db, hashOfSecret(token))
  if (!offer) throw new CodedError('invitation-unknown')
  const at = desk.clock().toISOString()
  const refusal = refusalOfAcceptance(offer, { addresses: await ownAddresses(db, person), at })
  if (refusal) throw new CodedError(refusal)
  return offer
}

/** What the offer says today. Throws `invitation-withdrawn`, or `offer-lapsed` once the post has left the structure. */
function standing(
  { id }: FoundOffer,
  facts: readonly PostFact[],
): { offered: PostFactOf<'offered'>; life: PostLife } {
  const offered = factsOfKind(standingFacts(facts), 'offered').find(({ offer }) => offer === id)
  if (!offered) throw new CodedError('invitation-withdrawn')
  const life = postLife(facts)
  if (!life.offerings.some((one) => one.offered === offered)) throw new CodedError('offer-lapsed')
  return { offered, life }
}

/** The assignment that the person has there already, or a new one. */
async function scopeAt(
  tx: Db,
  { ids }: AccessDesk,
  at: { person: PersonId; structure: StructureId; role: 'advisor' | 'coordinator' },
): Promise<ScopeId> {
  const known = (await scopesOf(tx, at.person, at.structure)).find(({ role }) => role === at.role)
  if (known) return known.scope
  const scope = scopeIdSchema.parse(ids.newId())
  await createAssignment(tx, { ...at, scope })
  return scope
}
