import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { PersonId } from '../../../src/domain/ids.ts'
import { randomIds, systemClock } from '../../../src/server/clock-and-ids.ts'
import { cast, townHallSiret } from '../../../src/server/demonstration/cast.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import { buildApp } from '../../../src/server/http/build-app.ts'
import {
  demonstrationAccounts,
  type DemonstrationAccount,
} from '../../../src/server/identity/demonstration-accounts.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aUuid } from '../../builders/an-id.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { plantCast } from '../test-cast.ts'
import { TestBrowser } from '../test-browser.ts'
import { aConfiguration } from '../test-configuration.ts'

const awa = accountOf(cast.awa.id)
const bruno = accountOf(cast.bruno.id)
const stranger: DemonstrationAccount = {
  subject: 'stranger',
  givenName: 'Zoé',
  familyName: 'Inconnue',
  email: 'zoe@ailleurs.example',
  emailVerified: true,
  siret: null,
  capacity: 'Personne',
}

function accountOf(id: PersonId): DemonstrationAccount {
  const account = demonstrationAccounts.find(({ subject }) => subject === `demo-${id}`)
  if (!account) throw new Error('The cast has an account each')
  return account
}

/** The server, really listening, with the demonstration issuer and these accounts. */
async function aListeningServer(store: Store, accounts: readonly DemonstrationAccount[]): Promise<string> {
  await plantCast(store)
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  // It listens on a port, never on a path.
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const configuration = aConfiguration({ PUBLIC_URL: origin })
  const parts = { store, configuration, clock: systemClock, ids: randomIds }
  const app = await buildApp({ ...parts, demonstrationAccounts: accounts })
  await app.ready()
  server.on('request', (request, response) => app.routing(request, response))
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await app.close()
  })
  return origin
}

/** Goes to the page of accounts, chooses one, and follows until a page of ours. */
async function signIn(browser: TestBrowser, account: DemonstrationAccount, path = '/auth/sign-in') {
  const page = await browser.visit(path)
  return browser.submit(page.path, { account: account.subject })
}

/** The same, up to the address that the issuer sends the browser back to. */
async function callbackOf(browser: TestBrowser, account: DemonstrationAccount): Promise<string> {
  const page = await browser.visit('/auth/sign-in')
  const form = await browser.ask(page.path, {
    method: 'POST',
    body: new URLSearchParams({ account: account.subject }),
  })
  const resumed = await browser.ask(browser.pathOf(form.headers.get('location') ?? ''))
  return browser.pathOf(resumed.headers.get('location') ?? '')
}

