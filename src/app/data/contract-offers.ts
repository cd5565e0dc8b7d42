import { contractOfferSchema, type ContractOffer } from '../../domain/access/contract-offer.ts'
import type { OfferId, PostFactId, PostId } from '../../domain/commitments/post-ids.ts'
import type { StructureId } from '../../domain/ids.ts'
import { ask, browserFetch, type Fetch } from './http-client.ts'
import { sayToServer, type SaidOutcome } from './say-to-server.ts'
import type { Answered } from './structure-access.ts'

/* Contracts that are offered by a link, from the server: no device keeps them. */

/** What a link offers; reading it uses nothing up. */
export async function fetchContractOffer(
  token: string,
  fetch: Fetch = browserFetch,
): Promise<Answered<ContractOffer>> {
  const answer = await ask(fetch, { method: 'GET', path: offerPath(token) })
  const read = contractOfferSchema.safeParse(answer?.json)
  return answer?.status === 200 && read.success
    ? { ok: true, value: read.data }
    : { ok: false, problem: answer?.problem }
}

/** Takes the contract, as it was read. */
export function acceptContractOffer(
  token: string,
  seen: PostFactId,
  fetch: Fetch = browserFetch,
): Promise<SaidOutcome> {
  return sayToServer(fetch, `${offerPath(token)}/acceptance`, { seen })
}

export function declineContractOffer(token: string, fetch: Fetch = browserFetch): Promise<SaidOutcome> {
  return sayToServer(fetch, `${offerPath(token)}/refusal`)
}

/** Sends the invitation of an offer again, with another link. */
export function sendOfferAgain(
  { structure, post, offer }: { structure: StructureId; post: PostId; offer: OfferId },
  fetch: Fetch = browserFetch,
): Promise<SaidOutcome> {
  return sayToServer(fetch, `/api/structures/${structure}/posts/${post}/offers/${offer}/mail`)
}

function offerPath(token: string): string {
  return `/api/contract-offers/${encodeURIComponent(token)}`
}
