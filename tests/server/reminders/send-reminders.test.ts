import { expect, test } from 'vitest'
import { addDays } from '../../../src/domain/calendar-day.ts'
import type { OwnReminders } from '../../../src/domain/access/reminders.ts'
import { randomIds } from '../../../src/server/clock-and-ids.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import { forgetOldReminders, reminderDays } from '../../../src/server/reminders/forget-old-reminders.ts'
import { sendReminders } from '../../../src/server/reminders/send-reminders.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId, aUuid } from '../../builders/an-id.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { plantDocument } from '../test-cast.ts'
import { addressesOf, aRemindersWorld, firstDay, letters } from './reminders-world.ts'

/** One of each: Awa’s own turn, her structure’s for Bruno, and who watches over Hugo’s. */
const oneOfEach = { awa: 20, bruno: 35, hugo: 50 }
/** Awa for her own silence, Bruno and his employer for his, and those who hear of Hugo’s after a month and a half. */
const everybodyOf = addressesOf('awa', 'bruno', 'chantal', 'denis', 'elsa', 'farid')
const active = { awa: 1, bruno: 1, hugo: 1 }

async function remindersIn(store: Store) {
  return beside(() => store.db.selectFrom('reminder').selectAll().execute())
}

async function takeAway(
  store: Store,
  table: 'membership' | 'team_coordinator' | 'state_remit',
  person: string,
) {
  await beside(() => store.db.deleteFrom(table).where('person_id', '=', person).execute())
}

