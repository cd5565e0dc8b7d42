import { expect, test } from 'vitest'
import type { OwnReminders } from '../../../src/domain/access/reminders.ts'
import { addDays } from '../../../src/domain/calendar-day.ts'
import { calendarMonthSchema } from '../../../src/domain/calendar-month.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { association, townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import { forgetOldReminders, reminderDays } from '../../../src/server/reminders/forget-old-reminders.ts'
import { sendReminders } from '../../../src/server/reminders/send-reminders.ts'
import { signerInMemory } from '../../../src/server/seals/signer.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId } from '../../builders/an-id.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { plantDocument } from '../test-cast.ts'
import { addressesOf, aRemindersWorld, firstDay, letters, vouchesFor } from './reminders-world.ts'

const active = { awa: 1, bruno: 1, hugo: 1 }
const october = calendarMonthSchema.parse('2026-10')
const monthsOf = (structure: string) => `https://coop.example/structure/${structure}/mois`

/** Everybody files every day, so that nothing but months is told of. */
async function filesOn(store: Store, days: number) {
  for (const advisor of ['awa', 'bruno', 'hugo'] as const)
    await plantDocument(store, advisor, {
      id: aDocumentId(),
      body: aReport({ date: addDays(firstDay, days) }),
    })
}

/** A report of August that arrives after the month was vouched for. */
async function arrivesLate(store: Store) {
  const body = aReport({ date: addDays(firstDay, -40) })
  await plantDocument(store, 'bruno', { id: aDocumentId(), body })
}

async function toldRows(store: Store) {
  const rows = await beside(() =>
    store.db.selectFrom('month_reminder').selectAll().orderBy('sent_at').orderBy('month').execute(),
  )
  return rows.map(({ to_person, structure_id, month, standing }) => ({
    to: to_person,
    structure: structure_id,
    month,
    standing,
  }))
}

