import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databaseName, openDatabase } from '../../../src/app/data/database.ts'
import type { Fetch } from '../../../src/app/data/http-client.ts'
import { saveDocument } from '../../../src/app/data/save-document.ts'
import {
  adoptOtherPerson,
  refreshSession,
  rememberedPerson,
  type SignedInPerson,
} from '../../../src/app/data/session.ts'
import { sessionStore } from '../../../src/app/data/session-store.ts'
import { signOut } from '../../../src/app/data/sign-out.ts'
import { aDocumentId, aPersonId, aScopeId } from '../../builders/an-id.ts'
import { aReport } from '../../builders/a-report.ts'

function aPerson(givenName: string): SignedInPerson {
  return {
    id: aPersonId(),
    givenName,
    familyName: 'Diallo',
    email: `${givenName.toLowerCase()}@exemple.fr`,
    scopes: [],
    memberships: [],
    teams: [],
    state: null,
    trainingBody: null,
  }
}

const awa = aPerson('Awa')
const bruno = aPerson('Bruno')
const scope = aScopeId()

/** A server that knows whose session the browser holds; null where it is out of reach. */
interface FakeSessions {
  session: SignedInPerson | null
  reachable: boolean
  issuerLogoutUrl: string | null
  asked: string[]
  fetch: Fetch
}

let sessions: FakeSessions
let gone: string[]

beforeEach(() => {
  localStorage.clear()
  gone = []
  sessions = {
    session: awa,
    reachable: true,
    issuerLogoutUrl: 'https://issuer.example/logout',
    asked: [],
    fetch: (path, init) => {
      if (!sessions.reachable) return Promise.reject(new TypeError('no network'))
      sessions.asked.push(`${init?.method} ${path as string}`)
      return Promise.resolve(answer(path as string))
    },
  }
})

afterEach(async () => {
  await Promise.all([awa, bruno].map(({ id }) => Dexie.delete(databaseName(id))))
})

function answer(path: string): Response {
  if (path === '/api/session/sign-out') {
    sessions.session = null
    return json(200, { issuerLogoutUrl: sessions.issuerLogoutUrl })
  }
  if (sessions.session) return json(200, sessions.session)
  return json(200, { person: null })
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
}

const leaves = {
  fetch: (...parameters: Parameters<Fetch>) => sessions.fetch(...parameters),
  goTo: (to: string) => void gone.push(to),
}

async function filesOffline(person: SignedInPerson): Promise<void> {
  const db = openDatabase(person.id)
  await saveDocument(db, { scope, collection: 'report', id: aDocumentId(), body: aReport() })
  await db.draft.put({ id: aDocumentId(), scope, kind: 'report', values: {}, editing: false, updatedAt: 1 })
  db.close()
}

describe('whom the app is open for', () => {
  test('the first person to sign in is remembered, and the app opens for them without network', async () => {
    expect(await refreshSession(sessions.fetch)).toBe('signed-in')
    expect(rememberedPerson()).toEqual(awa)
    sessions.reachable = false
    expect(await refreshSession(sessions.fetch)).toBe('offline')
    expect(sessionStore.current()).toMatchObject({ person: awa, state: 'offline' })
  })

  test('an ended session doesn’t close the app', async () => {
    await refreshSession(sessions.fetch)
    sessions.session = null
    expect(await refreshSession(sessions.fetch)).toBe('signed-out')
    expect(rememberedPerson()).toEqual(awa)
  })

  test('I16 another person’s session changes nothing until it is asked for', async () => {
    await refreshSession(sessions.fetch)
    sessions.session = bruno
    expect(await refreshSession(sessions.fetch)).toBe('other-person')
    expect(rememberedPerson()).toEqual(awa)
    expect(sessionStore.current().other).toEqual(bruno)
    expect(adoptOtherPerson()).toEqual(bruno)
    expect(rememberedPerson()).toEqual(bruno)
  })

  test('a refusal ends it as well, where the server is of an earlier build', async () => {
    await refreshSession(sessions.fetch)
    sessions.fetch = () =>
      Promise.resolve(json(401, { type: 'urn:x', title: 'x', status: 401, code: 'unauthenticated' }))
    expect(await refreshSession(sessions.fetch)).toBe('signed-out')
  })

  test.each([
    ['an empty answer', null],
    ['an answer about something else', { person: 'Awa' }],
  ])('%s doesn’t end it', async (_name, body) => {
    await refreshSession(sessions.fetch)
    sessions.fetch = () => Promise.resolve(json(200, body))
    expect(await refreshSession(sessions.fetch)).toBe('offline')
  })

  test('a portal’s page under 401 doesn’t end a session', async () => {
    await refreshSession(sessions.fetch)
    sessions.fetch = () =>
      Promise.resolve(new Response('<html>', { status: 401, headers: { 'content-type': 'text/html' } }))
    expect(await refreshSession(sessions.fetch)).toBe('offline')
  })

  test('what an earlier build remembered, without the teams to be opened, opens the app', () => {
    const { ledTeams: _unknownThen, ...earlier } = { ...awa, teams: ['Conseillers numériques de l’Ariège'] }
    localStorage.setItem('espace-coop:person', JSON.stringify(earlier))
    expect(rememberedPerson()).toEqual(earlier)
  })

  test('what another version remembered in another shape is asked again', () => {
    localStorage.setItem('espace-coop:person', '{"name":"Awa"}')
    expect(rememberedPerson()).toBeNull()
  })
})

describe('signing out (P32)', () => {
  test('takes this person’s database away, tells the server, and goes to the issuer’s logout', async () => {
    await refreshSession(sessions.fetch)
    await filesOffline(awa)
    await filesOffline(bruno)
    await signOut({ unsent: 'erase' }, leaves)
    expect(await Dexie.exists(databaseName(awa.id))).toBe(false)
    expect(await Dexie.exists(databaseName(bruno.id))).toBe(true)
    expect(rememberedPerson()).toBeNull()
    expect(sessions.asked).toContain('POST /api/session/sign-out')
    expect(gone).toEqual(['https://issuer.example/logout'])
  })

  test('can keep what is not sent for the person’s return, and nothing else', async () => {
    await refreshSession(sessions.fetch)
    await filesOffline(awa)
    await signOut({ unsent: 'keep' }, leaves)
    const db = openDatabase(awa.id)
    expect(await db.orphan.count()).toBe(1)
    expect(await db.draft.count()).toBe(1)
    expect(await db.report.count()).toBe(0)
    db.close()
  })

  test('without network closes the app all the same, and the session that stayed open doesn’t open it again', async () => {
    await refreshSession(sessions.fetch)
    sessions.reachable = false
    await signOut({ unsent: 'erase' }, leaves)
    expect(gone).toEqual(['/connexion'])
    expect(rememberedPerson()).toBeNull()
    expect(await refreshSession(sessions.fetch)).toBe('offline')
    sessions.reachable = true
    expect(await refreshSession(sessions.fetch)).toBe('signed-out')
    expect(sessions.asked).toEqual(['GET /api/session', 'POST /api/session/sign-out', 'GET /api/session'])
    expect(rememberedPerson()).toBeNull()
  })
})
