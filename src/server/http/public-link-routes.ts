import * as z from 'zod/mini'
import {
  linkIdSchema,
  ownLinksSchema,
  previewAnswerSchema,
  previewRequestSchema,
  publishAnswerSchema,
  publishRequestSchema,
} from '../../domain/access/public-link.ts'
import {
  closeOwnLink,
  ownLinks,
  previewLink,
  publishLink,
  type PublicLinkService,
} from '../public-links/public-link-service.ts'
import type { App } from './app.ts'
import { requirePerson } from './require-person.ts'

/** Links that an author opens to the public: read before they are made, listed, closed. */
export function publicLinkRoutes(links: PublicLinkService) {
  return async (app: App): Promise<void> => {
    const config = { access: 'publish-own-bilan' } as const
    const preview = { config, schema: { body: previewRequestSchema, response: { 200: previewAnswerSchema } } }
    app.post('/api/public-links/preview', preview, async (request) =>
      previewLink(links, requirePerson(request).id, request.body),
    )

    const publish = { config, schema: { body: publishRequestSchema, response: { 201: publishAnswerSchema } } }
    app.post('/api/public-links', publish, async (request, reply) => {
      const made = await publishLink(links, requirePerson(request).id, request.body)
      return reply.code(201).send(made)
    })

    const manage = { access: 'manage-own-links' } as const
    const list = { config: manage, schema: { response: { 200: ownLinksSchema } } }
    app.get('/api/public-links', list, async (request) => ({
      links: await ownLinks(links, requirePerson(request).id),
    }))

    const close = { config: manage, schema: { params: z.object({ id: linkIdSchema }) } }
    app.delete('/api/public-links/:id', close, async (request, reply) => {
      await closeOwnLink(links, requirePerson(request).id, request.params.id)
      return reply.code(204).send()
    })
  }
}
