import swagger from '@fastify/swagger'
import { createJsonSchemaTransform } from 'fastify-type-provider-zod'
import type { App } from './app.ts'

/** Gathers the schemas of the routes that are registered after it. */
export async function documentApi(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Espace Coop',
        description: 'The API that the application uses. Refusals are problem documents (RFC 9457).',
        version: '1',
      },
    },
    transform: createJsonSchemaTransform({ zodToJsonConfig: { unrepresentable: 'any' } }),
  })
}

const documentation = { config: { access: 'read-public-information' }, schema: { hide: true } } as const

export async function documentationRoutes(app: App): Promise<void> {
  app.get('/api/documentation.json', documentation, async () => app.swagger())
}
