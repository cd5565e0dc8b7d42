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
import type { Clock, Ids } from '../clock-and-ids.ts'
import type { Configuration } from '../configuration.ts'
import type { RunningCopy } from '../columnar-copy/running-copy.ts'
import type { DemonstrationAccount } from '../identity/demonstration-accounts.ts'
import type { OpenSession } from '../identity/open-session.ts'
import type { Metrics } from '../operations/metrics.ts'
import type { Store } from '../store/store.ts'
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
  readonly copy?: RunningCopy
  /** Serves the pages: the built application unless said otherwise. */
  readonly frontEnd?: FrontEnd
  /** Draws what a public link shows: as the built application has it unless said. */
  readonly drawPublicPage?: DrawPublicPage
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

declare module 'fastify' {
  interface FastifyInstance {
    readonly store: Store
    readonly configuration: Configuration
    readonly clock: Clock
    readonly ids: Ids
    readonly metrics: Metrics
    readonly figuresCopy: RunningCopy
    /** Every route of the app, as `GET /api/session`: tests hold each to an expectation. */
    readonly registeredRoutes: string[]
  }
  interface FastifyRequest {
    /** Of the person signed in, where there is one; routes read it by `requirePerson`. */
    session: OpenSession | null
  }
  interface FastifyContextConfig {
    /** Answered to anybody. Every other route under /api is refused without a session, before its body is read. */
    public?: boolean
    /** Answered where nobody is signed in too; where somebody is, the answer is theirs. */
    nobodyToo?: boolean
  }
}
