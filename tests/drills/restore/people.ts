import type { PersonId, ScopeId } from '../../../src/domain/ids.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aScope, aSyncWorld } from '../../server/sync/sync-world.ts'
import { signIn } from '../sign-in.ts'

/** An advisor of the drill, with a cookie for each device. */
export interface DrilledPerson {
  readonly person: PersonId
  readonly scopes: readonly ScopeId[]
  readonly cookies: readonly string[]
}

/** Advisors with two or three devices each, and every third one at two structures, until there are devices enough. */
export async function plantPeople(store: Store, devices: number): Promise<DrilledPerson[]> {
  const world = aSyncWorld(store)
  const people: DrilledPerson[] = []
  for (let left = devices; left > 0; left -= people.at(-1)?.cookies.length ?? 0) {
    const { scope, person } = await aScope(world)
    const scopes = [scope]
    if (people.length % 3 === 2) scopes.push((await aScope(world, { person })).scope)
    const own = left <= 3 ? left : 2 + (people.length % 2)
    const cookies: string[] = []
    while (cookies.length < own) cookies.push(await signIn(store, person))
    people.push({ person, scopes, cookies })
  }
  return people
}
