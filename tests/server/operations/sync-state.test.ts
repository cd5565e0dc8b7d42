import { expect, test } from 'vitest'
import { epochSchema, type Epoch, type PersonId } from '../../../src/domain/ids.ts'
import { afterRestoreLines, readAfterRestore } from '../../../src/server/operations/after-restore.ts'
import { stateLines } from '../../../src/server/operations/state-lines.ts'
import { decisionsSince, openMatters, silentDevices } from '../../../src/server/store/operations.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDeviceId } from '../../builders/an-id.ts'
import { anOp } from '../../builders/an-op.ts'
import { day } from '../../builders/decision-facts.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { aDevice } from '../sync/a-device.ts'
import { aScope, aSyncWorld } from '../sync/sync-world.ts'

const ask = { before: '2026-11-18T15:00:00.000Z', today: day('2026-11-23') }

describeEachStore('how sync stands', (given) => {
  async function seen(person: PersonId, last_seen: string, queued = 0, revoked_at: string | null = null) {
    const row = {
      device_id: aDeviceId(),
      user_id: person,
      last_seen,
      queued,
      revoked_at,
      app_version: '0.1.0',
    }
    await beside(() => given().db.insertInto('device').values(row).execute())
  }

  test('names who has been silent, what waits on their devices, and who never came', async () => {
    const world = aSyncWorld(given())
    const [never, gone, both, fine, left] = [
      await aScope(world),
      await aScope(world, { structureName: 'Médiathèque de Pamiers' }),
      await aScope(world),
      await aScope(world),
      await aScope(world, { contracts: [{ starts: day('2024-01-01'), ends: day('2025-01-01') }] }),
    ]
    await aScope(world, { person: gone.person, structureName: 'Mairie de Foix' })
    await seen(gone.person, '2026-10-01T08:00:00.000Z', 4)
    await seen(gone.person, '2026-09-01T08:00:00.000Z')
    await seen(both.person, '2026-11-23T08:00:00.000Z')
    await seen(both.person, '2026-11-10T08:00:00.000Z', 2)
    await seen(both.person, '2026-11-09T08:00:00.000Z', 9, '2026-11-09T09:00:00.000Z')
    await seen(fine.person, '2026-11-23T08:00:00.000Z', 12)
    await seen(fine.person, '2026-11-01T08:00:00.000Z')
    await seen(left.person, '2024-12-01T08:00:00.000Z', 3)
    const found = await silentDevices(given().db, ask)
    expect(found).toMatchObject([
      {
        email: `${gone.person}@exemple.fr`,
        structures: 'Mairie de Foix, Médiathèque de Pamiers',
        lastSeen: '2026-10-01T08:00:00.000Z',
        queued: 4,
        app: '0.1.0',
      },
      { email: `${both.person}@exemple.fr`, lastSeen: '2026-11-10T08:00:00.000Z', queued: 2 },
      { email: `${never.person}@exemple.fr`, lastSeen: null, queued: 0, app: null },
    ])
  })

  test('counts what was decided since an hour, and why it was refused', async () => {
    const world = aSyncWorld(given())
    const { scope, person } = await aScope(world)
    const phone = aDevice(world, person)
    await phone.push(anOp({ scope }))
    world.now = new Date('2026-11-24T15:00:00.000Z')
    await phone.push(anOp({ scope }), anOp({ scope }), anOp({ scope, set: aReport({ minutes: -1 }) }))
    await world.background.settled()
    expect(await decisionsSince(given().db, '2026-11-24T00:00:00.000Z')).toEqual([
      { status: 'applied', code: null, count: 2 },
      { status: 'rejected', code: 'invalid', count: 1 },
    ])
  })

  test('I23 says who has sent again since a restore, and whose devices are still to come', async () => {
    const world = aSyncWorld(given())
    const [awa, hugo] = [await aScope(world), await aScope(world)]
    const accepted = { at: '2026-11-23T14:00:00.000Z', contested: false }
    await aDevice(world, awa.person).push(anOp({ scope: awa.scope, accepted }), anOp({ scope: awa.scope }))
    await world.background.settled()
    await seen(hugo.person, '2026-11-23T13:00:00.000Z', 2)
    await seen(hugo.person, '2026-09-01T13:00:00.000Z', 9)
    const now = new Date('2026-11-24T08:00:00.000Z')
    expect(await readAfterRestore(given().db, epochOf('2026-11-23T14:30:00.000Z'), now)).toEqual({
      since: '2026-11-23T14:30:00.000Z',
      sentAgain: [{ name: '', email: `${awa.person}@exemple.fr`, ops: 1, lastAt: world.now.toISOString() }],
      notBack: [
        { name: '', email: `${hugo.person}@exemple.fr`, lastSeen: '2026-11-23T13:00:00.000Z', queued: 2 },
      ],
    })
    expect(await readAfterRestore(given().db, epochOf('2026-10-01T08:00:00.000Z'), now)).toBeUndefined()
  })

  test('has nothing to say of a restore on a database that never knew one, whatever its first epoch', async () => {
    const world = aSyncWorld(given())
    const { scope, person } = await aScope(world)
    await aDevice(world, person).push(
      anOp({ scope, accepted: { at: '2026-11-23T14:00:00.000Z', contested: false } }),
    )
    await world.background.settled()
    const now = new Date('2026-11-24T08:00:00.000Z')
    // Read as hours, these would be of 1970 and of the year 10889: the second is none that a database knows.
    for (const first of ['00000000-0000-4000-8000-000000000000', 'ffffffff-ffff-4fff-8fff-ffffffffffff']) {
      expect(await readAfterRestore(given().db, epochSchema.parse(first), now)).toBeUndefined()
    }
  })

  test('keeps what a device reports of its own sums, once, and of nobody else’s', async () => {
    const world = aSyncWorld(given())
    const [awa, hugo] = [await aScope(world), await aScope(world)]
    const phone = aDevice(world, awa.person)
    const mismatch = { scope: awa.scope, head: 3, ours: '12', theirs: '18446744073709551615' }
    const mismatches = [mismatch, { ...mismatch, scope: hugo.scope }]
    await phone.pull({ mismatches })
    await phone.pull({ mismatches })
    await world.background.settled()
    const rows = await beside(() => given().db.selectFrom('digest_mismatch').selectAll().execute())
    expect(rows).toEqual([
      {
        scope_id: awa.scope,
        device_id: phone.id,
        head: 3,
        ours: '12',
        theirs: '18446744073709551615',
        app_version: '0.1.0',
        at: world.now.toISOString(),
      },
    ])
    // Told to whoever reads the log, once, without saying whose it is.
    expect(world.background.failures).toEqual([JSON.stringify({ found: 1, app: '0.1.0' })])
    expect(await openMatters(given().db, '2026-11-23T00:00:00.000Z')).toMatchObject({ mismatches: 1 })
    expect(await openMatters(given().db, '2026-11-24T00:00:00.000Z')).toMatchObject({ mismatches: 0 })
  })
})

