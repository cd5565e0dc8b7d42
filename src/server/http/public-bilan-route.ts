import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FastifyRequest } from 'fastify'
import type { PublicPage } from '../../domain/access/public-link.ts'
import { CodedError } from '../../domain/errors.ts'
import { readPublicPage, type PublicLinkService } from '../public-links/public-link-service.ts'
import type { App } from './app.ts'

/** Draws the page of a link, whole, as HTML. */
export type DrawPublicPage = (page: PublicPage) => string

/** No script at all; the lengths of bars are in attributes of style. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * The page behind a link: for anybody, without a script, kept by no cache and no search engine. Nothing about its
 * visitors is kept but that there was one more.
 */
export function publicBilanRoute(links: PublicLinkService, given: DrawPublicPage | undefined) {
  return async (app: App): Promise<void> => {
    let built: DrawPublicPage | undefined
    const drawing = async (): Promise<DrawPublicPage> => {
      if (given) return given
      built ??= await readDrawing(app.configuration.appFolder)
      return built
    }
    app.route<{ Params: { token: string } }>({
      method: ['GET', 'HEAD'],
      url: '/bilan/:token',
      // A page, and no part of the API.
      schema: { hide: true },
      config: { access: 'open-public-bilan' },
      handler: async (request, reply) => {
        reply.headers({
          'cache-control': 'no-store',
          'x-robots-tag': 'noindex, nofollow, noarchive',
          'referrer-policy': 'no-referrer',
          'content-security-policy': contentSecurityPolicy,
          'content-type': 'text/html; charset=utf-8',
        })
        const draw = await drawing()
        const page = await readPublicPage(links, request.params.token, {
          isCounted: isOpenedByPerson(request),
          isDemonstration: app.configuration.publicInformation.demonstration,
        })
        return reply.code(page.kind === 'bilan' ? 200 : 404).send(draw(page))
      },
    })
  }
}

/** Browsers say that they open a page; what looks ahead for a message, a search engine or a cache doesn't. */
function isOpenedByPerson({ method, headers }: FastifyRequest): boolean {
  const isAhead = `${String(headers['sec-purpose'])} ${String(headers['purpose'])}`.includes('prefetch')
  return method === 'GET' && headers['sec-fetch-dest'] === 'document' && !isAhead
}

/** The build makes it of the application's own components (src/build/public-bilan.ts). */
async function readDrawing(appFolder: string): Promise<DrawPublicPage> {
  const path = join(appFolder, 'public-bilan', 'draw.js')
  if (!existsSync(path)) throw new CodedError('not-found')
  const built: unknown = await import(pathToFileURL(path).href)
  if (!hasDrawing(built)) throw new Error(`${path} draws nothing`)
  return built.drawPublicPage
}

/** Its parameter is of the domain, on both sides. */
function hasDrawing(built: unknown): built is { drawPublicPage: DrawPublicPage } {
  return (
    typeof built === 'object' &&
    built !== null &&
    'drawPublicPage' in built &&
    typeof built.drawPublicPage === 'function'
  )
}
