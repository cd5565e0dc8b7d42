import type { InjectOptions } from 'fastify'
import type { PersonId } from '../../../src/domain/ids.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import type { App } from '../../../src/server/http/app.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aUuid } from '../../builders/an-id.ts'
import { beside } from '../each-store.ts'
import { mutation, signedIn } from '../test-app.ts'
import { awasPost } from '../test-posts.ts'

/** What the server answered to something said of a post. */
export interface Said {
  readonly status: number
  readonly code: string | undefined
}

async function send(app: App, person: PersonId, request: InjectOptions): Promise<Said> {
  const headers = { ...request.headers, ...(await signedIn(app, person)) }
  const answer = await app.inject({ ...request, headers })
  return { status: answer.statusCode, code: /"code":"([\w-]+)"/.exec(answer.body)?.[1] }
}

/** Says something of a post for a structure: of Awa's post, for the town hall, unless said otherwise. */
export function sayForStructure(
  app: App,
  person: PersonId,
  said: object,
  { post = awasPost, structure = townHall.id }: { post?: string; structure?: string } = {},
): Promise<Said> {
  const payload = { id: aUuid(), replaces: null, ...said }
  return send(app, person, mutation(`/api/structures/${structure}/posts/${post}/facts`, { payload }))
}

export function sayForState(
  app: App,
  person: PersonId,
  said: object,
  { post = awasPost, structure = townHall.id }: { post?: string; structure?: string } = {},
): Promise<Said> {
  const payload = { id: aUuid(), replaces: null, ...said }
  return send(app, person, mutation(`/api/state/structures/${structure}/posts/${post}/facts`, { payload }))
}

export function attribute(app: App, person: PersonId, post: object): Promise<Said> {
  return send(app, person, mutation('/api/state/posts', { payload: { id: aUuid(), ...post } }))
}

/** All that may not be half-written: what is said of posts, and what follows from it. */
export function everythingSaid({ db }: Store) {
  return beside(async () => ({
    posts: await db.selectFrom('post').select(['post_id', 'reference']).orderBy('post_id').execute(),
    facts: await db.selectFrom('post_fact').selectAll().orderBy('fact_id').execute(),
    contracts: await db.selectFrom('contract').selectAll().orderBy('contract_id').orderBy('starts').execute(),
    assignments: await db.selectFrom('assignment').selectAll().orderBy('scope_id').execute(),
    grants: await db.selectFrom('sync_grant').selectAll().orderBy('scope_id').orderBy('user_id').execute(),
    people: await db.selectFrom('person').select('person_id').orderBy('person_id').execute(),
    structures: await db.selectFrom('structure').select('structure_id').orderBy('structure_id').execute(),
    mail: await db.selectFrom('mail_outbox').select('event').orderBy('event').execute(),
    documents: await db.selectFrom('doc').selectAll().orderBy('scope_id').orderBy('id').execute(),
  }))
}