async function session(browser: TestBrowser) {
  const response = await browser.ask('/api/session')
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

function signOut(browser: TestBrowser) {
  return browser.ask('/api/session/sign-out', { method: 'POST', headers: { 'x-espace-coop': '1' } })
}

async function bindingOf(store: Store, id: PersonId) {
  return beside(() =>
    store.db
      .selectFrom('person')
      .select(['issuer', 'subject', 'email'])
      .where('person_id', '=', id)
      .executeTakeFirst(),
  )
}

describeEachStore('signing in', (given) => {
  test('leads through the page of accounts back to where the person was, as that person', async () => {
    const browser = new TestBrowser(await aListeningServer(given(), demonstrationAccounts))
    const accounts = await browser.visit('/auth/sign-in?return=/activites?mois=2026-11')
    expect(accounts.path).toMatch(/^\/demo\/sign-in\//)
    for (const { givenName } of demonstrationAccounts) expect(accounts.text).toContain(givenName)

    const landed = await browser.submit(accounts.path, { account: awa.subject })
    expect(landed.path).toBe('/activites?mois=2026-11')
    const { status, body } = await session(browser)
    expect(status).toBe(200)
    expect(body).toEqual({
      id: cast.awa.id,
      givenName: 'Awa',
      familyName: 'Diallo',
      email: awa.email,
      scopes: [
        {
          scope: expect.any(String),
          role: 'advisor',
          structureId: expect.any(String),
          structureName: 'Mairie de Saint-Girons',
          structureCommune: '09261',
          contracts: [{ starts: '2024-11-01', ends: null }],
        },
      ],
      memberships: [],
      teams: [],
      ledTeams: [],
      state: null,
      trainingBody: null,
      trainingBodyId: null,
    })
  })

  test('binds the person to the issuer’s subject, for ever, whatever becomes of the address', async () => {
    const moved = { ...awa, email: bruno.email }
    const accounts = [awa]
    const origin = await aListeningServer(given(), accounts)
    await signIn(new TestBrowser(origin), awa)
    const bound = await bindingOf(given(), cast.awa.id)
    expect(bound).toEqual({ issuer: `${origin}/demo/issuer`, subject: awa.subject, email: awa.email })

    accounts.splice(0, 1, moved)
    const browser = new TestBrowser(origin)
    await signIn(browser, moved)
    expect((await session(browser)).body['id']).toBe(cast.awa.id)
    expect(await bindingOf(given(), cast.awa.id)).toEqual(bound)
    expect((await bindingOf(given(), cast.bruno.id))?.subject).toBeNull()
  })

  test('never gives a bound person to another subject with the same address', async () => {
    const impostor = { ...stranger, email: awa.email }
    const origin = await aListeningServer(given(), [awa, impostor])
    await signIn(new TestBrowser(origin), awa)
    const browser = new TestBrowser(origin)
    expect((await signIn(browser, impostor)).path).toBe('/connexion?erreur=unknown-person')
    expect((await session(browser)).body).toEqual({ person: null })
  })

  test('is refused to an address that the issuer doesn’t declare verified', async () => {
    const unverified = { ...awa, emailVerified: false }
    const browser = new TestBrowser(await aListeningServer(given(), [unverified]))
    expect((await signIn(browser, unverified)).path).toBe('/connexion?erreur=unknown-person')
    expect((await bindingOf(given(), cast.awa.id))?.subject).toBeNull()
  })

  test('makes an account, which reads nothing, for whom a structure employs', async () => {
    const colleague = { ...stranger, siret: townHallSiret }
    const browser = new TestBrowser(await aListeningServer(given(), [colleague]))
    expect((await signIn(browser, colleague, '/auth/sign-in?return=/employeurs/demande')).path).toBe(
      '/employeurs/demande',
    )
    expect((await session(browser)).body).toMatchObject({
      givenName: 'Zoé',
      email: colleague.email,
      scopes: [],
      memberships: [],
      teams: [],
      state: null,
    })
    const employer = await (await browser.ask('/api/own-employer')).json()
    expect(employer).toMatchObject({ structure: { name: 'Mairie de Saint-Girons' }, isMember: false })
  })

  test('makes an account for an address that was invited, as long as the invitation can be accepted', async () => {
    const origin = await aListeningServer(given(), [stranger])
    const invite = (expires_at: string, number: number) =>
      beside(() =>
        given()
          .db.insertInto('invitation')
          .values({
            invitation_id: aUuid(),
            structure_id: townHall.id,
            email: stranger.email,
            email_key: stranger.email,
            role: 'lecteur',
            token_hash: `hash ${number}`,
            invited_by: cast.chantal.id,
            invited_at: '2020-01-01T00:00:00.000Z',
            expires_at,
          })
          .execute(),
      )
    await invite('2020-01-08T00:00:00.000Z', 1)
    expect((await signIn(new TestBrowser(origin), stranger)).path).toBe('/connexion?erreur=unknown-person')
    await invite('2999-01-01T00:00:00.000Z', 2)
    const browser = new TestBrowser(origin)
    expect((await signIn(browser, stranger)).path).toBe('/')
    expect((await session(browser)).body).toMatchObject({ givenName: 'Zoé', memberships: [] })
  })

  test('is refused to whom no structure employs and nobody invited, and makes no account', async () => {
    const elsewhere = { ...stranger, siret: '99999999999999' }
    const browser = new TestBrowser(await aListeningServer(given(), [elsewhere]))
    expect((await signIn(browser, elsewhere)).path).toBe('/connexion?erreur=unknown-employer')
    const known = await beside(() =>
      given().db.selectFrom('person').select('person_id').where('email', '=', elsewhere.email).execute(),
    )
    expect(known).toEqual([])
  })

  test('believes no employer of an address that the issuer doesn’t declare verified', async () => {
    const unverified = { ...stranger, siret: townHallSiret, emailVerified: false }
    const browser = new TestBrowser(await aListeningServer(given(), [unverified]))
    expect((await signIn(browser, unverified)).path).toBe('/connexion?erreur=unknown-person')
    expect((await session(browser)).body).toEqual({ person: null })
  })

  test('makes no account for somebody who wasn’t announced', async () => {
    const browser = new TestBrowser(await aListeningServer(given(), [stranger]))
    const count = () => beside(() => given().db.selectFrom('person').select('person_id').execute())
    const before = await count()
    expect((await signIn(browser, stranger)).path).toBe('/connexion?erreur=unknown-person')
    expect(await count()).toEqual(before)
    expect((await session(browser)).body).toEqual({ person: null })
  })

  test('with another account replaces the session of this browser', async () => {
    const browser = new TestBrowser(await aListeningServer(given(), demonstrationAccounts))
    await signIn(browser, awa)
    const first = browser.cookie('coop') ?? ''
    await signIn(browser, bruno, '/auth/sign-in?account=other')
    expect((await session(browser)).body['id']).toBe(cast.bruno.id)

    browser.setCookie('coop', first)
    expect((await session(browser)).body).toEqual({ person: null })
  })

  test('is refused when the state is another’s, or comes back in another browser', async () => {
    const origin = await aListeningServer(given(), demonstrationAccounts)
    const browser = new TestBrowser(origin)
    const callback = await callbackOf(browser, awa)
    const forged = callback.replace(/state=[^&]+/, `state=${'x'.repeat(43)}`)
    expect((await browser.visit(forged)).path).toBe('/connexion?erreur=sign-in-failed')
    expect((await new TestBrowser(origin).visit(callback)).path).toBe('/connexion?erreur=sign-in-failed')
    expect((await browser.visit(callback)).path).toBe('/')
    expect((await browser.visit(callback)).path).toBe('/connexion?erreur=sign-in-failed')
  })

  test.each(['nonce', 'code_verifier'] as const)(
    'is refused when the %s is not the one sent',
    async (column) => {
      const browser = new TestBrowser(await aListeningServer(given(), demonstrationAccounts))
      const callback = await callbackOf(browser, awa)
      await beside(() =>
        given()
          .db.updateTable('sign_in_attempt')
          .set({ [column]: 'y'.repeat(43) })
          .execute(),
      )
      expect((await browser.visit(callback)).path).toBe('/connexion?erreur=sign-in-failed')
      expect((await session(browser)).body).toEqual({ person: null })
    },
  )

  test('is refused with a code that isn’t the issuer’s, and when the issuer says no', async () => {
    const browser = new TestBrowser(await aListeningServer(given(), demonstrationAccounts))
    const callback = await callbackOf(browser, awa)
    const forged = callback.replace(/code=[^&]+/, 'code=forged')
    expect((await browser.visit(forged)).path).toBe('/connexion?erreur=sign-in-failed')
    const other = new TestBrowser(browser.origin)
    const denied = (await callbackOf(other, awa)).replace(/code=[^&]+/, 'error=access_denied')
    expect((await other.visit(denied)).path).toBe('/connexion?erreur=sign-in-failed')
  })

  test('takes a PKCE challenge, signed userinfo and nothing less from the issuer', async () => {
    const origin = await aListeningServer(given(), demonstrationAccounts)
    const browser = new TestBrowser(origin)
    const begun = new URL((await browser.ask('/auth/sign-in')).headers.get('location') ?? '')
    expect(Object.fromEntries(begun.searchParams)).toMatchObject({
      response_type: 'code',
      scope: 'openid given_name usual_name email siret',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    })
    begun.searchParams.delete('code_challenge')
    begun.searchParams.delete('code_challenge_method')
    const without = await browser.ask(browser.pathOf(begun.href))
    expect(without.headers.get('location')).toMatch(/\/auth\/callback\?error=invalid_request/)
    const discovery = await fetch(`${origin}/demo/issuer/.well-known/openid-configuration`)
    expect(await discovery.json()).toMatchObject({
      issuer: `${origin}/demo/issuer`,
      userinfo_signing_alg_values_supported: expect.arrayContaining(['RS256']),
      end_session_endpoint: `${origin}/demo/issuer/session/end`,
    })
  })

  test('on a page of accounts that has expired says so and how to go on', async () => {
    const browser = new TestBrowser(await aListeningServer(given(), demonstrationAccounts))
    const page = await browser.visit('/demo/sign-in/never-begun')
    expect(page.status).toBe(410)
    expect(page.text).toContain('Cette page a expiré')
    expect(await browser.submit('/demo/sign-in/never-begun', { account: awa.subject })).toMatchObject({
      status: 410,
    })
    expect(await browser.submit('/demo/sign-in/never-begun', { account: 'nobody' })).toMatchObject({
      status: 400,
    })
  })

  test('is undone by signing out, here and at the issuer', async () => {
    const browser = new TestBrowser(await aListeningServer(given(), demonstrationAccounts))
    await signIn(browser, awa)
    const cookie = browser.cookie('coop') ?? ''
    const answer = await signOut(browser)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('clear-site-data')).toBe('"cookies"')
    const { issuerLogoutUrl } = (await answer.json()) as { issuerLogoutUrl: string }
    expect(browser.cookie('coop')).toBeUndefined()

    const leaving = await browser.visit(browser.pathOf(issuerLogoutUrl))
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(leaving.text)?.[1] ?? ''
    const left = await browser.submit('/demo/issuer/session/end/confirm', { xsrf, logout: 'yes' })
    expect(left.path).toMatch(/^\/connexion\?state=[\w-]{43}$/)
    expect((await browser.visit('/auth/sign-in')).path).toMatch(/^\/demo\/sign-in\//)

    browser.setCookie('coop', cookie)
    expect((await session(browser)).body).toEqual({ person: null })
    const again = await signOut(browser)
    expect(again.status).toBe(200)
    expect(await again.json()).toEqual({ issuerLogoutUrl: null })
  })
})
