import * as client from 'openid-client'
import { CodedError } from '../../domain/errors.ts'
import type { IssuerConfiguration } from '../configuration.ts'

/** Asks a question over HTTP: `fetch`, or the demonstration issuer in this very process. */
export type AskIssuer = client.CustomFetch

/** What an issuer vouches for of the person who signed in. */
export interface VouchedIdentity {
  readonly issuer: string
  readonly subject: string
  readonly email: string | undefined
  readonly emailVerified: boolean
  readonly givenName: string | undefined
  readonly familyName: string | undefined
  /** Of the employer. */
  readonly siret: string | undefined
  /** Shown to the issuer again at sign-out, so that it knows which session to end. */
  readonly idToken: string
}

/** Secrets of one attempt, which the answer of the issuer must match. */
export interface SignInSecrets {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
}

/** The issuer as the relying party sees it (OpenID Connect: authorization code, PKCE, state, nonce). */
export interface IssuerClient {
  /** Where to send the browser; throws `issuer-unavailable`. */
  signInUrl(secrets: SignInSecrets, options: { redirectUri: string; otherAccount: boolean }): Promise<string>
  /** Exchanges the code of the callback's address; throws `sign-in-failed` or `issuer-unavailable`. */
  finish(callback: URL, secrets: SignInSecrets): Promise<VouchedIdentity>
  /** Where to send the browser so that the issuer's session ends too; null where the issuer has no such page. */
  signOutUrl(options: { idToken: string; returnTo: string; state: string }): Promise<string | null>
}

/** What is asked of ProConnect; `siret` is the employer's. */
const scope = 'openid given_name usual_name email siret'

type External = Extract<IssuerConfiguration, { kind: 'external' }>

/** A client of one issuer. Its addresses and keys are read at the first use, and again after a failure. */
export function issuerClient(issuer: External, ask?: AskIssuer): IssuerClient {
  const discovered = rememberedUntilFailure(() => discover(issuer, ask))
  return {
    async signInUrl(secrets, { redirectUri, otherAccount }) {
      const url = client.buildAuthorizationUrl(await discovered(), {
        redirect_uri: redirectUri,
        scope,
        state: secrets.state,
        nonce: secrets.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(secrets.codeVerifier),
        code_challenge_method: 'S256',
        ...(otherAccount ? { prompt: 'login' } : {}),
      })
      return url.href
    },
    async finish(callback, secrets) {
      const configuration = await discovered()
      return codedFailures(() => exchange(configuration, callback, secrets))
    },
    async signOutUrl({ idToken, returnTo, state }) {
      const configuration = await discovered()
      if (!configuration.serverMetadata().end_session_endpoint) return null
      const parameters = { id_token_hint: idToken, post_logout_redirect_uri: returnTo, state }
      return client.buildEndSessionUrl(configuration, parameters).href
    },
  }
}

/** Signatures are verified, although the connection is the issuer's: what was vouched for can then be shown to have been. */
async function discover(issuer: External, ask: AskIssuer | undefined): Promise<client.Configuration> {
  const url = new URL(issuer.url)
  const metadata: Partial<client.ClientMetadata> = {
    id_token_signed_response_alg: issuer.idTokenAlgorithm,
    [client.clockTolerance]: 30,
    ...(issuer.userinfoAlgorithm && { userinfo_signed_response_alg: issuer.userinfoAlgorithm }),
  }
  const extensions = [client.enableNonRepudiationChecks]
  if (url.protocol === 'http:') extensions.push(client.allowInsecureRequests)
  try {
    return await client.discovery(
      url,
      issuer.clientId,
      metadata,
      client.ClientSecretPost(issuer.clientSecret),
      {
        execute: extensions,
        timeout: 10,
        ...(ask && { [client.customFetch]: ask }),
      },
    )
  } catch (error) {
    throw new CodedError('issuer-unavailable', {}, error)
  }
}

async function exchange(
  configuration: client.Configuration,
  callback: URL,
  { state, nonce, codeVerifier }: SignInSecrets,
): Promise<VouchedIdentity> {
  const tokens = await client.authorizationCodeGrant(configuration, callback, {
    pkceCodeVerifier: codeVerifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims || !tokens.id_token) throw new CodedError('sign-in-failed')
  const user = await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email: text(user.email),
    emailVerified: user.email_verified === true,
    givenName: text(user.given_name),
    familyName: text(user['usual_name']) ?? text(user.family_name),
    siret: text(user['siret']),
    idToken: tokens.id_token,
  }
}

async function codedFailures<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof CodedError) throw error
    throw new CodedError(isUnreachable(error) ? 'issuer-unavailable' : 'sign-in-failed', {}, error)
  }
}

/** Whether the issuer didn't answer, as opposed to answering something that can't be accepted. */
function isUnreachable(error: unknown): boolean {
  if (error instanceof client.ClientError) return error.code === 'OAUTH_TIMEOUT'
  return error instanceof TypeError && error.message === 'fetch failed'
}

function rememberedUntilFailure<T>(work: () => Promise<T>): () => Promise<T> {
  let remembered: Promise<T> | undefined
  return async () => {
    remembered ??= work()
    try {
      return await remembered
    } catch (error) {
      remembered = undefined
      throw error
    }
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined
}