describeEachStore('reminders of months', (given) => {
  test('a month waits from the first working day of the next one, and its responsable is written to then', async () => {
    const { reminds, clock } = await aRemindersWorld(given(), active)
    await filesOn(given(), 25)
    // The last of October is a Saturday, and Sunday is a holiday.
    clock.forward({ days: 27 })
    expect(clock().toISOString()).toContain('2026-11-01')
    expect(await reminds()).toEqual([])
    clock.forward({ days: 1 })
    expect(await reminds()).toEqual(addressesOf('chantal', 'denis'))
    const toChantal = (await letters(given())).find(({ to }) => to === cast.chantal.email)
    expect(toChantal?.subject).toBe('Le mois d’octobre 2026 attend votre attestation')
    expect(toChantal?.body).toContain(`${monthsOf(townHall.id)}/2026-10\n`)
    expect(await toldRows(given())).toEqual(
      expect.arrayContaining([
        { to: cast.chantal.id, structure: townHall.id, month: '2026-10', standing: 'to-vouch' },
        { to: cast.denis.id, structure: association.id, month: '2026-10', standing: 'to-vouch' },
      ]),
    )
  })

  test('a vouched month of which a report came late is told of as to be reviewed, to nobody of another structure', async () => {
    const { reminds } = await aRemindersWorld(given(), active)
    expect(await reminds()).toEqual([])
    await arrivesLate(given())
    expect(await reminds()).toEqual(addressesOf('chantal'))
    const [letter] = await letters(given())
    expect(letter?.subject).toBe('Le mois d’août 2026 est à revoir')
    expect(letter?.body).toContain(`${monthsOf(townHall.id)}/2026-08\n`)
  })

  test('hold no name of a person or a structure, no figure, and a link that stops them', async () => {
    const { reminds, posts } = await aRemindersWorld(given(), active, { isVouchedFor: false })
    await reminds()
    const names = Object.values(cast).flatMap(({ givenName, familyName }) => [givenName, familyName])
    const all = await letters(given())
    expect(all.map(({ to }) => to)).toEqual(addressesOf('chantal', 'denis'))
    for (const { subject, body, stopUrl } of all) {
      const told = `${subject} ${body}`
      expect([...names, 'Saint-Girons', 'Passerelle'].filter((name) => told.includes(name))).toEqual([])
      expect(body).toContain(stopUrl)
    }
    const stop = all.find(({ to }) => to === cast.chantal.email)?.stopUrl.replace('https://coop.example', '')
    expect(await posts(cast.denis.id, stop ?? '', {})).toBe(200)
    const stopped = await beside(() =>
      given()
        .db.selectFrom('reminder_mail')
        .select('person_id')
        .where('stopped_at', 'is not', null)
        .execute(),
    )
    expect(stopped).toEqual([{ person_id: cast.chantal.id }])
  })

  test('of several months, the last three have their link, and those of long ago aren’t asked for', async () => {
    const { reminds } = await aRemindersWorld(given(), active, { isVouchedFor: false })
    await reminds()
    const rows = (await toldRows(given())).filter(({ to }) => to === cast.denis.id)
    expect(rows.map(({ month }) => month)).toEqual(['2026-07', '2026-08', '2026-09'])
    const toDenis = (await letters(given())).find(({ to }) => to === cast.denis.email)
    expect(toDenis?.subject).toBe('Des mois attendent votre attestation')
    for (const { month } of rows) expect(toDenis?.body).toContain(`${monthsOf(association.id)}/${month}\n`)
  })

  test('a silence and a month are told in one message, at most one in seven days', async () => {
    const { reminds, clock } = await aRemindersWorld(
      given(),
      { ...active, bruno: 35 },
      { isVouchedFor: false },
    )
    expect(await reminds()).toEqual(addressesOf('bruno', 'chantal', 'denis'))
    const toChantal = (await letters(given())).find(({ to }) => to === cast.chantal.email)
    expect(toChantal?.subject).toBe('Ce qui vous attend dans Espace Coop')
    expect(toChantal?.body).toContain('/relances')
    expect(toChantal?.body).toContain('/mois/2026-09')
    for (let day = 1; day < 7; day += 1) {
      clock.forward({ days: 1 })
      expect(await reminds()).toEqual([])
    }
    clock.forward({ days: 1 })
    expect(await reminds()).toEqual(addressesOf('bruno', 'chantal', 'denis'))
  })

  test('end once the month is vouched for, and after four weeks where nobody does', async () => {
    const { reminds, clock } = await aRemindersWorld(given(), active)
    await filesOn(given(), 28)
    await filesOn(given(), 42)
    await filesOn(given(), 56)
    clock.forward({ days: 28 })
    expect(await reminds()).toEqual(addressesOf('chantal', 'denis'))
    const service = { store: given(), clock, signer: signerInMemory() }
    await vouchesFor(service, cast.chantal.id, { structure: townHall.id, month: october })
    for (let week = 2; week <= 4; week += 1) {
      clock.forward({ days: 7 })
      expect(await reminds()).toEqual(addressesOf('denis'))
    }
    // November 30: November isn't over.
    clock.forward({ days: 7 })
    expect(await reminds()).toEqual([])
  })

  test('a month without anybody under contract is nobody’s to vouch for', async () => {
    const { reminds } = await aRemindersWorld(given(), active, { isVouchedFor: false })
    await beside(() => given().db.updateTable('contract').set({ ends: '2026-06-30' }).execute())
    expect(await reminds()).toEqual([])
  })

  test('go neither to a lecteur nor to a responsable who was removed', async () => {
    const { reminds } = await aRemindersWorld(given(), active, { isVouchedFor: false })
    await beside(() => given().db.deleteFrom('membership').where('person_id', '=', cast.denis.id).execute())
    await beside(() =>
      given()
        .db.updateTable('membership')
        .set({ role: 'lecteur' })
        .where('person_id', '=', cast.chantal.id)
        .execute(),
    )
    expect(await reminds()).toEqual([])
  })

  test('of two servers that decide at once, one writes', async () => {
    const { desk } = await aRemindersWorld(given(), active, { isVouchedFor: false })
    const written = await Promise.all([sendReminders(desk), sendReminders(desk)])
    expect(written.reduce((sum, one) => sum + one, 0)).toBe(2)
    expect(await letters(given())).toHaveLength(2)
    expect(await toldRows(given())).toHaveLength(6)
  })

  test('what was sent is told to whom it went, and forgotten after a year', async () => {
    const { reminds, reads, clock } = await aRemindersWorld(given(), active)
    await arrivesLate(given())
    await reminds()
    const own = await reads<OwnReminders>(cast.chantal.id, '/api/reminders/own')
    const at = `${firstDay}T07:00:00.000Z`
    expect(own.months).toEqual([
      { structureName: 'Mairie de Saint-Girons', month: '2026-08', standing: 'to-review', at },
    ])
    clock.forward({ days: reminderDays, minutes: 1 })
    await forgetOldReminders(given(), clock())
    expect((await reads<OwnReminders>(cast.chantal.id, '/api/reminders/own')).months).toEqual([])
  })
})
