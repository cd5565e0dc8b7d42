import type { FastifyReply, FastifyRequest } from 'fastify'
import { CodedError } from '../../domain/errors.ts'
import { drawVerificationPage, verificationStyle, type VerificationPage } from '../seals/verification-page.ts'
import { verifyCode } from '../seals/verify-code.ts'
import type { App } from './app.ts'
import { codeRate } from './rate-limits.ts'

/** No script at all; what is typed goes to this very page. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const statusOf: Readonly<Record<VerificationPage['kind'], number>> = {
  asks: 200,
  verified: 200,
  mistyped: 400,
  unknown: 404,
  'too-many': 429,
  unavailable: 503,
}

/** The page that a code, or the QR of an attestation, leads to: for anybody, kept by no cache and no search engine. */
export async function verificationPageRoute(app: App): Promise<void> {
  const mayTry = codeRate(app)
  // A page, and no part of the API.
  const options = { schema: { hide: true }, config: { access: 'verify-seals' } as const }

  app.get('/verifier/page.css', options, async (_request, reply) =>
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(verificationStyle),
  )
  app.get<{ Querystring: { code?: unknown } }>('/verifier', options, async (request, reply) => {
    const { code } = request.query
    return send(request, reply, typeof code === 'string' && code.trim() !== '' ? code : undefined)
  })
  app.get<{ Params: { code: string } }>('/verifier/:code', options, async (request, reply) =>
    send(request, reply, request.params.code),
  )

  async function send(request: FastifyRequest, reply: FastifyReply, typed: string | undefined) {
    const page = await pageOf(request, typed)
    return reply
      .code(statusOf[page.kind])
      .headers({
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex, nofollow, noarchive',
        'referrer-policy': 'same-origin',
        'content-security-policy': contentSecurityPolicy,
        'content-type': 'text/html; charset=utf-8',
      })
      .send(drawVerificationPage(page))
  }

  async function pageOf(request: FastifyRequest, code: string | undefined): Promise<VerificationPage> {
    if (code === undefined) return { kind: 'asks' }
    const typed = code.slice(0, 60)
    if (!(await mayTry(request))) return { kind: 'too-many', typed }
    try {
      return { kind: 'verified', typed, seal: await verifyCode(app.store, typed) }
    } catch (error) {
      return { kind: whyNot(error), typed }
    }
  }
}

function whyNot(error: unknown): Exclude<VerificationPage['kind'], 'asks' | 'verified'> {
  if (!(error instanceof CodedError)) throw error
  if (error.code === 'seal-code-mistyped') return 'mistyped'
  if (error.code === 'seal-unknown') return 'unknown'
  if (error.code === 'unavailable' || error.code === 'busy') return 'unavailable'
  throw error
}
