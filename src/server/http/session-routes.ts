import * as z from 'zod/mini'
import { sessionAnswerSchema } from '../../domain/access/signed-in-person.ts'
import { CodedError } from '../../domain/errors.ts'
import type { IssuerClient } from '../identity/issuer-client.ts'
import { endSession } from '../identity/open-session.ts'
import { signedInPerson } from '../store/signed-in-person.ts'
import type { App } from './app.ts'
import { signedOutUrl } from './sign-in-routes.ts'

const signOutAnswer = z.object({ issuerLogoutUrl: z.nullable(z.string()) })

export function sessionRoutes(issuer: IssuerClient) {
  return async (app: App): Promise<void> => {
    const whose = {
      config: { access: 'know-oneself' },
      schema: { response: { 200: sessionAnswerSchema } },
    } as const
    app.get('/api/session', whose, async ({ session }) => {
      const person = session && (await signedInPerson(app.store.db, session.personId))
      return person ?? { person: null }
    })

    // Answered without a session too: signing out twice is no error.
    const signOut = { config: { access: 'sign-out' }, schema: { response: { 200: signOutAnswer } } } as const
    app.post('/api/session/sign-out', signOut, async (request, reply) => {
      const idToken = await endSession(app, request, reply)
      // "storage" would empty every account of the browser, and the service worker with them (P32).
      reply.header('clear-site-data', '"cookies"')
      return { issuerLogoutUrl: idToken && (await issuerLogoutUrl(app, issuer, idToken)) }
    })
  }
}

/** The session here has ended whatever the issuer says: where it doesn't answer, the person stays on our page. */
async function issuerLogoutUrl(app: App, issuer: IssuerClient, idToken: string): Promise<string | null> {
  try {
    return await issuer.signOutUrl({ idToken, returnTo: signedOutUrl(app), state: app.ids.newToken() })
  } catch (error) {
    if (error instanceof CodedError && error.code === 'issuer-unavailable') return null
    throw error
  }
}
