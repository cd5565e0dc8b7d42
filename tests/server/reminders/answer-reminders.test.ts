import { expect, test } from 'vitest'
import type {
  StateReminders,
  StructureReminders,
  TeamReminders,
} from '../../../src/domain/access/reminders.ts'
import { addDays } from '../../../src/domain/calendar-day.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { ariegeTeam } from '../../../src/server/demonstration/demonstration-people.ts'
import { association, townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import { aDocumentId, aUuid } from '../../builders/an-id.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { plantDocument } from '../test-cast.ts'
import { addressesOf, aRemindersWorld, firstDay, letters } from './reminders-world.ts'

const oneOfEach = { awa: 20, bruno: 35, hugo: 50 }
const atTownHall = `/api/structures/${townHall.id}/reminders`
const inTeam = `/api/teams/${ariegeTeam.id}/reminders`
const forState = '/api/state/reminders'
const own = '/api/reminders/own'
const at = `${firstDay}T07:00:00.000Z`

const aboutBruno = (reason: string, key = aUuid()) => ({
  key,
  advisor: cast.bruno.id,
  structure: townHall.id,
  reason,
})

describeEachStore('what each reads of silences, and answers', (given) => {
  test('a structure reads who is silent since when, what explains it, what was sent and answered', async () => {
    const { reminds, reads, posts } = await aRemindersWorld(given(), oneOfEach)
    const leave = {
      kind: 'maladie',
      from: addDays(firstDay, -5),
      to: addDays(firstDay, -4),
      declaredBy: 'advisor',
    }
    await plantDocument(given(), 'bruno', { id: aDocumentId(), collection: 'absence', body: leave })
    await reminds()
    const said = { key: aUuid(), structure: townHall.id, reason: 'to-file', on: firstDay }
    expect(await posts(cast.awa.id, `${own}/answers`, said)).toBe(204)
    const { silences } = await reads<StructureReminders>(cast.chantal.id, atTownHall)
    const { declaredBy: _declaredBy, ...absence } = leave
    expect(silences).toEqual([
      {
        advisorId: cast.awa.id,
        advisorName: 'Awa Diallo',
        lastActivity: addDays(firstDay, -20),
        since: addDays(firstDay, -20),
        days: 20,
        turn: 'advisor',
        absences: [],
        answers: [{ reader: 'advisor', reason: 'to-file', on: firstDay }],
        stoppedUntil: null,
        sent: [{ reader: 'advisor', at }],
      },
      {
        advisorId: cast.bruno.id,
        advisorName: 'Bruno Estèbe',
        lastActivity: addDays(firstDay, -35),
        since: addDays(firstDay, -35),
        days: 35,
        turn: 'structure',
        absences: [absence],
        answers: [],
        stoppedUntil: null,
        sent: [
          { reader: 'advisor', at },
          { reader: 'structure', at },
        ],
      },
    ])
  })

  test('who coordinates reads who and since when after a month and a half, and no answer’s words', async () => {
    const { reminds, reads, posts } = await aRemindersWorld(given(), oneOfEach)
    await reminds()
    const gone = { key: aUuid(), advisor: cast.hugo.id, structure: association.id, reason: 'gone' }
    const answered = await posts(cast.denis.id, `/api/structures/${association.id}/reminders/answers`, gone)
    expect(answered).toBe(200)
    expect(await reads<TeamReminders>(cast.elsa.id, inTeam)).toEqual({
      silences: [
        {
          advisorId: cast.hugo.id,
          advisorName: 'Hugo Lafont',
          structureId: association.id,
          structureName: 'Association La Passerelle',
          lastActivity: addDays(firstDay, -50),
          since: addDays(firstDay, -50),
          days: 50,
          sent: [
            { reader: 'coordinator', at },
            { reader: 'structure', at },
          ],
          answeredOn: firstDay,
          own: null,
        },
      ],
    })
  })

  test('the State reads which structures have silent posts, and not whose they are', async () => {
    const { reminds, reads } = await aRemindersWorld(given(), oneOfEach)
    await reminds()
    const read = await reads<StateReminders>(cast.farid.id, forState)
    expect(read).toEqual({
      structures: [
        {
          structureId: association.id,
          structureName: 'Association La Passerelle',
          department: '09',
          hasResponsable: true,
          posts: [{ since: addDays(firstDay, -50), days: 50 }],
          sent: [
            { reader: 'state', at },
            { reader: 'structure', at },
          ],
          answeredOn: null,
          own: null,
        },
      ],
    })
    expect(JSON.stringify(read)).not.toMatch(/Hugo|Lafont/)
  })

  test('whoever is away is on no list, whatever was asked before', async () => {
    const { reads } = await aRemindersWorld(given(), oneOfEach)
    const away = { kind: 'conge', from: firstDay, to: addDays(firstDay, 1), declaredBy: 'structure' }
    for (const advisor of ['awa', 'bruno', 'hugo'] as const)
      await plantDocument(given(), advisor, { id: aDocumentId(), collection: 'absence', body: away })
    expect(await reads(cast.chantal.id, atTownHall)).toEqual({ silences: [] })
    expect(await reads(cast.elsa.id, inTeam)).toEqual({ silences: [] })
    expect(await reads(cast.farid.id, forState)).toEqual({ structures: [] })
  })

  test('an advisor’s answer stops their messages for its time, and never the structure’s', async () => {
    const { reminds, posts, clock } = await aRemindersWorld(given(), { awa: 24, bruno: 1, hugo: 1 })
    const said = { key: aUuid(), structure: townHall.id, reason: 'no-activity', on: firstDay }
    expect(await posts(cast.awa.id, `${own}/answers`, said)).toBe(204)
    expect(await posts(cast.awa.id, `${own}/answers`, said)).toBe(204)
    expect(await beside(() => given().db.selectFrom('reminder_answer').selectAll().execute())).toHaveLength(1)
    expect(await reminds()).toEqual([])
    clock.forward({ days: 6 })
    expect(await reminds()).toEqual(addressesOf('chantal'))
  })

  test('a structure’s answer stops its messages for its time', async () => {
    const { reminds, posts, clock } = await aRemindersWorld(given(), { awa: 1, bruno: 30, hugo: 1 })
    expect(await posts(cast.chantal.id, `${atTownHall}/answers`, aboutBruno('planned'))).toBe(200)
    clock.forward({ days: 14 })
    expect((await reminds()).includes(cast.chantal.email)).toBe(false)
  })

  test('a structure has the advisor asked: they are written to at once, unless they were this week', async () => {
    const { posts, reads, app } = await aRemindersWorld(given(), { awa: 1, bruno: 35, hugo: 1 })
    const url = `${atTownHall}/answers`
    const key = aUuid()
    expect(await posts(cast.chantal.id, url, aboutBruno('asked', key))).toBe(200)
    // The answer that was lost is asked again: one message.
    expect(await posts(cast.chantal.id, url, aboutBruno('asked', key))).toBe(200)
    expect(await posts(cast.chantal.id, url, aboutBruno('asked'))).toBe(200)
    const sent = await letters(given())
    expect(sent.map(({ to, subject }) => [to, subject])).toEqual([
      [cast.bruno.email, 'Votre structure demande de vos nouvelles'],
    ])
    expect(await reads(cast.bruno.id, own)).toMatchObject({
      answers: [{ reader: 'structure', reason: 'asked' }, {}],
    })
    expect(app).toBeDefined()
  })

  test('nobody answers in another’s place, nor about whoever isn’t theirs', async () => {
    const { posts } = await aRemindersWorld(given(), oneOfEach)
    expect(await posts(cast.chantal.id, `${atTownHall}/answers`, aboutBruno('to-file'))).toBe(400)
    expect(await posts(cast.denis.id, `${atTownHall}/answers`, aboutBruno('planned'))).toBe(403)
    const aboutHugo = { ...aboutBruno('planned'), advisor: cast.hugo.id }
    expect(await posts(cast.chantal.id, `${atTownHall}/answers`, aboutHugo)).toBe(404)
    const elsewhere = { key: aUuid(), structure: association.id, reason: 'left', on: firstDay }
    expect(await posts(cast.awa.id, `${own}/answers`, elsewhere)).toBe(404)
    expect(await beside(() => given().db.selectFrom('reminder_answer').selectAll().execute())).toEqual([])
  })

  test('the State answers for all silent posts of a structure, and reads what it said', async () => {
    const { posts, reads, reminds, clock } = await aRemindersWorld(given(), oneOfEach)
    const url = `/api/state/structures/${association.id}/reminders/answers`
    expect(await posts(cast.farid.id, url, { key: aUuid(), reason: 'contacting' })).toBe(204)
    const read = await reads<StateReminders>(cast.farid.id, forState)
    expect(read.structures[0]?.own).toEqual({ reason: 'contacting', on: firstDay })
    clock.forward({ days: 7 })
    expect((await reminds()).includes(cast.farid.email)).toBe(false)
    const none = `/api/state/structures/${townHall.id}/reminders/answers`
    expect(await posts(cast.farid.id, none, { key: aUuid(), reason: 'known' })).toBe(404)
  })

  test('an answer given without network counts from the day on which it was, and never from a day to come', async () => {
    const { posts } = await aRemindersWorld(given(), oneOfEach)
    const said = { structure: townHall.id, reason: 'to-file' }
    await posts(cast.awa.id, `${own}/answers`, { key: aUuid(), ...said, on: addDays(firstDay, -4) })
    await posts(cast.awa.id, `${own}/answers`, { key: aUuid(), ...said, on: addDays(firstDay, 300) })
    const rows = await beside(() =>
      given().db.selectFrom('reminder_answer').select('answered_on').orderBy('answered_on').execute(),
    )
    expect(rows.map(({ answered_on: on }) => on)).toEqual([addDays(firstDay, -4), firstDay])
  })
})
