import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { AccessAction } from '../../domain/access/access-table.ts'
import type { Clock, Ids } from '../clock-and-ids.ts'
import type { Configuration } from '../configuration.ts'
import type { AskedCopy } from '../figures/copy-questions.ts'
import type { DemonstrationAccount } from '../identity/demonstration-accounts.ts'
import type { OpenSession } from '../identity/open-session.ts'
import type { Postman } from '../mail/postman.ts'
import type { Metrics } from '../operations/metrics.ts'
import type { Store } from '../store/store.ts'
import type { Signer } from '../seals/signer.ts'
import type { DrawPublicPage } from './public-bilan-route.ts'

/** The server as plugins see it: zod schemas type the requests. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** What an app is made of; tests give their own clock and a throw-away store. */
export interface AppParts {
  readonly store: Store
  readonly configuration: Configuration
  readonly clock: Clock
  readonly ids: Ids
  /** Answers what is counted over many: one in memory unless said otherwise. The app doesn't stop it. */
  readonly copy?: AskedCopy
  /** Carries what the outbox holds: without one, messages wait. The app doesn't stop it. */
  readonly postman?: Postman
  /** Serves the pages: the built application unless said otherwise. */
  readonly frontEnd?: FrontEnd
  /** Draws what a public link shows: as the built application has it unless said. */
  readonly drawPublicPage?: DrawPublicPage
  /** Signs seals: by the key of the configuration unless said otherwise. */
  readonly signer?: Signer
  /** Whom the demonstration issuer lets in: the cast unless said otherwise. */
  readonly demonstrationAccounts?: readonly DemonstrationAccount[]
  /** Where the log of requests goes: standard output unless said otherwise. */
  readonly logTo?: { write(line: string): void }
  /** For development only: no content security policy, since hot reload writes into the page. */
  readonly relaxedSecurity?: boolean
}

/** Answers navigations and files, once every route of the API has had its chance. */
export type FrontEnd = (app: App) => Promise<PageFallback>

/** Answers an address that is neither a route nor a file. */
export type PageFallback = (request: FastifyRequest, reply: FastifyReply) => unknown

export interface RegisteredRoute {
  /** As `GET /api/session`. */
  readonly route: string
  readonly access: AccessAction | undefined
}

declare module 'fastify' {
  interface FastifyInstance {
    readonly store: Store
    readonly configuration: Configuration
    readonly clock: Clock
    readonly ids: Ids
    readonly metrics: Metrics
    readonly figuresCopy: AskedCopy
    readonly postman: Postman
    /** Every route of the app: tests hold each to its line of the table of access. */
    readonly registeredRoutes: RegisteredRoute[]
  }
  interface FastifyRequest {
    /** Of the person signed in, where there is one; routes read it by `requirePerson`. */
    session: OpenSession | null
    /** Whether `requireAccess` has let the person in: without it nothing over a scope is answered. */
    isAuthorised: boolean
  }
  interface FastifyContextConfig {
    /** The route's line of the table of access: what it does, hence who gets it. Every route has one. */
    access?: AccessAction
  }
}
