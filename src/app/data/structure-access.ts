import * as z from 'zod/mini'
import {
  firstRequestsSchema,
  offeredInvitationSchema,
  ownEmployerSchema,
  structureAccessSchema,
  type FirstRequest,
  type MemberRole,
  type OfferedInvitation,
  type OwnEmployer,
  type StructureAccess,
} from '../../domain/access/structure-access.ts'
import type { AccessRequestId, InvitationId, PersonId, StructureId } from '../../domain/ids.ts'
import type { Problem } from '../../domain/problem.ts'
import { ask, browserFetch, type Fetch, type HttpRequest } from './http-client.ts'

/** What the server answered, or why not: its problem, or none where it wasn't reached. */
export type Answered<T> = { ok: true; value: T } | { ok: false; problem: Problem | undefined }

async function answered<T>(
  fetch: Fetch,
  request: HttpRequest,
  schema: z.ZodMiniType<T>,
): Promise<Answered<T>> {
  const answer = await ask(fetch, request)
  const read = schema.safeParse(answer?.json)
  return answer !== undefined && answer.status < 300 && read.success
    ? { ok: true, value: read.data }
    : { ok: false, problem: answer?.problem }
}

/** Of what answers nothing but that it is done. */
const nothing = z.unknown()

export function fetchStructureAccess(
  id: StructureId,
  fetch: Fetch = browserFetch,
): Promise<Answered<StructureAccess>> {
  return answered(fetch, { method: 'GET', path: `/api/structures/${id}/access` }, structureAccessSchema)
}

/** A change of who has access to a structure. */
export type AccessChange =
  | { readonly kind: 'invite'; readonly email: string; readonly role: MemberRole }
  | { readonly kind: 'withdraw'; readonly invitation: InvitationId }
  | { readonly kind: 'remove'; readonly member: PersonId }
  | { readonly kind: 'role'; readonly member: PersonId; readonly role: MemberRole }
  /** Null refuses. */
  | { readonly kind: 'answer'; readonly request: AccessRequestId; readonly role: MemberRole | null }

export function changeStructureAccess(
  id: StructureId,
  change: AccessChange,
  fetch: Fetch = browserFetch,
): Promise<Answered<unknown>> {
  return answered(fetch, requestOf(`/api/structures/${id}`, change), nothing)
}

function requestOf(structure: string, change: AccessChange): HttpRequest {
  switch (change.kind) {
    case 'invite': {
      const { email, role } = change
      return { method: 'POST', path: `${structure}/invitations`, body: { email, role } }
    }
    case 'withdraw':
      return { method: 'DELETE', path: `${structure}/invitations/${change.invitation}` }
    case 'remove':
      return { method: 'DELETE', path: `${structure}/members/${change.member}` }
    case 'role':
      return {
        method: 'POST',
        path: `${structure}/members/${change.member}/role`,
        body: { role: change.role },
      }
    case 'answer':
      return {
        method: 'POST',
        path: `${structure}/access-requests/${change.request}/answer`,
        body: { role: change.role },
      }
  }
}

export function fetchOwnEmployer(fetch: Fetch = browserFetch): Promise<Answered<OwnEmployer>> {
  return answered(fetch, { method: 'GET', path: '/api/own-employer' }, ownEmployerSchema)
}

export function askForAccess(fetch: Fetch = browserFetch): Promise<Answered<OwnEmployer>> {
  return answered(fetch, { method: 'POST', path: '/api/own-employer/requests' }, ownEmployerSchema)
}

/** What an invitation offers; reading it uses nothing up. */
export function fetchInvitation(
  token: string,
  fetch: Fetch = browserFetch,
): Promise<Answered<OfferedInvitation>> {
  return answered(fetch, { method: 'GET', path: invitationPath(token) }, offeredInvitationSchema)
}

export function acceptInvitation(
  token: string,
  fetch: Fetch = browserFetch,
): Promise<Answered<OfferedInvitation>> {
  const path = `${invitationPath(token)}/acceptance`
  return answered(fetch, { method: 'POST', path }, offeredInvitationSchema)
}

function invitationPath(token: string): string {
  return `/api/invitations/${encodeURIComponent(token)}`
}

/** Requests that the State settles, of a department or of the nation. */
export function fetchFirstRequests(
  department: string | null,
  fetch: Fetch = browserFetch,
): Promise<Answered<{ requests: FirstRequest[] }>> {
  const query = department === null ? '' : `?${new URLSearchParams({ departement: department }).toString()}`
  return answered(fetch, { method: 'GET', path: `/api/state/access-requests${query}` }, firstRequestsSchema)
}

export function answerFirstRequest(
  { structureId, id }: FirstRequest,
  accepted: boolean,
  fetch: Fetch = browserFetch,
): Promise<Answered<unknown>> {
  const path = `/api/state/structures/${structureId}/access-requests/${id}/answer`
  return answered(fetch, { method: 'POST', path, body: { accepted } }, nothing)
}