/** An epoch that was opened at an hour. */
function epochOf(opened: string): Epoch {
  const hour = Date.parse(opened).toString(16).padStart(12, '0')
  return epochSchema.parse(`${hour.slice(0, 8)}-${hour.slice(8)}-7000-8000-000000000000`)
}

test('how far a restore has healed is said line by line', () => {
  const restored = {
    since: '2026-11-23T14:30:00.000Z',
    sentAgain: [
      { name: 'Awa Diallo', email: 'awa@exemple.fr', ops: 12, lastAt: '2026-11-23T15:00:00.000Z' },
      { name: '', email: 'bruno@exemple.fr', ops: 1, lastAt: '2026-11-23T16:00:00.000Z' },
    ],
    notBack: [
      { name: 'Hugo Petit', email: 'hugo@exemple.fr', lastSeen: '2026-11-23T13:00:00.000Z', queued: 2 },
    ],
  }
  expect(afterRestoreLines(restored)).toEqual([
    'Depuis la restauration, le 2026-11-23 à 14:30 UTC :',
    '  enregistrements renvoyés : 13, par 2 appareils',
    '    Awa Diallo <awa@exemple.fr> : 12, le dernier le 2026-11-23 à 15:00 UTC',
    '    bruno@exemple.fr <bruno@exemple.fr> : 1, le dernier le 2026-11-23 à 16:00 UTC',
    '  appareils connus de la sauvegarde et pas encore revenus : 1',
    '    Hugo Petit <hugo@exemple.fr> : vu le 2026-11-23 à 13:00 UTC, 2 en attente alors',
  ])
})

test('how sync stands is said line by line', () => {
  const lines = stateLines({
    days: 5,
    silent: [
      {
        name: 'Awa Diallo',
        email: 'awa@exemple.fr',
        structures: 'Mairie de Saint-Girons',
        lastSeen: '2026-11-10T08:00:00.000Z',
        queued: 2,
        app: '0.1.0',
      },
      {
        name: '',
        email: 'hugo@exemple.fr',
        structures: 'Mairie de Foix',
        lastSeen: null,
        queued: 0,
        app: null,
      },
    ],
    decisions: [
      { status: 'applied', code: null, count: 12 },
      { status: 'rejected', code: 'invalid', count: 1 },
    ],
    matters: { openConflicts: 3, quarantined: 0, mismatches: 0 },
  })
  expect(lines).toEqual([
    'Sans nouvelles depuis 5 jours ou plus : 2.',
    '  Awa Diallo <awa@exemple.fr>, Mairie de Saint-Girons : vu le 2026-11-10 à 08:00 UTC, 2 en attente, version 0.1.0',
    '  hugo@exemple.fr <hugo@exemple.fr>, Mairie de Foix : jamais venu, rien en attente',
    '',
    'Depuis 24 heures :',
    '  enregistrés : 12',
    '  refusés (invalid) : 1',
    '  sommes en désaccord : 0',
    '',
    'En attente :',
    '  comptes rendus à deux versions : 3',
    '  textes illisibles gardés : 0',
  ])
})
