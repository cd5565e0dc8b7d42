import { createSign, generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { issuerClient, type AskIssuer } from '../../../src/server/identity/issuer-client.ts'

const url = 'https://issuer.test'
const configuration = {
  kind: 'external',
  url,
  clientId: 'coop',
  clientSecret: 'secret',
  userinfoAlgorithm: 'RS256',
  idTokenAlgorithm: 'RS256',
  emailAlwaysVerified: false,
} as const
const secrets = { state: 'the-state', nonce: 'the-nonce', codeVerifier: 'v'.repeat(43) }
const callback = new URL(
  `https://coop.test/auth/callback?code=the-code&state=the-state&iss=${encodeURIComponent(url)}`,
)

const ours = generateKeyPairSync('rsa', { modulusLength: 2048 })
const another = generateKeyPairSync('rsa', { modulusLength: 2048 })

type Claims = Record<string, unknown>

function signed(claims: Claims, { privateKey } = ours): string {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const content = `${encode({ alg: 'RS256', kid: 'key' })}.${encode(claims)}`
  return `${content}.${createSign('RSA-SHA256').update(content).sign(privateKey, 'base64url')}`
}

const now = Math.floor(Date.now() / 1000)
const idClaims: Claims = { iss: url, aud: 'coop', sub: 'awa', nonce: secrets.nonce, iat: now, exp: now + 60 }
const userClaims: Claims = {
  iss: url,
  aud: 'coop',
  sub: 'awa',
  given_name: 'Awa',
  usual_name: 'Diallo',
  email: 'awa@exemple.fr',
  email_verified: true,
}

/** An issuer set up as ProConnect is, whose answers a test changes one by one. */
function anIssuer(answers: { idToken?: string; userinfo?: Response; down?: () => boolean } = {}): AskIssuer {
  const key = { ...ours.publicKey.export({ format: 'jwk' }), kid: 'key', alg: 'RS256', use: 'sig' }
  const discovery = {
    issuer: url,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
    userinfo_endpoint: `${url}/userinfo`,
    end_session_endpoint: `${url}/session/end`,
    jwks_uri: `${url}/jwks`,
    response_types_supported: ['code'],
  }
  const tokens = {
    access_token: 'access',
    token_type: 'Bearer',
    id_token: answers.idToken ?? signed(idClaims),
  }
  const userinfo = () => answers.userinfo ?? jwt(signed(userClaims))
  const pages: Record<string, () => Response> = {
    '/.well-known/openid-configuration': () => Response.json(discovery),
    '/jwks': () => Response.json({ keys: [key] }),
    '/token': () => Response.json(tokens),
    '/userinfo': userinfo,
  }
  return async (address) => {
    if (answers.down?.()) throw new TypeError('fetch failed')
    return pages[new URL(address).pathname]?.() ?? new Response('', { status: 404 })
  }
}

function jwt(content: string): Response {
  return new Response(content, { headers: { 'content-type': 'application/jwt' } })
}

function finish(answers: Parameters<typeof anIssuer>[0], at = callback) {
  return issuerClient(configuration, anIssuer(answers)).finish(at, secrets)
}

describe('the issuer’s answer', () => {
  test('says who signed in, by signed userinfo', async () => {
    expect(await finish({})).toEqual({
      issuer: url,
      subject: 'awa',
      email: 'awa@exemple.fr',
      emailVerified: true,
      givenName: 'Awa',
      familyName: 'Diallo',
      idToken: expect.any(String),
    })
  })

  test('vouches for an address only when it says so', async () => {
    const vouched = async (claims: Claims) =>
      (await finish({ userinfo: jwt(signed({ ...userClaims, ...claims })) })).emailVerified
    expect(await vouched({ email_verified: undefined })).toBe(false)
    expect(await vouched({ email_verified: 'true' })).toBe(false)
    expect(await vouched({ email_verified: true })).toBe(true)
  })

  test.each<[string, Parameters<typeof anIssuer>[0]]>([
    ['userinfo that isn’t signed', { userinfo: Response.json(userClaims) }],
    ['userinfo signed by another', { userinfo: jwt(signed(userClaims, another)) }],
    ['userinfo of somebody else', { userinfo: jwt(signed({ ...userClaims, sub: 'bruno' })) }],
    ['userinfo for another application', { userinfo: jwt(signed({ ...userClaims, aud: 'other' })) }],
    ['an identity signed by another', { idToken: signed(idClaims, another) }],
    ['an identity for another application', { idToken: signed({ ...idClaims, aud: 'other' }) }],
    ['an identity from another issuer', { idToken: signed({ ...idClaims, iss: 'https://evil.test' }) }],
    ['an identity of another attempt', { idToken: signed({ ...idClaims, nonce: 'other' }) }],
    ['an identity that has expired', { idToken: signed({ ...idClaims, iat: now - 900, exp: now - 600 }) }],
  ])('is refused with %s', async (_, answers) => {
    await expect(finish(answers)).rejects.toMatchObject({ code: 'sign-in-failed' })
  })

  test('is refused from an address that says it comes from another issuer', async () => {
    const mixedUp = new URL(callback.href.replace(encodeURIComponent(url), 'https%3A%2F%2Fevil.test'))
    await expect(finish({}, mixedUp)).rejects.toMatchObject({ code: 'sign-in-failed' })
  })
})

describe('an issuer that doesn’t answer', () => {
  const options = { redirectUri: 'https://coop.test/auth/callback', otherAccount: false }

  test('is said to be unavailable, and asked again the next time', async () => {
    let down = true
    const client = issuerClient(configuration, anIssuer({ down: () => down }))
    await expect(client.signInUrl(secrets, options)).rejects.toMatchObject({ code: 'issuer-unavailable' })
    down = false
    expect(await client.signInUrl(secrets, options)).toMatch(/^https:\/\/issuer\.test\/authorize\?/)
    down = true
    await expect(client.finish(callback, secrets)).rejects.toMatchObject({ code: 'issuer-unavailable' })
  })

  test('isn’t asked to sign in anew unless another account is wanted', async () => {
    const client = issuerClient(configuration, anIssuer())
    expect(await client.signInUrl(secrets, options)).not.toContain('prompt=')
    expect(await client.signInUrl(secrets, { ...options, otherAccount: true })).toContain('prompt=login')
  })

  test('is told whose session ends at sign-out, and where to send the person', async () => {
    const client = issuerClient(configuration, anIssuer())
    const out = await client.signOutUrl({
      idToken: 'token',
      returnTo: 'https://coop.test/connexion',
      state: 's',
    })
    expect(Object.fromEntries(new URL(out ?? '').searchParams)).toEqual({
      id_token_hint: 'token',
      post_logout_redirect_uri: 'https://coop.test/connexion',
      state: 's',
      client_id: 'coop',
    })
  })
})
