import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { personIdSchema, type PersonId } from '../../../src/domain/ids.ts'
import { randomIds } from '../../../src/server/clock-and-ids.ts'
import { cast, townHallSiret } from '../../../src/server/demonstration/cast.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import { recognisePerson } from '../../../src/server/identity/recognise-person.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { rowsOfPersons } from '../../../src/server/store/unused-accounts.ts'
import {
  forgetUnusedAccounts,
  unusedDays,
} from '../../../src/server/structure-access/forget-unused-accounts.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId, aUuid } from '../../builders/an-id.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { signedIn } from '../test-app.ts'
import { plantDocument } from '../test-cast.ts'
import { anAccessWorld, plantMember, urls } from './access-world.ts'

const email = 'karim@mairie.example'

/** Karim, whom the town hall employs, signs in for the first time: that makes an account, which reads nothing yet. */
async function karimSignsIn(store: Store, at: Date): Promise<PersonId> {
  const identity = {
    issuer: 'https://issuer.example',
    subject: 'karim',
    email,
    siret: townHallSiret,
    emailVerified: true,
    givenName: undefined,
    familyName: undefined,
    idToken: 'unused',
  }
  const options = { at, newId: personIdSchema.parse(randomIds.newId()), emailAlwaysVerified: true }
  const person = await beside(() => recognisePerson(store, identity, options))
  if (!person) throw new Error('Karim was not let in')
  return person
}

function isKnown(store: Store, person: PersonId): Promise<boolean> {
  return beside(async () => {
    const rows = await store.db.selectFrom('person').selectAll().where('person_id', '=', person).execute()
    return rows.length > 0
  })
}

describeEachStore('an account of somebody who signed in and never got access', (given) => {
  test('is forgotten after a year, with its sessions, and no other account is', async () => {
    const world = await anAccessWorld(given())
    const karim = await karimSignsIn(given(), world.clock())
    await signedIn(world.app, karim)
    const others = () =>
      beside(() => given().db.selectFrom('person').select('person_id').orderBy('person_id').execute())
    world.clock.forward({ days: unusedDays })
    expect(await forgetUnusedAccounts(given(), world.clock())).toBe(0)
    world.clock.forward({ minutes: 1 })
    const before = await others()
    expect(await forgetUnusedAccounts(given(), world.clock())).toBe(1)
    expect(await others()).toEqual(before.filter(({ person_id }) => person_id !== karim))
    // Who comes back begins again.
    expect(await isKnown(given(), await karimSignsIn(given(), world.clock()))).toBe(true)
  })

  const keeps: Record<
    string,
    (world: Awaited<ReturnType<typeof anAccessWorld>>, karim: PersonId) => Promise<unknown>
  > = {
    'is signed in': (world, karim) => signedIn(world.app, karim),
    'waits for an answer': (world, karim) => world.posts(karim, '/api/own-employer/requests'),
    'was invited and may still accept': (world) =>
      world.posts(cast.chantal.id, urls.invitations, { email, role: 'lecteur' }),
    'has access': (_world, karim) => plantMember(given(), karim, 'lecteur'),
    'read something in the last year, and is no longer a member': async (world, karim) => {
      await plantMember(given(), karim, 'lecteur')
      await plantDocument(given(), 'awa', { id: aDocumentId(), body: aReport({ date: '2026-11-20' }) })
      await world.reads(karim, urls.activities)
      await world.deletes(cast.chantal.id, urls.member(karim))
    },
    'asked a question that an advisor still reads, and is no longer a member': async (world, karim) => {
      await plantMember(given(), karim, 'responsable')
      const report = aDocumentId()
      await plantDocument(given(), 'awa', { id: report, body: aReport({ date: '2026-11-20' }) })
      const question = { key: aUuid(), report, advisor: cast.awa.id, text: 'Pourquoi ?' }
      expect(await world.posts(karim, `/api/structures/${townHall.id}/questions`, question)).toBe('201')
      await world.deletes(cast.chantal.id, urls.member(karim))
    },
  }
  test.each(Object.entries(keeps))('stays as long as the person %s', async (_why, happens) => {
    const world = await anAccessWorld(given())
    const karim = await karimSignsIn(given(), world.clock())
    world.clock.forward({ days: unusedDays + 1 })
    await happens(world, karim)
    expect(await forgetUnusedAccounts(given(), world.clock())).toBe(0)
    expect(await isKnown(given(), karim)).toBe(true)
  })

  test('who was announced and never came is not forgotten', async () => {
    const world = await anAccessWorld(given())
    const announced = personIdSchema.parse(aUuid())
    await beside(() =>
      given()
        .db.insertInto('person')
        .values({ person_id: announced, email, email_key: email, created_at: '2020-01-01T08:00:00.000Z' })
        .execute(),
    )
    await karimSignsIn(given(), world.clock())
    expect(await forgetUnusedAccounts(given(), world.clock())).toBe(0)
    expect(await isKnown(given(), announced)).toBe(true)
  })

  test('every table that points at persons is asked first, but for sessions', async () => {
    const { rows } = await sql<{ key: string }>`
      select c.conrelid::regclass::text || '.' || a.attname as key
      from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
      where c.contype = 'f' and c.confrelid = 'person'::regclass`.execute(given().db)
    const asked = new Set(rowsOfPersons.map(([table, column]) => `${table}.${column}`))
    expect(rows.map(({ key }) => key).filter((key) => !asked.has(key))).toEqual(['web_session.person_id'])
  })
})
