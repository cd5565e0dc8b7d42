import * as z from 'zod/mini'
import { CodedError } from '../../domain/errors.ts'
import { catalogueSchema } from '../../domain/open-data/catalogue.ts'
import { editionFileNames } from '../open-data/edition-files.ts'
import { EditionShelf } from '../open-data/edition-shelf.ts'
import { publishedEditions, type Edition } from '../store/open-data-editions.ts'
import type { App } from './app.ts'
import { isUnchanged } from './unchanged-answer.ts'

const config = { public: true, access: 'read-open-data' } as const
const catalogueRoute = { config, schema: { response: { 200: catalogueSchema } } }

const fileRoute = {
  config,
  schema: {
    params: z.object({
      number: z.coerce.number().check(z.int(), z.minimum(1), z.maximum(1_000_000)),
      file: z.enum(editionFileNames),
    }),
  },
}

/** Open data are for everybody, from any site. */
const forEverybody = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }

/** What is published, as files. */
export async function openDataRoutes(app: App): Promise<void> {
  const { db } = app.store
  const shelf = new EditionShelf()
  const publisher = app.configuration.publicInformation.publisher.name

  app.get('/api/open-data', catalogueRoute, async () => {
    const published = await publishedEditions(db)
    return { editions: await Promise.all(published.toReversed().map(described)) }
  })

  app.get('/api/open-data/editions/:number/:file', fileRoute, async (request, reply) => {
    const { number, file: name } = request.params
    const edition = (await publishedEditions(db)).find((one) => one.number === number)
    if (!edition) throw new CodedError('not-found')
    const { type, text } = await shelf.fileOf(db, edition, name, publisher)
    void reply.headers(forEverybody).type(type)
    // An hour: an edition that is taken out must not live on for long.
    if (isUnchanged(request, reply, text, 'public, max-age=3600')) return reply.code(304).send()
    if (name.endsWith('.csv'))
      void reply.header('content-disposition', `attachment; filename="espace-coop-${edition.year}-${name}"`)
    return reply.send(text)
  })

  async function described(edition: Edition) {
    const files = await Promise.all(
      editionFileNames.map(async (name) => {
        return { name, bytes: await shelf.sizeOf(db, edition, name, publisher) }
      }),
    )
    return { ...edition, files }
  }
}
