import * as z from 'zod/mini'
import { CodedError, type ErrorCode } from '../../domain/errors.ts'
import { personIdSchema } from '../../domain/ids.ts'
import { startSession } from '../identity/open-session.ts'
import type { IssuerClient, VouchedIdentity } from '../identity/issuer-client.ts'
import { recognisePerson } from '../identity/recognise-person.ts'
import { safeReturnPath } from '../identity/return-path.ts'
import { beginAttempt, finishAttempt } from '../identity/sign-in-attempt.ts'
import type { App } from './app.ts'
import { toCoded, withoutPersonalData } from './problem.ts'

const signInQuery = z.object({
  return: z.optional(z.string()),
  /** `other`: the issuer asks who signs in, even where it knows. */
  account: z.optional(z.string()),
})

/** The addresses that a browser is sent to and back from; what goes wrong ends on the sign-in page, with a code. */
export function signInRoutes(issuer: IssuerClient) {
  return async (app: App): Promise<void> => {
    app.setErrorHandler((error: unknown, request, reply) => {
      const { code } = toCoded(error)
      if (code === 'internal') request.log.error(withoutPersonalData(error), 'unexpected error')
      return reply.redirect(signInPage(code))
    })
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    app.get(
      '/auth/sign-in',
      { config: { access: 'sign-in' }, schema: { querystring: signInQuery, hide: true } },
      async (request, reply) => {
        const { account, return: asked } = request.query
        const returnTo = safeReturnPath(asked, app.configuration.publicUrl)
        const secrets = await beginAttempt(app, { request, reply, returnTo })
        const options = { redirectUri: callbackUrl(app), otherAccount: account === 'other' }
        return reply.redirect(await issuer.signInUrl(secrets, options))
      },
    )

    app.get(
      '/auth/callback',
      { config: { access: 'sign-in' }, schema: { hide: true } },
      async (request, reply) => {
        const callback = new URL(request.url, app.configuration.publicUrl)
        const attempt = await finishAttempt(app, {
          request,
          reply,
          state: callback.searchParams.get('state'),
        })
        if (!attempt) throw new CodedError('sign-in-failed')
        const identity = await issuer.finish(callback, attempt)
        const options = {
          at: app.clock(),
          newId: personIdSchema.parse(app.ids.newId()),
          emailAlwaysVerified: emailAlwaysVerified(app),
        }
        const personId = await recognisePerson(app.store, identity, options)
        if (!personId) throw new CodedError(refusalOf(identity, options.emailAlwaysVerified))
        await startSession(app, request, reply, { personId, idToken: identity.idToken })
        return reply.redirect(attempt.returnTo)
      },
    )
  }
}

/** Who is unknown though their address is sure and their employer is said could only be let in by that employer. */
function refusalOf(
  { email, emailVerified, siret }: VouchedIdentity,
  emailAlwaysVerified: boolean,
): ErrorCode {
  const isSure = email !== undefined && (emailVerified || emailAlwaysVerified)
  return isSure && siret !== undefined ? 'unknown-employer' : 'unknown-person'
}

export function callbackUrl(app: App): string {
  return `${app.configuration.publicUrl}/auth/callback`
}

/** Where the issuer sends people back to after sign-out: to be registered there, as the callback is. */
export function signedOutUrl(app: App): string {
  return `${app.configuration.publicUrl}/connexion`
}

function signInPage(code: ErrorCode): string {
  return `/connexion?erreur=${code}`
}

function emailAlwaysVerified({ configuration: { issuer } }: App): boolean {
  return issuer.kind === 'external' && issuer.emailAlwaysVerified
}
