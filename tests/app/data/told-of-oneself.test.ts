import { expect, test } from 'vitest'
import { everythingText } from '../../../src/app/data/export-own.ts'
import type { Fetch } from '../../../src/app/data/http-client.ts'
import { nothingTold, toldOfOneself } from '../../../src/app/data/told-of-oneself.ts'
import { aHandOver } from '../../builders/a-kit-fact.ts'
import { awasScope, ours } from '../../builders/a-post-fact.ts'
import { aCommunityEventId } from '../../builders/a-community-event.ts'
import { aPositioning } from '../../builders/a-training-fact.ts'
import { aUuid } from '../../builders/an-id.ts'
import { newWorldForEachTest, phone } from './sync-world.ts'

newWorldForEachTest()

const place = { scope: awasScope, structureId: ours, structureName: 'Mairie de Saint-Girons', contracts: [] }
const handed = aHandOver('2026-02-02')
const positioned = aPositioning('2026-01-12')
const event = aCommunityEventId()
const mark = { id: aUuid(), event, scope: awasScope, says: 'present', at: '2026-06-02T10:00:00.000Z' }

const answers: Readonly<Record<string, object>> = {
  '/api/own-contracts': { contracts: [] },
  '/api/own-kit': { structures: [{ ...place, said: [{ fact: handed, byName: 'Chantal Rouch' }] }] },
  '/api/own-training': { structures: [{ ...place, bodyName: null, facts: [positioned], reported: [] }] },
  '/api/own-community': { events: [], marks: [mark], calendarSince: null },
}

const online: Fetch = (path) =>
  Promise.resolve(Response.json(typeof path === 'string' ? answers[path] : null))
const offline: Fetch = () => Promise.reject(new TypeError('no network'))

test('what others keep of somebody is in their data: kit, training, and the marks of their attendance', async () => {
  const told = await toldOfOneself(phone.db, online)
  expect(told).toMatchObject({
    contracts: [],
    kit: [{ said: [{ fact: handed, byName: 'Chantal Rouch' }] }],
    training: [{ facts: [positioned] }],
    community: { marks: [mark] },
  })
  expect(JSON.parse(await everythingText(phone.db, told))).toMatchObject({ told })
})

test('without network it is what was read last, and nothing is made up of what never was', async () => {
  expect(await toldOfOneself(phone.db, offline)).toEqual(nothingTold)
  const told = await toldOfOneself(phone.db, online)
  expect(await toldOfOneself(phone.db, offline)).toEqual(told)
})
