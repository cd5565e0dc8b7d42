import cookie from '@fastify/cookie'
import Fastify, { LogController } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { copyInProcess } from '../figures/copy-in-process.ts'
import type { AskedCopy } from '../figures/copy-questions.ts'
import { BookShelf } from '../figures/book-shelf.ts'
import { demonstrationAccounts } from '../identity/demonstration-accounts.ts'
import { demonstrationIssuer } from '../identity/demonstration-issuer.ts'
import { issuerClient, type IssuerClient } from '../identity/issuer-client.ts'
import { noPostman } from '../mail/postman.ts'
import { createMetrics } from '../operations/metrics.ts'
import { signerOf, type Signer } from '../seals/signer.ts'
import type { PublicLinkService } from '../public-links/public-link-service.ts'
import { anomalyRoutes } from './anomaly-routes.ts'
import { absenceRoutes } from './absence-routes.ts'
import { communityRoutes } from './community-routes.ts'
import { documentApi, documentationRoutes } from './api-documentation.ts'
import { apiV1Routes } from './api-v1-routes.ts'
import type { App, AppParts, RegisteredRoute } from './app.ts'
import { sendLoopbackHome, serveBuiltApp } from './built-app.ts'
import { askInProcess, demonstrationRoutes } from './demonstration-routes.ts'
import { figuresRoutes } from './figures-routes.ts'
import { guardApi } from './guard-api.ts'
import { metricsRoutes } from './metrics-routes.ts'
import { openDataRoutes } from './open-data-routes.ts'
import { answerWithProblems, sendProblem, toCoded } from './problem.ts'
import { kitRoutes } from './kit-routes.ts'
import { trainingRoutes } from './training-routes.ts'
import { postRoutes } from './post-routes.ts'
import { publicBilanRoute } from './public-bilan-route.ts'
import { publicLinkRoutes } from './public-link-routes.ts'
import { publicRoutes } from './public-routes.ts'
import { questionRoutes } from './question-routes.ts'
import { reminderRoutes } from './reminder-routes.ts'
import { limitRates } from './rate-limits.ts'
import { readinessRoutes } from './readiness-routes.ts'
import { readingRoutes } from './reading-routes.ts'
import { acceptJsonBodies } from './request-body.ts'
import { logAnswers, loggerOptions } from './request-log.ts'
import { setSecurityHeaders } from './security-headers.ts'
import { sealRoutes } from './seal-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { callbackUrl, signedOutUrl, signInRoutes } from './sign-in-routes.ts'
import { stateNeedsRoutes } from './state-needs-routes.ts'
import { stateRoutes } from './state-routes.ts'
import { structureAccessRoutes } from './structure-access-routes.ts'
import { stateTokenRoutes } from './state-token-routes.ts'
import { stopRemindersRoute } from './stop-reminders-route.ts'
import { structureFileRoutes } from './structure-file-routes.ts'
import { structureRoutes } from './structure-routes.ts'
import { syncRoutes } from './sync-routes.ts'
import { verificationPageRoute } from './verification-page-route.ts'
import { serveWorkerRemoval } from './worker-removal.ts'

/** The whole server, ready to be listened on or asked by `inject`. It opens and closes nothing that it is given. */
export async function buildApp(parts: AppParts): Promise<App> {
  const { configuration } = parts
  const app: App = Fastify({
    logger: loggerOptions(configuration.logLevel, parts.logTo),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: configuration.trustProxy,
    exposeHeadRoutes: false,
    frameworkErrors: (error, _request, reply) => void sendProblem(reply, toCoded(error)),
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 100 },
  }).withTypeProvider<ZodTypeProvider>()
  decorate(app, parts)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerWithProblems(app)
  acceptJsonBodies(app)
  sendLoopbackHome(app)
  const https = configuration.publicUrl.startsWith('https:')
  await setSecurityHeaders(app, { https, relaxed: parts.relaxedSecurity ?? false })
  await app.register(cookie)
  await limitRates(app)
  logAnswers(app)
  metricsRoutes(app)
  await documentApi(app)
  const issuer = await openIssuer(app, parts)
  await app.register(signInRoutes(issuer))
  const links = publicLinkService(app)
  await app.register(apiRoutes(issuer, links, parts.signer ?? signerOf(configuration)))
  await app.register(publicBilanRoute(links, parts.drawPublicPage))
  await app.register(verificationPageRoute)
  await app.register(stopRemindersRoute)
  await serveWorkerRemoval(app)
  const frontEnd = parts.frontEnd ?? serveBuiltApp
  app.setNotFoundHandler(await frontEnd(app))
  return app
}

