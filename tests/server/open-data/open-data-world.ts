import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import { madeApiTokenSchema, type MadeApiToken } from '../../../src/domain/open-data/api-token.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import type { App } from '../../../src/server/http/app.ts'
import { makeEditions } from '../../../src/server/open-data/make-editions.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { inTransaction } from '../../../src/server/store/transaction.ts'
import { writeServerDocuments } from '../../../src/server/sync/write-server-document.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId } from '../../builders/an-id.ts'
import { beside } from '../each-store.ts'
import { keptOnce } from '../kept-world.ts'
import { mutation, signedIn } from '../test-app.ts'
import { plantCast, scopeOf } from '../test-cast.ts'

const communes = { '09': '09268', '11': '11069', '31': '31555' } as const

export interface Planted {
  readonly department: keyof typeof communes
  /** As `2025-03`. */
  readonly month: string
  readonly number: number
  readonly themes?: readonly string[]
  readonly body?: JsonObject
}

/** Reports of one department and month, all of them individual and anonymous unless said otherwise. */
export async function plantMonths(store: Store, planted: readonly Planted[]): Promise<void> {
  const documents = planted.flatMap(({ department, month, number, themes, body }) =>
    Array.from({ length: number }, () => ({
      collection: 'report' as const,
      id: aDocumentId(),
      body: aReport({
        date: calendarDaySchema.parse(`${month}-10`),
        minutes: 30,
        place: { kind: 'domicile', commune: communes[department] },
        ...(themes && { themes: [...themes] }),
        ...body,
      }),
      by: cast.awa.id,
      at: '2025-12-20T09:00:00.000Z',
    })),
  )
  await beside(() => inTransaction(store, (tx) => writeServerDocuments(tx, scopeOf('awa'), documents)))
}

export const monthsOf2025 = Array.from(
  { length: 12 },
  (_, month) => `2025-${String(month + 1).padStart(2, '0')}`,
)

const yearOnce = keptOnce(async (store) => {
  await plantCast(store)
  await plantMonths(
    store,
    monthsOf2025.flatMap((month, at): Planted[] => [
      { department: '09', month, number: 9, themes: ['email'] },
      { department: '09', month, number: at === 4 ? 2 : 6, themes: ['bureautique'] },
      { department: '31', month, number: 11, themes: ['email', 'bureautique'] },
      { department: '31', month, number: 7, themes: ['bureautique'] },
      { department: '11', month, number: at === 8 ? 3 : 8, themes: ['email'] },
    ]),
  )
})

/** Three departments of one region over 2025, in one of which a theme is rare, and one month next to empty. */
export function plantYear(store: Store): Promise<void> {
  return beside(() => yearOnce(store))
}

export async function countsYears(app: App): Promise<number[]> {
  const { store, clock } = app
  return makeEditions({ store, copy: app.figuresCopy, clock, from: 2024 })
}

export async function asksForToken(app: App, person: keyof typeof cast, asked: JsonObject = {}) {
  const body = {
    name: 'Tableau de bord',
    purpose: 'Suivi du dispositif',
    datasets: ['totaux', 'repartitions'],
    department: null,
    lastDay: '2027-06-30',
    ...asked,
  }
  return app.inject(
    mutation('/api/state/tokens', { headers: await signedIn(app, cast[person].id), payload: body }),
  )
}

export async function makesToken(app: App, asked: JsonObject = {}): Promise<MadeApiToken> {
  const answer = await asksForToken(app, 'farid', asked)
  return madeApiTokenSchema.parse(answer.json())
}

export function shows(
  url: string,
  { secret }: Pick<MadeApiToken, 'secret'>,
  headers: Record<string, string> = {},
) {
  return { url, headers: { authorization: `Bearer ${secret}`, ...headers } }
}
