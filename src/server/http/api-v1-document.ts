import * as z from 'zod/mini'
import { errorCatalogue, type ErrorCode } from '../../domain/errors.ts'
import {
  breakdownsAnswerSchema,
  breakdownsQuerySchema,
  editionsAnswerSchema,
  rowsQuerySchema,
  totalsAnswerSchema,
} from '../../domain/open-data/api-v1.ts'
import { licence } from '../../domain/open-data/licence.ts'

/** Of the API for other systems alone: OpenAPI 3.1, made of the schemas that its routes read and answer by. */
export function apiV1Document(publicUrl: string) {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Espace Coop, chiffres publiés',
      version: '1',
      description:
        'Lecture des éditions publiées en données ouvertes\u00A0: les mêmes lignes et les mêmes nombres que les fichiers, les mêmes nombres masqués. Une année est comptée une fois, 45 jours après sa fin, et ne change plus. Tout refus est un document de la RFC 9457 avec un `code` stable.',
      license: { name: licence.title, url: licence.path },
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    security: [{ jeton: [] }],
    paths: {
      '/editions': {
        get: operation(
          'lireEditions',
          'Les éditions publiées, de la plus ancienne à la plus récente',
          editionsAnswerSchema,
        ),
      },
      '/totaux': {
        get: {
          ...operation('lireTotaux', 'Activités par département et par mois', totalsAnswerSchema, rowErrors),
          parameters: parametersOf(rowsQuerySchema),
        },
      },
      '/repartitions': {
        get: {
          ...operation(
            'lireRepartitions',
            'Accompagnements par thématique, lieu, durée et matériel',
            breakdownsAnswerSchema,
            rowErrors,
          ),
          parameters: parametersOf(breakdownsQuerySchema),
        },
      },
      '/openapi.json': {
        get: {
          operationId: 'lireDescription',
          summary: 'Cette description',
          security: [],
          responses: {
            '200': {
              description: 'OpenAPI 3.1',
              content: { 'application/json': { schema: { type: 'object' } } },
            },
          },
        },
      },
    },
    components: {
      securitySchemes: {
        jeton: {
          type: 'http',
          scheme: 'bearer',
          description:
            'Donné par l’État sur sa page «\u00A0Accès des autres systèmes\u00A0», pour des jeux de données, un territoire et une durée.',
        },
      },
      schemas: { Refus: problem },
      headers: {
        ETag: {
          description: 'À rendre dans `If-None-Match`\u00A0: 304 si rien n’a changé.',
          schema: { type: 'string' },
        },
      },
    },
  }
}

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'Ce qui ne va pas, en une phrase.' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(errorCatalogue) },
    detail: { type: 'string', description: 'Ce qu’il faut faire.' },
    field: { type: 'string', description: 'Le paramètre en cause.' },
  },
}

const everyError = [
  'token-refused',
  'too-many-requests',
  'unavailable',
] as const satisfies readonly ErrorCode[]
const rowErrors = [
  'invalid-request',
  'out-of-scope',
  'not-found',
  'edition-withdrawn',
] as const satisfies readonly ErrorCode[]

function operation(
  operationId: string,
  summary: string,
  answer: z.ZodMiniType,
  more: readonly ErrorCode[] = [],
) {
  return {
    operationId,
    summary,
    responses: {
      '200': {
        description: summary,
        headers: { ETag: { $ref: '#/components/headers/ETag' } },
        content: { 'application/json': { schema: schemaOf(answer, 'output') } },
      },
      '304': { description: 'Rien n’a changé depuis la réponse dont le `ETag` est donné.' },
      ...Object.fromEntries(
        [...everyError, ...more].map((code) => [String(errorCatalogue[code].status), refusal(code)]),
      ),
    },
  }
}

function refusal(code: ErrorCode) {
  return {
    description: `\`${code}\`\u00A0: ${errorCatalogue[code].title}`,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Refus' } } },
  }
}

function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output') {
  const { $schema: _said, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
  })
  return rest
}

/** Queries are flat: each property is a parameter. */
function parametersOf(schema: z.ZodMiniType) {
  const { properties = {} } = schemaOf(schema, 'output')
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: 'query',
    required: false,
    schema: property,
    ...(typeof property === 'object' &&
      property.description !== undefined && { description: property.description }),
  }))
}
