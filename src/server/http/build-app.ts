import cookie from '@fastify/cookie'
import Fastify from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { documentApi, documentationRoutes } from './api-documentation.ts'
import type { App, AppParts } from './app.ts'
import { guardApi } from './guard-api.ts'
import { answerWithProblems, notFound } from './problem.ts'
import { limitRates } from './rate-limits.ts'
import { acceptJsonBodies } from './request-body.ts'
import { logAnswers, loggerOptions } from './request-log.ts'
import { setSecurityHeaders } from './security-headers.ts'
import { syncRoutes } from './sync-routes.ts'

/** The whole server, ready to be listened on or asked by `inject`. It opens and closes nothing that it is given. */
export async function buildApp(parts: AppParts): Promise<App> {
  const { configuration } = parts
  const app: App = Fastify({
    logger: loggerOptions(configuration.logLevel),
    disableRequestLogging: true,
    trustProxy: configuration.trustProxy,
    exposeHeadRoutes: false,
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 100 },
  }).withTypeProvider<ZodTypeProvider>()
  decorate(app, parts)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerWithProblems(app)
  acceptJsonBodies(app)
  await setSecurityHeaders(app, { https: configuration.publicUrl.startsWith('https:'), relaxed: false })
  await app.register(cookie)
  await limitRates(app)
  logAnswers(app)
  await documentApi(app)
  await app.register(apiRoutes)
  app.setNotFoundHandler(notFound)
  return app
}

async function apiRoutes(app: App): Promise<void> {
  guardApi(app)
  await app.register(documentationRoutes)
  await app.register(syncRoutes)
}

function decorate(app: App, parts: AppParts): void {
  app.decorate('store', parts.store)
  app.decorate('configuration', parts.configuration)
  app.decorate('clock', parts.clock)
  app.decorate('ids', parts.ids)
  app.decorateRequest('session', null)
  const routes: string[] = []
  app.decorate('registeredRoutes', routes)
  app.addHook('onRoute', ({ method, url }) => {
    routes.push(...[method].flat().map((each) => `${each} ${url}`))
  })
}
