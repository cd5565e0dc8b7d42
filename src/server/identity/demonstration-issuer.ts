import { generateKeyPair, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import type * as OidcProvider from 'oidc-provider'
import type { Configuration as ProviderConfiguration, JWK, KoaContextWithOIDC, Provider } from 'oidc-provider'
import type { IssuerConfiguration } from '../configuration.ts'
import type { DemonstrationAccount } from './demonstration-accounts.ts'
import { demonstrationMemory } from './demonstration-memory.ts'
import { issuerErrorPage, issuerSignOutPage } from './demonstration-pages.ts'

/** Where the issuer answers, on the application's own origin. */
export const demonstrationIssuerPath = '/demo/issuer'

/** Where the page of accounts of one sign-in is. */
export const demonstrationSignInPath = '/demo/sign-in'

export interface DemonstrationIssuer {
  readonly provider: Provider
  /** What the relying party is configured with, as it would be for a real issuer. */
  readonly configuration: Extract<IssuerConfiguration, { kind: 'external' }>
}

interface Registration {
  readonly publicUrl: string
  readonly redirectUri: string
  readonly signedOutUri: string
  readonly accounts: readonly DemonstrationAccount[]
  readonly now: () => number
}

const clientId = 'espace-coop'
const claimsByScope = {
  openid: ['sub'],
  given_name: ['given_name'],
  usual_name: ['usual_name'],
  email: ['email', 'email_verified'],
  siret: ['siret'],
}

/**
 * An issuer that lets anybody in as one of the accounts, set up as ProConnect is: signed userinfo, `siret`, sign-out
 * at the issuer. Its keys and secrets are drawn at start and die with the process. Never in production.
 */
export async function demonstrationIssuer(registration: Registration): Promise<DemonstrationIssuer> {
  const url = `${registration.publicUrl}${demonstrationIssuerPath}`
  const clientSecret = randomBytes(32).toString('base64url')
  const { Provider } = await importProvider()
  const provider = new Provider(
    url,
    providerConfiguration(registration, clientSecret, await (signingKey ??= newSigningKey())),
  )
  return {
    provider,
    configuration: {
      kind: 'external',
      url,
      clientId,
      clientSecret,
      userinfoAlgorithm: 'RS256',
      idTokenAlgorithm: 'RS256',
      emailAlwaysVerified: false,
    },
  }
}

function providerConfiguration(
  { accounts, redirectUri, signedOutUri, now }: Registration,
  clientSecret: string,
  signingKey: JWK,
): ProviderConfiguration {
  return {
    adapter: demonstrationMemory(now),
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: [signedOutUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'RS256',
        userinfo_signed_response_alg: 'RS256',
      },
    ],
    jwks: { keys: [signingKey] },
    cookies: { keys: [randomBytes(32).toString('base64url')], names: cookieNames },
    scopes: Object.keys(claimsByScope),
    claims: claimsByScope,
    responseTypes: ['code'],
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource },
    },
    interactions: { url: (_context, interaction) => `${demonstrationSignInPath}/${interaction.uid}` },
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      IdToken: 3600,
      Interaction: 3600,
      Session: 86_400,
      Grant: 86_400,
    },
    findAccount: (_context, subject) => findAccount(accounts, subject),
    loadExistingGrant: grantEverything,
    renderError: async (context, out) => {
      context.type = 'html'
      context.body = issuerErrorPage(out.error)
    },
  }
}

/** Names of their own: the application's cookies live on the same origin. */
const cookieNames = {
  session: 'demo-issuer-session',
  interaction: 'demo-issuer-interaction',
  resume: 'demo-issuer-resume',
}

async function logoutSource(context: KoaContextWithOIDC, form: string): Promise<void> {
  context.body = issuerSignOutPage(form)
}

function findAccount(accounts: readonly DemonstrationAccount[], subject: string) {
  const account = accounts.find((candidate) => candidate.subject === subject)
  if (!account) return undefined
  return {
    accountId: subject,
    claims: () => ({
      sub: subject,
      given_name: account.givenName,
      usual_name: account.familyName,
      email: account.email,
      email_verified: account.emailVerified,
      ...(account.siret && { siret: account.siret }),
    }),
  }
}

/** Nobody is asked what to share: the only client is ours, and the accounts are nobody's. */
async function grantEverything({ oidc }: KoaContextWithOIDC) {
  const { client, account, provider } = oidc
  if (!client || !account) return undefined
  const grant = new provider.Grant({ clientId: client.clientId, accountId: account.accountId })
  grant.addOIDCScope(Object.keys(claimsByScope).join(' '))
  await grant.save()
  return grant
}

/** One for the process, whatever the number of issuers in it: drawing it takes a third of a second. */
let signingKey: Promise<JWK> | undefined

async function newSigningKey(): Promise<JWK> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  const key = privateKey.export({ format: 'jwk' })
  return { ...key, use: 'sig', alg: 'RS256', kid: randomBytes(8).toString('hex') }
}

/**
 * Loaded only where it serves. On import it warns of Node 20, which it runs on but no longer promises: what we use of
 * it is tested there, and the sentence would be the first thing that a newcomer reads.
 */
async function importProvider(): Promise<typeof OidcProvider> {
  const { warn } = console
  console.warn = (...sentence: unknown[]) => {
    if (!String(sentence[0]).includes('Unsupported runtime')) warn(...sentence)
  }
  try {
    return await import('oidc-provider')
  } finally {
    console.warn = warn
  }
}
