import { expect } from 'vitest'
import { sealIdSchema } from '../../../src/domain/access/structure-months.ts'
import { addDays, calendarDaySchema, frenchDayOf } from '../../../src/domain/calendar-day.ts'
import { calendarMonthSchema, type CalendarMonth } from '../../../src/domain/calendar-month.ts'
import type { PersonId, StructureId } from '../../../src/domain/ids.ts'
import { randomIds } from '../../../src/server/clock-and-ids.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { association, townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import type { App } from '../../../src/server/http/app.ts'
import type { ReminderDesk } from '../../../src/server/reminders/reminder-desk.ts'
import { sendReminders } from '../../../src/server/reminders/send-reminders.ts'
import { standingMonth } from '../../../src/server/seals/read-month-to-vouch.ts'
import type { SealService } from '../../../src/server/seals/seal-service.ts'
import { signerInMemory } from '../../../src/server/seals/signer.ts'
import { vouchForMonth } from '../../../src/server/seals/vouch-for-month.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { snapshotRead } from '../../../src/server/store/transaction.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId, aUuid } from '../../builders/an-id.ts'
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

/** Months that are over on the first day, and that whoever answers for a structure would be asked for. */
const overMonths = (['2026-07', '2026-08', '2026-09'] as const).map((month) =>
  calendarMonthSchema.parse(month),
)

/** The cast, of whom each advisor's last activity was so many days before; both structures vouched for what is over. */
export async function aRemindersWorld(
  store: Store,
  silentDays: Record<Advisor, number>,
  { isVouchedFor = true }: { isVouchedFor?: boolean } = {},
): Promise<RemindersWorld> {
  await plantCast(store)
  for (const advisor of ['awa', 'bruno', 'hugo'] as const) {
    const body = aReport({ date: addDays(firstDay, -silentDays[advisor]) })
    await plantDocument(store, advisor, { id: aDocumentId(), body })
  }
  const clock = aClock(`${firstDay}T07:00:00.000Z`)
  if (isVouchedFor) await vouchesForAll(store, clock)
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

async function vouchesForAll(store: Store, clock: TestClock): Promise<void> {
  const service = { store, clock, signer: signerInMemory() }
  for (const month of overMonths) {
    await vouchesFor(service, cast.chantal.id, { structure: townHall.id, month })
    await vouchesFor(service, cast.denis.id, { structure: association.id, month })
  }
}

/** Somebody vouches for a month as it stands. */
export async function vouchesFor(
  service: SealService,
  person: PersonId,
  asked: { structure: StructureId; month: CalendarMonth },
): Promise<void> {
  const question = { ...asked, person, today: frenchDayOf(service.clock()) }
  await beside(async () => {
    const { seen } = await snapshotRead(service.store, (db) => standingMonth(db, question))
    const request = { id: sealIdSchema.parse(aUuid()), seen, reservations: [] }
    await vouchForMonth(service, { ...asked, person }, request)
  })
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
