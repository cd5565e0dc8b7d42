import type { FastifyReply, FastifyRequest } from 'fastify'
import type { DemonstrationAccount } from '../identity/demonstration-accounts.ts'
import {
  demonstrationIssuerPath,
  demonstrationSignInPath,
  type DemonstrationIssuer,
} from '../identity/demonstration-issuer.ts'
import {
  accountsPage,
  demonstrationMailPath,
  demonstrationScript,
  demonstrationScriptPath,
  demonstrationStyle,
  demonstrationStylePath,
  expiredSignInPage,
  mailPage,
} from '../identity/demonstration-pages.ts'
import { waitingMail } from '../store/mail-outbox.ts'
import type { AskIssuer } from '../identity/issuer-client.ts'
import type { App } from './app.ts'

type Provider = DemonstrationIssuer['provider']
type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>

const demonstration = { config: { access: 'walk-demonstration' }, schema: { hide: true } } as const

/** The demonstration issuer and its pages. Registered only where there is no real issuer, and never in production. */
export function demonstrationRoutes(
  { provider }: DemonstrationIssuer,
  accounts: readonly DemonstrationAccount[],
) {
  return async (app: App): Promise<void> => {
    await app.register(async (scope) => mountProvider(scope, provider))
    await app.register(async (scope) => signInPages(scope, provider, accounts))
    app.get(demonstrationStylePath, demonstration, async (_request, reply) =>
      reply.type('text/css; charset=utf-8').send(demonstrationStyle),
    )
    app.get(demonstrationMailPath, demonstration, async (_request, reply) =>
      html(reply.header('cache-control', 'no-store'), mailPage(await waitingMail(app.store.db))),
    )
    app.get(demonstrationScriptPath, demonstration, async (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').send(demonstrationScript),
    )
  }
}

/** Asks the issuer inside the process: works whatever address the server is reached at, and without a network. */
export function askInProcess(app: App): AskIssuer {
  return async (url, { method, headers, body }) => {
    const { pathname, search, host, protocol } = new URL(url)
    const answer = await app.inject({
      method: method === 'POST' ? 'POST' : 'GET',
      url: `${pathname}${search}`,
      headers: { ...headers, host, 'x-forwarded-proto': protocol.replace(':', '') },
      ...(body instanceof URLSearchParams && { payload: body.toString() }),
    })
    const answered = Object.entries(answer.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ])
    return new Response(new Uint8Array(answer.rawPayload), { status: answer.statusCode, headers: answered })
  }
}

/** The issuer reads requests and writes answers by itself, under its own path. */
function mountProvider(app: App, provider: Provider): void {
  const handle = provider.callback()
  provider.proxy = app.configuration.trustProxy
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))
  app.route({
    method: ['GET', 'POST'],
    url: `${demonstrationIssuerPath}/*`,
    ...demonstration,
    handler: async ({ raw }, reply) => {
      const originalUrl = raw.url ?? ''
      reply.hijack()
      Object.assign(raw, { originalUrl, url: originalUrl.slice(demonstrationIssuerPath.length) })
      await handle(raw, reply.raw)
    },
  })
}

function signInPages(app: App, provider: Provider, accounts: readonly DemonstrationAccount[]): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, new URLSearchParams(body.toString())),
  )
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })

  app.get(`${demonstrationSignInPath}/:uid`, demonstration, async (request, reply) => {
    const signIn = await signInUnderWay(provider, request, reply)
    if (!signIn) return html(reply.code(410), expiredSignInPage())
    return html(reply, accountsPage(request.url, accounts))
  })

  app.post(`${demonstrationSignInPath}/:uid`, demonstration, async (request, reply) => {
    const account = accounts.find(({ subject }) => subject === chosenAccount(request.body))
    if (!account) return html(reply.code(400), accountsPage(request.url, accounts))
    const signIn = await signInUnderWay(provider, request, reply)
    if (!signIn) return html(reply.code(410), expiredSignInPage())
    await forgetAccountOf(provider, signIn)
    const result = { login: { accountId: account.subject } }
    const options = { mergeWithLastSubmission: false }
    return reply.redirect(await provider.interactionResult(request.raw, reply.raw, result, options), 303)
  })
}

async function signInUnderWay(
  provider: Provider,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Interaction | undefined> {
  try {
    return await provider.interactionDetails(request.raw, reply.raw)
  } catch (error) {
    if (error instanceof Error && error.name === 'SessionNotFound') return undefined
    throw error
  }
}

/** The issuer's own session ends before another account is chosen: it would ask by a script whether to end it. */
async function forgetAccountOf(provider: Provider, signIn: Interaction): Promise<void> {
  if (!signIn.session) return
  const session = await provider.Session.findByUid(signIn.session.uid)
  await session?.destroy()
  delete signIn.session
  await signIn.persist()
}

function chosenAccount(body: unknown): string | null {
  return body instanceof URLSearchParams ? body.get('account') : null
}

function html(reply: FastifyReply, content: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(content)
}
