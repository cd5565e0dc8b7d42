import { expect } from 'vitest'
import { addDays, calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import type { PersonId } from '../../../src/domain/ids.ts'
import { randomIds } from '../../../src/server/clock-and-ids.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import type { App } from '../../../src/server/http/app.ts'
import type { ReminderDesk } from '../../../src/server/reminders/reminder-desk.ts'
import { sendReminders } from '../../../src/server/reminders/send-reminders.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId } from '../../builders/an-id.ts'
import { beside } from '../each-store.ts'
import { aClock, anApp, mutation, signedIn, type TestClock } from '../test-app.ts'
import { plantCast, plantDocument } from '../test-cast.ts'

export type Advisor = 'awa' | 'bruno' | 'hugo'

/** The day that the world begins on: a Monday, six weeks after which there is no holiday but the first of November. */
export const firstDay = calendarDaySchema.parse('2026-10-05')

export interface RemindersWorld {
  readonly app: App
  readonly clock: TestClock
  readonly desk: ReminderDesk
  /** Has the daily work done, and answers to whom it wrote. */
  readonly reminds: () => Promise<string[]>
  readonly reads: <T>(who: PersonId, url: string) => Promise<T>
  readonly posts: (who: PersonId, url: string, payload: object) => Promise<number>
}

/** The cast, of whom each advisor's last activity was so many days before. */
export async function aRemindersWorld(
  store: Store,
  silentDays: Record<Advisor, number>,
): Promise<RemindersWorld> {
  await plantCast(store)
  for (const advisor of ['awa', 'bruno', 'hugo'] as const) {
    const body = aReport({ date: addDays(firstDay, -silentDays[advisor]) })
    await plantDocument(store, advisor, { id: aDocumentId(), body })
  }
  const clock = aClock(`${firstDay}T07:00:00.000Z`)
  const app = await anApp(store, { clock })
  const desk = {
    store,
    clock,
    ids: randomIds,
    publicUrl: 'https://coop.example',
    wakePostman: () => undefined,
  }
  return {
    app,
    clock,
    desk,
    reminds: async () => {
      const before = new Set((await letters(store)).map(({ id }) => id))
      await sendReminders(desk)
      return (await letters(store)).filter(({ id }) => !before.has(id)).map(({ to }) => to)
    },
    async reads<T>(who: PersonId, url: string) {
      const answer = await app.inject({ url, headers: await signedIn(app, who) })
      expect(answer.statusCode, answer.body).toBe(200)
      return answer.json<T>()
    },
    async posts(who, url, payload) {
      const answer = await app.inject(mutation(url, { payload, headers: await signedIn(app, who) }))
      return answer.statusCode
    },
  }
}

/** What waits in the outbox, by address. */
export async function letters(store: Store) {
  const rows = await beside(() => store.db.selectFrom('mail_outbox').selectAll().execute())
  return rows
    .map(({ mail_id: id, recipient, subject, body, stop_url: stopUrl }) => ({
      id,
      to: recipient ?? '',
      subject: subject ?? '',
      body: body ?? '',
      stopUrl: stopUrl ?? '',
    }))
    .sort((a, b) => a.to.localeCompare(b.to))
}

/** Addresses of the cast, in the order of letters. */
export function addressesOf(...names: (keyof typeof cast)[]): string[] {
  return names.map((name) => cast[name].email).sort((a, b) => a.localeCompare(b))
}