describeEachStore('reminders by mail', (given) => {
  test('go to the advisor after two weeks, the structure after a month, the coordinator and the State after a month and a half', async () => {
    const { reminds } = await aRemindersWorld(given(), oneOfEach)
    expect(await reminds()).toEqual(everybodyOf)
    const rows = await remindersIn(given())
    expect(rows.map(({ reader, advisor_id, days }) => `${reader} ${advisor_id} ${days}`).sort()).toEqual(
      [
        `advisor ${cast.awa.id} 20`,
        `advisor ${cast.bruno.id} 35`,
        `structure ${cast.bruno.id} 35`,
        `structure ${cast.hugo.id} 50`,
        `coordinator ${cast.hugo.id} 50`,
        `state ${cast.hugo.id} 50`,
      ].sort(),
    )
    expect(rows.every(({ since, days }) => since === addDays(firstDay, -days))).toBe(true)
  })

  test('hold no name, of a person or of a structure, and each a link that stops them', async () => {
    const { reminds } = await aRemindersWorld(given(), oneOfEach)
    await reminds()
    const names = Object.values(cast).flatMap(({ givenName, familyName }) => [givenName, familyName])
    for (const { subject, body, stopUrl } of await letters(given())) {
      const told = `${subject} ${body}`
      expect([...names, 'Saint-Girons', 'Passerelle'].filter((name) => told.includes(name))).toEqual([])
      expect(stopUrl).toMatch(/^https:\/\/coop\.example\/api\/rappels\/arret\/[\w-]{43}$/)
      expect(body).toContain(stopUrl)
    }
  })

  test('go to nobody twice within seven days, whoever’s turn it becomes meanwhile', async () => {
    const { reminds, clock } = await aRemindersWorld(given(), { awa: 28, bruno: 29, hugo: 1 })
    expect(await reminds()).toEqual(addressesOf('awa', 'bruno'))
    clock.forward({ days: 1 })
    // Bruno's silence is his structure's too now; both advisors were written to yesterday.
    expect(await reminds()).toEqual(addressesOf('chantal'))
    for (let day = 2; day < 7; day += 1) {
      clock.forward({ days: 1 })
      expect(await reminds()).toEqual([])
    }
    clock.forward({ days: 1 })
    expect(await reminds()).toEqual(addressesOf('awa', 'bruno'))
    clock.forward({ days: 1 })
    // One message about both of her advisors.
    expect(await reminds()).toEqual(addressesOf('chantal'))
    expect((await letters(given())).some(({ body }) => body.includes('2\u00A0conseillers'))).toBe(true)
  })

  test('killed in the middle and run again, they go to each person once', async () => {
    const { desk, reminds } = await aRemindersWorld(given(), oneOfEach)
    let made = 0
    const newToken = () => {
      made += 1
      if (made === 2) throw new Error('killed')
      return randomIds.newToken()
    }
    await expect(sendReminders({ ...desk, ids: { ...randomIds, newToken } })).rejects.toThrow(AggregateError)
    expect(await letters(given())).toHaveLength(5)
    expect(await remindersIn(given())).toHaveLength(5)
    await reminds()
    expect((await letters(given())).map(({ to }) => to)).toEqual(everybodyOf)
    expect(await remindersIn(given())).toHaveLength(6)
  })

  test('of two servers that decide at once, one writes', async () => {
    const { desk } = await aRemindersWorld(given(), oneOfEach)
    const written = await Promise.all([sendReminders(desk), sendReminders(desk)])
    expect(written.reduce((sum, one) => sum + one, 0)).toBe(6)
    expect(await letters(given())).toHaveLength(6)
  })

  test('go to nobody who was removed', async () => {
    const { reminds } = await aRemindersWorld(given(), oneOfEach)
    await takeAway(given(), 'membership', cast.chantal.id)
    await takeAway(given(), 'team_coordinator', cast.elsa.id)
    await takeAway(given(), 'state_remit', cast.farid.id)
    await beside(() => given().db.deleteFrom('sync_grant').where('user_id', '=', cast.awa.id).execute())
    expect(await reminds()).toEqual(addressesOf('bruno', 'denis'))
  })

  test('of a structure that nobody answers for, the silence grows until the State hears of it', async () => {
    const { reminds, clock } = await aRemindersWorld(given(), { ...active, bruno: 35 })
    await takeAway(given(), 'membership', cast.chantal.id)
    await takeAway(given(), 'team_coordinator', cast.elsa.id)
    expect(await reminds()).toEqual(addressesOf('bruno'))
    for (const advisor of ['awa', 'hugo'] as const)
      await plantDocument(given(), advisor, {
        id: aDocumentId(),
        body: aReport({ date: addDays(firstDay, 9) }),
      })
    clock.forward({ days: 10 })
    expect(await reminds()).toEqual(addressesOf('farid'))
  })

  test('stop with an absence that explains the silence, and outside contracts', async () => {
    const { reminds } = await aRemindersWorld(given(), { awa: 20, bruno: 20, hugo: 20 })
    const leave = {
      kind: 'conge',
      from: addDays(firstDay, -19),
      to: addDays(firstDay, 2),
      declaredBy: 'structure',
    }
    await plantDocument(given(), 'awa', { id: aDocumentId(), collection: 'absence', body: leave })
    await beside(() =>
      given()
        .db.updateTable('contract')
        .set({ ends: addDays(firstDay, -1) })
        .where(
          'scope_id',
          'in',
          given().db.selectFrom('assignment').select('scope_id').where('person_id', '=', cast.hugo.id),
        )
        .execute(),
    )
    expect(await reminds()).toEqual(addressesOf('bruno'))
  })

  test('of a person who reads in several capacities, one message tells of all', async () => {
    const { reminds } = await aRemindersWorld(given(), oneOfEach)
    const structure = townHall.id
    await beside(() =>
      given()
        .db.insertInto('membership')
        .values({
          person_id: cast.elsa.id,
          structure_id: structure,
          role: 'responsable',
          since: '2026-01-01T08:00:00.000Z',
        })
        .execute(),
    )
    expect(await reminds()).toEqual(everybodyOf)
    const toElsa = (await letters(given())).find(({ to }) => to === cast.elsa.email)
    expect(toElsa?.subject).toBe('Des activités manquent dans Espace Coop')
    expect(toElsa?.body).toContain(`/structure/${structure}/relances`)
    expect(toElsa?.body).toContain('/equipe/')
  })

  test('by the days of activities and not of their filing: what is filed late of today ends a silence, of long ago doesn’t', async () => {
    const { reminds } = await aRemindersWorld(given(), { ...active, awa: 20, bruno: 20 })
    await plantDocument(given(), 'awa', { id: aDocumentId(), body: aReport({ date: addDays(firstDay, -3) }) })
    await plantDocument(given(), 'bruno', {
      id: aDocumentId(),
      body: aReport({ date: addDays(firstDay, -40) }),
    })
    // His structure is told of the month that it had vouched for, and of no silence.
    expect(await reminds()).toEqual(addressesOf('bruno', 'chantal'))
    expect((await remindersIn(given())).map(({ reader, advisor_id }) => [reader, advisor_id])).toEqual([
      ['advisor', cast.bruno.id],
    ])
  })

  test('what was sent is told to whom it went, and forgotten after a year', async () => {
    const { reminds, reads, clock, posts } = await aRemindersWorld(given(), oneOfEach)
    await reminds()
    await posts(cast.awa.id, '/api/reminders/own/answers', {
      key: aUuid(),
      structure: townHall.id,
      reason: 'to-file',
      on: firstDay,
    })
    const own = await reads<OwnReminders>(cast.awa.id, '/api/reminders/own')
    const at = `${firstDay}T07:00:00.000Z`
    expect(own.sent).toEqual([{ reader: 'advisor', structureName: 'Mairie de Saint-Girons', at }])
    clock.forward({ days: reminderDays, minutes: 1 })
    await forgetOldReminders(given(), clock())
    expect(await reads(cast.awa.id, '/api/reminders/own')).toEqual({
      stoppedAt: null,
      sent: [],
      months: [],
      answers: [],
    })
    expect(await beside(() => given().db.selectFrom('reminder_stop_link').selectAll().execute())).toEqual([])
  })
})
