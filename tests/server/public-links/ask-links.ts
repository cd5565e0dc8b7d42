import { expect } from 'vitest'
import {
  ownLinksSchema,
  previewAnswerSchema,
  publishAnswerSchema,
  type LinkChoices,
  type LinkOwner,
  type LinkPreview,
  type OwnLink,
  type PublicPage,
  type PublishedLink,
} from '../../../src/domain/access/public-link.ts'
import type { PersonId } from '../../../src/domain/ids.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import type { App, AppParts } from '../../../src/server/http/app.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId } from '../../builders/an-id.ts'
import { anApp, mutation, signedIn } from '../test-app.ts'
import { plantDocuments } from '../test-cast.ts'

type Who = keyof typeof cast | PersonId

export const own: LinkOwner = { kind: 'advisor' }
export const townHalls: LinkOwner = { kind: 'structure', id: townHall.id }
export const october = { from: '2026-10-01', to: '2026-10-31' }
export const september = { from: '2026-09-01', to: '2026-09-30' }
export const autumn = { from: '2026-09-01', to: '2026-10-31' }

export const someChoices: LinkChoices = {
  model: 'bilan',
  title: 'Mon automne',
  words: 'Merci à la médiathèque.',
  blocks: ['thematiques'],
  saysStructure: true,
  saysCommune: false,
  printsCode: false,
}

/** An app whose public pages are what they are drawn of. */
export function anAppThatTells(store: Store, parts: Partial<AppParts> = {}): Promise<App> {
  return anApp(store, { ...parts, drawPublicPage: (page) => JSON.stringify(page) })
}

function idOf(who: Who): PersonId {
  // Keys of the cast are names, and ids are ids.
  return who in cast ? cast[who as keyof typeof cast].id : (who as PersonId)
}

export async function asks(app: App, who: Who, url: string, payload: JsonObject) {
  return app.inject(mutation(url, { payload, headers: await signedIn(app, idOf(who)) }))
}

export async function previews(
  app: App,
  who: Who,
  owner: LinkOwner = own,
  period: { from: string; to: string } = october,
): Promise<LinkPreview> {
  const answer = await asks(app, who, '/api/public-links/preview', { owner, period })
  expect(answer.statusCode, answer.body).toBe(200)
  return previewAnswerSchema.parse(answer.json())
}

export interface Publishing {
  owner?: LinkOwner
  period?: { from: string; to: string }
  choices?: Partial<LinkChoices>
  duration?: string
}

/** As the application does: reads, then publishes what was read. The refusal of either is answered. */
export async function triesToPublish(app: App, who: Who, publishing: Publishing = {}) {
  const { owner = own, period = october, choices = {}, duration = '30-jours' } = publishing
  const preview = await asks(app, who, '/api/public-links/preview', { owner, period })
  if (preview.statusCode !== 200) return preview
  const { seen } = previewAnswerSchema.parse(preview.json())
  return asks(app, who, '/api/public-links', {
    owner,
    period,
    choices: { ...someChoices, ...choices },
    duration,
    seen,
  })
}

export async function publishes(app: App, who: Who, publishing: Publishing = {}): Promise<PublishedLink> {
  const answer = await triesToPublish(app, who, publishing)
  expect(answer.statusCode, answer.body).toBe(201)
  return publishAnswerSchema.parse(answer.json())
}

/** What a browser says that opens a page. */
export const aBrowser = { 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' }

/** As a stranger does, in a browser unless said. */
export async function opens(app: App, url: string, headers: Record<string, string> = aBrowser) {
  return app.inject({ url: new URL(url).pathname, headers })
}

export async function reads(app: App, url: string): Promise<PublicPage> {
  const answer = await opens(app, url)
  // What `drawPublicPage` above was given.
  return answer.json<PublicPage>()
}

export async function lists(app: App, who: Who): Promise<OwnLink[]> {
  const answer = await app.inject({ url: '/api/public-links', headers: await signedIn(app, idOf(who)) })
  return ownLinksSchema.parse(answer.json()).links
}

export async function closes(app: App, who: Who, { id }: Pick<OwnLink, 'id'>) {
  const headers = await signedIn(app, idOf(who))
  return app.inject(mutation(`/api/public-links/${id}`, { method: 'DELETE', headers }))
}

export async function plantReports(
  store: Store,
  advisor: 'awa' | 'bruno' | 'hugo',
  number: number,
  body: JsonObject = {},
): Promise<void> {
  const reports = Array.from({ length: number }, () => ({
    id: aDocumentId(),
    body: aReport({ date: '2026-10-14', minutes: 30, ...body }),
  }))
  await plantDocuments(store, advisor, reports)
}
