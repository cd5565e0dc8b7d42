import type { FastifyServerOptions } from 'fastify'
import type { App, AppParts } from './app.ts'

/**
 * What is written of a request: method, pattern of the route, status, duration. No address of a person or of a
 * machine, no body, no query (that of a sign-in holds its code), no identifier from the path.
 */
export function loggerOptions(
  level: string,
  stream?: AppParts['logTo'],
): NonNullable<FastifyServerOptions['logger']> {
  return {
    level,
    base: null,
    ...(stream && { stream }),
    serializers: {
      req: (request: { method: string }) => ({ method: request.method }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
      err: (error: Error) => ({ type: error.name, message: '', stack: '' }),
    },
  }
}

export function logAnswers(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? '(none)'
    const facts = {
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    }
    request.log.info(facts, 'answered')
  })
}
