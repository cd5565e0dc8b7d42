import { randomUUID } from 'node:crypto'
import { get } from 'node:http'
import { sql } from 'kysely'
import {
  personIdSchema,
  structureIdSchema,
  type PersonId,
  type StructureId,
} from '../../../src/domain/ids.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { signIn } from '../../drills/sign-in.ts'

/** A nation that is filled, and the server that is asked about it. */
export interface Nation {
  readonly store: Store
  readonly origin: string
  readonly now: Date
}

export interface Asker {
  readonly person: PersonId
  readonly structure: StructureId
}

/** A *responsable* of each structure that was filled, in no order that means anything. */
export async function responsables({ store }: Nation): Promise<Asker[]> {
  const { rows } = await sql<{ person: string; structure: string }>`
    select person, structure from bench_structure order by structure`.execute(store.db)
  return rows.map(({ person, structure }) => ({
    person: personIdSchema.parse(person),
    structure: structureIdSchema.parse(structure),
  }))
}

/** A person who follows posts for the State: in one department, or in the nation. */
export async function forTheState({ store, now }: Nation, department: string | null): Promise<PersonId> {
  const person = personIdSchema.parse(randomUUID())
  const email = `${person}@etat.example`
  await sql`insert into person (person_id, email, email_key, created_at)
    values (${person}, ${email}, ${email}, ${now}::timestamptz)`.execute(store.db)
  await sql`insert into state_remit (person_id, department) values (${person}, ${department})`.execute(
    store.db,
  )
  return person
}

/** What goes with each request of a person. */
export async function headersOf({ store, now }: Nation, person: PersonId): Promise<{ cookie: string }> {
  return { cookie: await signIn(store, person, now) }
}

export async function timed<T>(run: () => PromiseLike<T>): Promise<[T, number]> {
  const start = performance.now()
  const value = await run()
  return [value, performance.now() - start]
}

/** The body of an answer of the server, which must be a good one. */
export async function bodyOf(url: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const answer = await fetch(url, { headers })
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`${url} was answered ${answer.status}: ${text}`)
  return text
}

/**
 * Waits for an answer of the server as a browser asks for it, to its last byte. What a browser does with it afterwards
 * isn't the server's: nothing is decompressed.
 */
export function receive(url: string, headers: Readonly<Record<string, string>>): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { ...headers, 'accept-encoding': 'br' } }, (answer) => {
      answer.on('error', reject)
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve()
        else reject(new Error(`${url} was answered ${answer.statusCode}`))
      })
      answer.resume()
    }).on('error', reject)
  })
}