/** The issuer of the configuration; without one, that of the demonstration, mounted on this very app. */
async function openIssuer(app: App, parts: AppParts): Promise<IssuerClient> {
  const { issuer, production, publicUrl } = app.configuration
  if (issuer.kind === 'external') return issuerClient(issuer)
  if (production)
    throw new Error('The demonstration issuer, which lets anybody in, refuses to start in production')
  const accounts = parts.demonstrationAccounts ?? demonstrationAccounts
  const demonstration = await demonstrationIssuer({
    publicUrl,
    redirectUri: callbackUrl(app),
    signedOutUri: signedOutUrl(app),
    accounts,
    now: Date.now,
  })
  await app.register(demonstrationRoutes(demonstration, accounts))
  return issuerClient(demonstration.configuration, askInProcess(app))
}

function apiRoutes(issuer: IssuerClient, links: PublicLinkService, signer: Signer) {
  return async (app: App): Promise<void> => {
    guardApi(app)
    await app.register(documentationRoutes)
    await app.register(publicRoutes)
    await app.register(sessionRoutes(issuer))
    await app.register(stateNeedsRoutes)
    await app.register(stateRoutes)
    await app.register(stateTokenRoutes)
    await app.register(openDataRoutes)
    await app.register(apiV1Routes)
    await app.register(structureRoutes)
    await app.register(structureAccessRoutes)
    await app.register(anomalyRoutes)
    await app.register(absenceRoutes)
    await app.register(questionRoutes)
    await app.register(readingRoutes)
    await app.register(figuresRoutes)
    await app.register(publicLinkRoutes(links))
    await app.register(sealRoutes({ store: app.store, clock: app.clock, signer }))
    await app.register(reminderRoutes)
    await app.register(postRoutes)
    await app.register(kitRoutes)
    await app.register(trainingRoutes)
    await app.register(communityRoutes)
    await app.register(readinessRoutes)
    await app.register(syncRoutes)
    await app.register(structureFileRoutes)
  }
}

function publicLinkService({ store, clock, ids, configuration }: App): PublicLinkService {
  return { store, clock, ids, shelf: new BookShelf(), publicUrl: configuration.publicUrl }
}

function copyInMemory(app: App, { store, clock }: AppParts): AskedCopy {
  const copy = copyInProcess({ store, clock, folder: undefined, log: app.log })
  app.addHook('onClose', () => copy.stop())
  return copy
}

function decorate(app: App, parts: AppParts): void {
  app.decorate('store', parts.store)
  app.decorate('configuration', parts.configuration)
  app.decorate('clock', parts.clock)
  app.decorate('ids', parts.ids)
  app.decorate('figuresCopy', parts.copy ?? copyInMemory(app, parts))
  app.decorate('postman', parts.postman ?? noPostman)
  app.decorate('metrics', createMetrics({ process: parts.configuration.metricsToken !== undefined }))
  app.decorateRequest('session', null)
  const routes: RegisteredRoute[] = []
  app.decorate('registeredRoutes', routes)
  app.addHook('onRoute', ({ method, url, config }) => {
    routes.push(...[method].flat().map((each) => ({ route: `${each} ${url}`, access: config?.access })))
  })
}
