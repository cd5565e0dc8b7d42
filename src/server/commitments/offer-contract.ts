import { endOfInvitation, mostInvitations } from '../../domain/access/invitation.ts'
import { offerIdSchema, type OfferId, type PostId } from '../../domain/commitments/post-ids.ts'
import { postLife } from '../../domain/commitments/post-life.ts'
import type { ContractPerson } from '../../domain/commitments/said-post-fact.ts'
import { CodedError } from '../../domain/errors.ts'
import type { PersonId, StructureId } from '../../domain/ids.ts'
import type { AccessDesk } from '../structure-access/access-desk.ts'
import { hashOfSecret } from '../structure-access/secret-of-link.ts'
import { requireResponsable } from '../structure/require-responsable.ts'
import { countWaitingOffers, renewOffer, writeOffer } from '../store/contract-offers.ts'
import { lockMembers } from '../store/members.ts'
import { lockPost } from '../store/post-facts.ts'
import { structureName } from '../store/structure-name.ts'
import type { Db } from '../store/tables.ts'
import { inTransaction } from '../store/transaction.ts'
import { tellOfOffer } from './contract-mail.ts'

interface Offering {
  readonly person: PersonId
  readonly structure: StructureId
  readonly post: PostId
}

type Addressee = Extract<ContractPerson, { email: string }>

/**
 * Offers a contract to an address. Nobody looks whether an account has it: what is done, answered and sent is the same,
 * so that nobody learns by it who is known. Throws `too-many-invitations`.
 */
export async function offerContract(
  tx: Db,
  desk: AccessDesk,
  { person, structure, post }: Offering,
  to: Addressee,
): Promise<OfferId> {
  const id = offerIdSchema.parse(desk.ids.newId())
  const token = desk.ids.newToken()
  const now = desk.clock()
  const at = now.toISOString()
  // The structure's turn: two who offer at once are counted one after the other.
  await lockMembers(tx, structure)
  if ((await countWaitingOffers(tx, structure, at)) >= mostInvitations)
    throw new CodedError('too-many-invitations')
  const link = { tokenHash: hashOfSecret(token), at, expiresAt: endOfInvitation(now).toISOString() }
  await writeOffer(tx, { ...to, ...link, id, structure, post, by: person })
  const name = await structureName(tx, structure)
  await tellOfOffer(tx, desk, { id, to: to.email, structure: name, token, at })
  return id
}

/**
 * Sends the invitation of an offer again, with another link for seven days; the one before opens nothing any more. Throws
 * `forbidden`, or `fact-replaced` where the offer doesn't wait any more.
 */
export async function sendOfferAgain(
  desk: AccessDesk,
  { person, structure, post }: Offering,
  id: OfferId,
): Promise<void> {
  const token = desk.ids.newToken()
  await inTransaction(desk.store, async (tx) => {
    await requireResponsable(tx, person, structure)
    const { offerings } = postLife((await lockPost(tx, post)) ?? [])
    const waits = offerings.some((one) => one.structure === structure && one.offered.offer === id)
    if (!waits) throw new CodedError('fact-replaced')
    const now = desk.clock()
    const at = now.toISOString()
    const link = { tokenHash: hashOfSecret(token), at, expiresAt: endOfInvitation(now).toISOString() }
    const to = await renewOffer(tx, { id, structure, post, ...link })
    if (to === undefined) throw new CodedError('fact-replaced')
    await tellOfOffer(tx, desk, { id, to, structure: await structureName(tx, structure), token, at })
  })
  desk.wakePostman()
}
