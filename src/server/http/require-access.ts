import type { FastifyRequest } from 'fastify'
import { lineOf, permits, type AccessAction, type ScopeAsked } from '../../domain/access/access-table.ts'
import { CodedError } from '../../domain/errors.ts'
import { heldRoles } from '../store/held-roles.ts'
import type { App } from './app.ts'
import { requirePerson, type RequestingPerson } from './require-person.ts'

/**
 * The person signed in, whom the route's line of the table of access must let in over this scope now; throws
 * `forbidden`, the same for a scope that doesn't exist, so that nobody learns which do.
 */
export async function requireAccess(request: FastifyRequest, scope: ScopeAsked): Promise<RequestingPerson> {
  const person = requirePerson(request)
  const action = actionOf(request)
  const held = await heldRoles(request.server.store.db, person.id, scope)
  if (!permits(action, scope.over, held)) throw new CodedError('forbidden')
  request.isAuthorised = true
  return person
}

/** The line of the table of access that a request's route names. */
export function actionOf({ routeOptions }: FastifyRequest): AccessAction {
  const { access } = routeOptions.config
  if (access === undefined)
    throw new Error(undecidedRoute(`${[routeOptions.method].flat().join('/')} ${routeOptions.url}`))
  return access
}

/** Refuses to start with a route that nobody has decided about, and to answer where a handler forgot to ask. */
export function holdToAccessTable(app: App): void {
  app.decorateRequest('isAuthorised', false)
  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.access === undefined) throw new Error(undecidedRoute(`${[method].flat().join('/')} ${url}`))
  })
  app.addHook('onSend', async (request, reply) => {
    if (reply.statusCode >= 400 || request.isAuthorised || !asksForScope(actionOf(request))) return
    throw new CodedError('internal', {}, new Error('The handler answers without having called requireAccess'))
  })
}

/** What to do about a route that names no line. */
export function undecidedRoute(route: string): string {
  return `${route} names no line of the table of access. Give it \`config: { access: '…' }\`: an action of src/domain/access/access-table.ts, where you add a line if none fits. Over a structure, a team or a territory its handler calls requireAccess.`
}

function asksForScope(action: AccessAction): boolean {
  const line = lineOf(action)
  return 'roles' in line
}
