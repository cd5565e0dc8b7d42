import { expect, test } from 'vitest'
import { calendarDaySchema, daysBetween } from '../../../src/domain/calendar-day.ts'
import { reportSchema } from '../../../src/domain/report/report.ts'
import { addToDigest, documentHash } from '../../../src/domain/sync/digest.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { demonstrationAssignments } from '../../../src/server/demonstration/demonstration-assignments.ts'
import { newcomerAssignment } from '../../../src/server/demonstration/newcomers.ts'
import { silentAssignments, silentFor } from '../../../src/server/demonstration/silent-advisors.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import { loadDemonstration } from '../../../src/server/demonstration/load-demonstration.ts'
import { signedInPerson } from '../../../src/server/store/signed-in-person.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { emptyStore } from '../databases.ts'
import { beside, describeEachStore } from '../each-store.ts'

const today = calendarDaySchema.parse('2026-11-23')
const moment = { today, now: new Date('2026-11-23T15:00:00Z') }

describeEachStore('loading the demonstration', (given) => {
  test('is loaded once: a second time changes nothing', async () => {
    const first = await loadDemonstration(given(), moment)
    const before = await everything(given())
    const second = await loadDemonstration(given(), moment)
    expect(first.people).toBe(13)
    expect(first.documents).toBe(before.documents.length)
    expect(first.documents).toBeGreaterThan(4000)
    expect(second).toEqual({ people: 0, documents: 0 })
    expect(await everything(given())).toEqual(before)
  })

  test('loads nothing at all when one of its addresses belongs to somebody else', async () => {
    await beside(() =>
      given()
        .db.insertInto('person')
        .values({
          person_id: '018ce800-0000-7000-8000-000000000999',
          email: cast.awa.email,
          email_key: cast.awa.email,
          created_at: moment.now.toISOString(),
        })
        .execute(),
    )
    await expect(loadDemonstration(given(), moment)).rejects.toThrow('nothing was loaded')
    expect((await everything(given())).documents).toEqual([])
  })

  test('holds the same documents when it is loaded anew at the same moment', async () => {
    await loadDemonstration(given(), moment)
    const first = await everything(given())
    await beside(() => emptyStore(given()))
    await loadDemonstration(given(), moment)
    expect(await everything(given())).toEqual(first)
  })
})

describeEachStore(
  'the demonstration',
  (given) => {
    test('keeps the counter, the digest and the history as any push does', async () => {
      const { documents, history, scopes } = await everything(given())
      for (const scope of scopes) {
        const own = documents.filter(({ scope_id }) => scope_id === scope.scope_id)
        const digest = own.reduce(
          (sum, { id, rev, state }) => addToDigest(sum, documentHash(id, rev, state)),
          0n,
        )
        expect(scope.digest).toBe(String(digest))
        expect(scope.seq).toBe(Math.max(...own.map(({ seq }) => seq)))
        expect(new Set(own.map(({ seq }) => seq)).size).toBe(own.length)
      }
      expect(scopes).toHaveLength(8)
      expect(history.map(({ id, rev }) => `${id} ${rev}`).sort()).toEqual(
        documents.map(({ id }) => `${id} 1`).sort(),
      )
    })

    test('dates each history row by its own filing, never in the future', async () => {
      const { history } = await everything(given())
      const instants = history.map(({ at }) => at)
      expect(instants.filter((at) => at > moment.now.toISOString())).toEqual([])
      expect(new Set(instants.map((at) => at.slice(0, 7))).size).toBeGreaterThan(20)
    })

    test('is as valid as what a device sends, and inside contracts', async () => {
      const { documents } = await everything(given())
      const contracts = new Map(
        [...demonstrationAssignments(today), newcomerAssignment(today), ...silentAssignments(today)].map(
          (one) => [String(one.scope), one.contracts],
        ),
      )
      const reports = documents.filter(({ collection }) => collection === 'report')
      const wrong = reports.filter(({ body, day, scope_id }) => {
        const parsed = reportSchema.safeParse(body)
        if (!parsed.success || parsed.data.date !== day) return true
        return !contracts
          .get(scope_id)
          ?.some(
            ({ starts, ends }) => starts <= parsed.data.date && (ends === null || parsed.data.date <= ends),
          )
      })
      expect(wrong).toEqual([])
    })

    test('has advisors who have been silent for as long as each reminder asks', async () => {
      const { documents } = await everything(given())
      const silent = silentAssignments(today).map(({ key, scope }) => {
        const days = documents.filter(({ scope_id, day }) => scope_id === scope && day !== null)
        const last = days
          .map(({ day }) => String(day))
          .sort()
          .at(-1)
        return [key, last === undefined ? 0 : daysBetween(calendarDaySchema.parse(last), today)] as const
      })
      for (const [key, days] of silent) {
        const least = Object.entries(silentFor).find(([name]) => name === key)?.[1] ?? 0
        expect([key, days >= least, days < least + 10]).toEqual([key, true, true])
      }
    })

    test('gives everybody of the cast their capacity', async () => {
      const known = async (name: keyof typeof cast) => {
        const person = await beside(() => signedInPerson(given().db, cast[name].id))
        return person && { ...person, scopes: person.scopes.map(({ structureName }) => structureName) }
      }
      expect(await known('awa')).toMatchObject({ givenName: 'Awa', scopes: ['Mairie de Saint-Girons'] })
      expect(await known('bruno')).toMatchObject({ scopes: ['Mairie de Saint-Girons'] })
      expect(await known('hugo')).toMatchObject({ scopes: ['Association La Passerelle'] })
      expect(await known('chantal')).toMatchObject({
        scopes: [],
        memberships: [{ structureId: townHall.id, role: 'responsable' }],
      })
      expect(await known('denis')).toMatchObject({
        memberships: [{ structureName: 'Association La Passerelle', role: 'responsable' }],
      })
      expect(await known('elsa')).toMatchObject({ teams: ['Conseillers numériques de l’Ariège'] })
      expect(await known('farid')).toMatchObject({ state: { department: null } })
      expect(await known('gaelle')).toMatchObject({ trainingBody: 'Institut de la médiation numérique' })
    })

    test('renews Bruno once, without a day between his contracts', async () => {
      const bruno = await beside(() => signedInPerson(given().db, cast.bruno.id))
      expect(bruno?.scopes[0]?.contracts).toEqual([
        { starts: '2024-11-01', ends: '2025-10-31' },
        { starts: '2025-11-01', ends: '2028-10-31' },
      ])
    })
  },
  (store) => loadDemonstration(store, moment),
)

function everything({ db }: Store) {
  return beside(async () => ({
    documents: await db.selectFrom('doc').selectAll().orderBy('id').execute(),
    history: await db
      .selectFrom('doc_history')
      .select(['id', 'rev', 'at', 'by_user'])
      .orderBy('id')
      .execute(),
    scopes: await db.selectFrom('sync_scope').selectAll().orderBy('scope_id').execute(),
    people: await db.selectFrom('person').selectAll().orderBy('person_id').execute(),
    contracts: await db.selectFrom('contract').selectAll().orderBy('contract_id').execute(),
  }))
}
