import type { Role } from '../../../src/domain/access/access-table.ts'
import { personIdSchema, type PersonId } from '../../../src/domain/ids.ts'
import { communityFactIdSchema } from '../../../src/domain/community/community-ids.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { ariegeTeam, institute } from '../../../src/server/demonstration/demonstration-people.ts'
import { association, townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import { insertMark } from '../../../src/server/store/community-attendance.ts'
import { insertCommunityFact, lockEvent } from '../../../src/server/store/community-events.ts'
import { insertKitFacts } from '../../../src/server/store/kit-facts.ts'
import { insertTrainingFacts } from '../../../src/server/store/training-facts.ts'
import { createAssignment } from '../../../src/server/store/provisioning-assignments.ts'
import type { Store } from '../../../src/server/store/store.ts'
import type { Db } from '../../../src/server/store/tables.ts'
import { aKitConfirmation } from '../../builders/a-confirmation.ts'
import { aCommunityEventId, aPublishing } from '../../builders/a-community-event.ts'
import { aHandOver, aSize } from '../../builders/a-kit-fact.ts'
import { aHalfDay, anAttendance } from '../../builders/a-training-fact.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDeviceId, aDocumentId, aScopeId, aTeamId, aUuid } from '../../builders/an-id.ts'
import { beside } from '../each-store.ts'
import { plantCast, plantDocument, scopeOf, today } from '../test-cast.ts'
import { plantPosts } from '../test-posts.ts'

/*
 * Who asks: each role over the world's own scope (the town hall, the team of the Ariège, the Ariège), over a foreign
 * one, and over the own one formerly, up to a moment ago.
 */

/** Of the nation, a few days ago. */
export const pastEvent = aCommunityEventId()
export const ownTerritory = '09'

/** People who aren't of the cast, by a number of their own. */
const other = (number: number) => personIdSchema.parse(`018ce800-0000-7000-8000-0000000f${number}`)

export interface Visitor {
  readonly name: string
  readonly role: Role
  readonly standing: 'own' | 'foreign' | 'former'
  readonly id: PersonId
}

export const visitors: readonly Visitor[] = [
  visitor('an advisor of the structure', 'advisor', 'own', cast.bruno.id),
  visitor('another structure’s advisor', 'advisor', 'foreign', cast.hugo.id),
  visitor('an advisor whose scope was withdrawn', 'advisor', 'former', other(1001)),
  visitor('a responsable', 'responsable', 'own', cast.chantal.id),
  visitor('another structure’s responsable', 'responsable', 'foreign', cast.denis.id),
  visitor('a responsable who was removed', 'responsable', 'former', other(1002)),
  visitor('a lecteur', 'lecteur', 'own', other(1003)),
  visitor('another structure’s lecteur', 'lecteur', 'foreign', other(1004)),
  visitor('a lecteur who was removed', 'lecteur', 'former', other(1005)),
  visitor('the team’s coordinator', 'coordinator', 'own', cast.elsa.id),
  visitor('another team’s coordinator', 'coordinator', 'foreign', other(1006)),
  visitor('who coordinated the team', 'coordinator', 'former', other(1007)),
  visitor('the State', 'state', 'own', cast.farid.id),
  visitor('the State in the department', 'state', 'own', other(1008)),
  visitor('the State in another department', 'state', 'foreign', other(1009)),
  visitor('who was the State', 'state', 'former', other(1010)),
  visitor('the training body', 'training-body', 'own', cast.gaelle.id),
  visitor('another training body', 'training-body', 'foreign', other(1011)),
  visitor('who was of the training body', 'training-body', 'former', other(1012)),
]

/** Whose work it is that routes are asked for. */
export const awa: Visitor = visitor('Awa, whose work it is', 'advisor', 'own', cast.awa.id)

export const awasDevice = aDeviceId()
export const awasReport = aDocumentId()
/** What Awa was handed over, and her size as facts say it. */
export const awasComputer = 'PC-AWA-12'
export const awasSize = '"size":"XL"'
/** What she said from her phone: another size, and that something broke down. */
export const awasConfirmedSize = '"size":"3XL"'
export const awasBreakdown = 'L’écran d’Awa reste noir'
/** What Awa is trained on, and why she was away, as a fact says it. */
export const awasTraining = 'Posture de médiation d’Awa'
export const awasReason = '"reason":"transport"'
export const otherBody = { id: aUuid(), name: 'Un autre organisme' }
export const questionOnIt = 'Une question dont personne d’autre ne sait rien'

/** Of the town hall: a member of it, somebody who asks for access, and somebody who is invited. */
export const aMember = other(1003)
export const waitingRequest = aUuid()
export const waitingInvitation = aUuid()

function visitor(name: string, role: Visitor['role'], standing: Visitor['standing'], id: PersonId): Visitor {
  return { name, role, standing, id }
}

const at = '2026-11-01T08:00:00.000Z'

/** The cast, the visitors, one report of Awa's and her device. */
export async function plantVisitors(store: Store): Promise<void> {
  await plantCast(store)
  await plantPosts(store)
  await plantDocument(store, 'awa', { id: awasReport, body: aReport({ minutes: 45 }) })
  const said = { report: awasReport, kind: 'question', from: 'structure', text: questionOnIt, at }
  await plantDocument(store, 'awa', { id: aDocumentId(), collection: 'report-message', body: said })
  await plantKit(store)
  await beside(async () => {
    await plantTraining(store.db)
    await plantCommunity(store.db)
    await plantPersons(store.db)
    await plantStandings(store.db)
    await withdrawFormerOnes(store.db)
    const device = { device_id: awasDevice, user_id: cast.awa.id, last_seen: at }
    await store.db.insertInto('device').values(device).execute()
    await plantWaiting(store.db)
    // On the day of `aClock`.
    const opening = { scope_id: scopeOf('awa'), report_id: awasReport, reader_id: cast.chantal.id }
    await store.db
      .insertInto('report_opening')
      .values({ ...opening, day: today, at: '2026-11-23T09:00:00.000Z' })
      .execute()
  })
}

/** An event for everybody, and that Awa was there. */
async function plantCommunity(db: Db): Promise<void> {
  const event = { id: pastEvent, audience: { over: 'nation' }, at } as const
  await lockEvent(db, event)
  await insertCommunityFact(db, pastEvent, aPublishing({ day: '2026-11-20' }), cast.farid.id)
  const mark = { id: communityFactIdSchema.parse(aUuid()), says: 'present', by: cast.elsa.id, at } as const
  await insertMark(db, { ...mark, event: pastEvent, scope: scopeOf('awa') })
}

async function plantKit(store: Store): Promise<void> {
  const own = { scope: scopeOf('awa') }
  const computer = aHandOver('2026-10-01', { ...own, label: awasComputer })
  const facts = [computer, { ...aSize('2026-10-01', 'XL'), ...own }]
  await beside(() => insertKitFacts(store.db, townHall.id, facts, cast.chantal.id))
  const said = [
    aKitConfirmation({ kind: 'size', size: '3XL' }),
    aKitConfirmation({ kind: 'out-of-order', item: computer.item, words: awasBreakdown }),
  ]
  for (const body of said)
    await plantDocument(store, 'awa', { id: aDocumentId(), collection: 'confirmation', body })
}

/** Awa is the institute's trainee; another body trains Hugo. */
async function plantTraining(db: Db): Promise<void> {
  await db.insertInto('training_body').values({ body_id: otherBody.id, name: otherBody.name }).execute()
  await db
    .insertInto('trainee')
    .values([
      { scope_id: scopeOf('awa'), body_id: institute.body, since: at },
      { scope_id: scopeOf('hugo'), body_id: otherBody.id, since: at },
    ])
    .execute()
  const planned = aHalfDay('2026-10-05', { scope: scopeOf('awa'), title: awasTraining })
  await insertTrainingFacts(db, [planned, anAttendance(planned, 'excused')], cast.gaelle.id)
}

async function plantPersons(db: Db): Promise<void> {
  const known = new Set<PersonId>(Object.values(cast).map(({ id }) => id))
  const rows = visitors
    .filter(({ id }) => !known.has(id))
    .map(({ id }) => {
      const email = `${id.slice(-4)}@visiteurs.example`
      return { person_id: id, email, email_key: email, created_at: at }
    })
  await db.insertInto('person').values(rows).execute()
}

/** Each visitor's role, that of former ones too: over the own scope, or over a foreign one. */
async function plantStandings(db: Db): Promise<void> {
  const otherTeam = aTeamId()
  await db
    .insertInto('team')
    .values({ team_id: otherTeam, name: 'Une autre équipe', department: null })
    .execute()
  for (const { role, standing, id } of visitors) {
    if (Object.values(cast).some((member) => member.id === id)) continue
    const structure = standing === 'foreign' ? association.id : townHall.id
    switch (role) {
      case 'advisor':
        await createAssignment(db, { scope: aScopeId(), person: id, structure, role })
        break
      case 'responsable':
      case 'lecteur':
        await db
          .insertInto('membership')
          .values({ person_id: id, structure_id: structure, role, since: at })
          .execute()
        break
      case 'coordinator': {
        const team = standing === 'foreign' ? otherTeam : ariegeTeam.id
        await db.insertInto('team_coordinator').values({ team_id: team, person_id: id }).execute()
        break
      }
      case 'state': {
        const department = standing === 'foreign' ? '31' : ownTerritory
        await db.insertInto('state_remit').values({ person_id: id, department }).execute()
        break
      }
      case 'training-body': {
        const name = standing === 'foreign' ? otherBody.name : institute.name
        await db.insertInto('training_body_account').values({ person_id: id, name }).execute()
        break
      }
    }
  }
}

async function withdrawFormerOnes(db: Db): Promise<void> {
  const former = visitors.filter(({ standing }) => standing === 'former').map(({ id }) => id)
  await db.deleteFrom('sync_grant').where('user_id', 'in', former).execute()
  await db.deleteFrom('membership').where('person_id', 'in', former).execute()
  await db.deleteFrom('team_coordinator').where('person_id', 'in', former).execute()
  await db.deleteFrom('state_remit').where('person_id', 'in', former).execute()
  await db.deleteFrom('training_body_account').where('person_id', 'in', former).execute()
}

/** Bruno asks to read the structure that employs him; somebody else is invited by Chantal. */
async function plantWaiting(db: Db): Promise<void> {
  const structure = { structure_id: townHall.id }
  await db
    .insertInto('access_request')
    .values({
      ...structure,
      request_id: waitingRequest,
      person_id: cast.bruno.id,
      asked_at: at,
      status: 'open',
    })
    .execute()
  const email = 'attendue@visiteurs.example'
  await db
    .insertInto('invitation')
    .values({
      ...structure,
      invitation_id: waitingInvitation,
      email,
      email_key: email,
      role: 'lecteur',
      token_hash: 'nobody has what this is the hash of',
      invited_by: cast.chantal.id,
      invited_at: at,
      expires_at: '2026-12-01T08:00:00.000Z',
    })
    .execute()
}
