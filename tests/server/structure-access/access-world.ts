import { expect } from 'vitest'
import type { PersonId } from '../../../src/domain/ids.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import type { App } from '../../../src/server/http/app.ts'
import { keepVouched } from '../../../src/server/store/people.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { beside } from '../each-store.ts'
import { anApp, aClock, mutation, signedIn, type TestClock } from '../test-app.ts'
import { plantCast } from '../test-cast.ts'

/** An employer's desk in a test: people do things, and read what is answered. */
export interface AccessWorld {
  readonly app: App
  readonly clock: TestClock
  /** Asks as somebody; answers the status, or the status and the code of a refusal. */
  posts(who: PersonId, url: string, payload?: object): Promise<string>
  deletes(who: PersonId, url: string): Promise<string>
  reads<T>(who: PersonId, url: string): Promise<T>
}

const home = `/api/structures/${townHall.id}`
export const urls = {
  access: `${home}/access`,
  activities: `${home}/activities`,
  invitations: `${home}/invitations`,
  member: (id: PersonId) => `${home}/members/${id}`,
  request: (id: string) => `${home}/access-requests/${id}/answer`,
  stateRequest: (id: string) => `/api/state/structures/${townHall.id}/access-requests/${id}/answer`,
}

export async function anAccessWorld(store: Store): Promise<AccessWorld> {
  await plantCast(store)
  const clock = aClock()
  const app = await anApp(store, { clock })
  const ask = async (who: PersonId, request: object) => {
    const answer = await app.inject({
      ...request,
      headers: { ...headersOf(request), ...(await signedIn(app, who)) },
    })
    return answer.statusCode < 400
      ? String(answer.statusCode)
      : `${answer.statusCode} ${answer.json<{ code: string }>().code}`
  }
  return {
    app,
    clock,
    posts: (who, url, payload) => ask(who, mutation(url, payload === undefined ? {} : { payload })),
    deletes: (who, url) => ask(who, mutation(url, { method: 'DELETE' })),
    async reads<T>(who: PersonId, url: string) {
      const answer = await app.inject({ url, headers: await signedIn(app, who) })
      expect(answer.statusCode, answer.body).toBe(200)
      return answer.json<T>()
    },
  }
}

function headersOf(request: object): object {
  return 'headers' in request && typeof request.headers === 'object' ? { ...request.headers } : {}
}

/** What the issuer vouched for at somebody's last sign-in. */
export async function vouch(store: Store, who: PersonId, siret: string | null, email: string | null = null) {
  await beside(() => keepVouched(store.db, who, { siret, email }))
}

/** Makes somebody a member of the town hall, beside the application. */
export async function plantMember(
  store: Store,
  who: PersonId,
  role: 'responsable' | 'lecteur',
): Promise<void> {
  const since = '2026-11-01T08:00:00.000Z'
  await beside(() =>
    store.db
      .insertInto('membership')
      .values({ person_id: who, structure_id: townHall.id, role, since })
      .execute(),
  )
}

export async function membersOfTownHall(store: Store): Promise<Record<string, string>> {
  const rows = await beside(() =>
    store.db.selectFrom('membership').selectAll().where('structure_id', '=', townHall.id).execute(),
  )
  const nameOf = (id: string) => Object.values(cast).find((one) => one.id === id)?.givenName ?? id
  return Object.fromEntries(rows.map(({ person_id, role }) => [nameOf(person_id), role]))
}

/** The town hall without anybody who answers for it. */
export async function withoutResponsable(store: Store): Promise<void> {
  await beside(() => store.db.deleteFrom('membership').where('structure_id', '=', townHall.id).execute())
}

export async function waitingLetters(store: Store) {
  const rows = await beside(() => store.db.selectFrom('mail_outbox').selectAll().orderBy('mail_id').execute())
  return rows.map(({ recipient, subject, body }) => ({ to: recipient, subject, body: body ?? '' }))
}

/** The secret of the link in the last letter to somebody. */
export async function tokenSentTo(store: Store, email: string): Promise<string> {
  const letter = (await waitingLetters(store)).findLast(({ to }) => to === email)
  const token = /\/invitation\/(\S+)/.exec(letter?.body ?? '')?.[1]
  if (token === undefined) throw new Error(`No invitation was sent to ${email}`)
  return token
}
