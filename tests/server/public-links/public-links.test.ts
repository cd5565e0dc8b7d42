import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LinkOwner } from '../../../src/domain/access/public-link.ts'
import { personIdSchema } from '../../../src/domain/ids.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import { forgetLinksOfLongAgo } from '../../../src/server/public-links/forget-old-links.ts'
import type { App } from '../../../src/server/http/app.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { aClock } from '../test-app.ts'
import { plantCast, scopeOf } from '../test-cast.ts'
import {
  aBrowser,
  anAppThatTells,
  asks,
  autumn,
  closes,
  lists,
  opens,
  own,
  plantReports,
  previews,
  publishes,
  reads,
  september,
  someChoices,
  townHalls,
  triesToPublish,
} from './ask-links.ts'

const lecteur = personIdSchema.parse('018ce800-0000-7000-8000-00000000f009')
const at = '2026-11-01T08:00:00.000Z'

async function plantMember(store: Store, person: typeof lecteur, role: 'lecteur' | 'responsable') {
  await beside(async () => {
    const email = `${role}@saint-girons.example`
    await store.db
      .insertInto('person')
      .values({ person_id: person, email, email_key: email, created_at: at })
      .execute()
    await store.db
      .insertInto('membership')
      .values({ person_id: person, structure_id: townHall.id, role, since: at })
      .execute()
  })
}

describeEachStore('public links', (given) => {
  test('show anybody what their author read first, and nobody’s name', async () => {
    await plantCast(given())
    await plantReports(given(), 'awa', 12)
    await plantReports(given(), 'awa', 2, { themes: ['sante'] })
    await plantReports(given(), 'awa', 7, { themes: ['email'] })
    const app = await anAppThatTells(given())
    const { figures } = await previews(app, 'awa')
    expect(figures.totals.accompaniments).toBe(21)
    expect(figures.hidden).toContain('theme:sante')
    const { url, link } = await publishes(app, 'awa')
    const answer = await opens(app, url)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({
      kind: 'bilan',
      bilan: {
        model: 'bilan',
        title: someChoices.title,
        words: someChoices.words,
        blocks: ['thematiques'],
        owner: 'advisor',
        of: { structures: [townHall.name], communes: [] },
        figures,
        endsOn: '2026-12-23',
        isDemonstration: false,
      },
    })
    expect(answer.body).not.toMatch(/Awa|Diallo|awa@/i)
    expect(answer.body).not.toContain(cast.awa.id)
    expect(link).toMatchObject({ title: someChoices.title, state: 'open', opened: 0, isMine: true })
  })

  test('say where they are, for a code to be printed, where their author wants that and nowhere else', async () => {
    await plantCast(given())
    const app = await anAppThatTells(given())
    const codeOf = async (printsCode: boolean) => {
      const { url } = await publishes(app, 'awa', { choices: { printsCode } })
      const page = await reads(app, url)
      return page.kind === 'bilan' && page.bilan.codeOf === url ? 'its address' : JSON.stringify(page)
    }
    expect(await codeOf(true)).toBe('its address')
    expect(await codeOf(false)).not.toMatch(/its address|codeOf/)
  })

  test('are kept by no cache, no search engine and no address that they lead to, and run no script', async () => {
    await plantCast(given())
    const app = await anAppThatTells(given())
    const { url } = await publishes(app, 'awa')
    for (const path of [url, 'https://coop.example/bilan/rien']) {
      const { headers } = await opens(app, path)
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex, nofollow, noarchive',
        'referrer-policy': 'no-referrer',
        'content-type': 'text/html; charset=utf-8',
      })
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self';/)
      expect(headers['content-security-policy']).not.toMatch(/script-src/)
      expect(headers['set-cookie']).toBeUndefined()
    }
  })

  test('have 132 random bits, of which the store keeps a hash only', async () => {
    await plantCast(given())
    const app = await anAppThatTells(given())
    const { url } = await publishes(app, 'awa')
    const token = /\/bilan\/([\w-]{22})$/.exec(url)?.[1] ?? ''
    expect(token).not.toBe('')
    const rows = await beside(() => given().db.selectFrom('public_link').selectAll().execute())
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(rows[0]?.token_hash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('answer the same for what never was, is closed, has ended or isn’t a token', async () => {
    await plantCast(given())
    const clock = aClock()
    const app = await anAppThatTells(given(), { clock })
    const closed = await publishes(app, 'awa')
    const ended = await publishes(app, 'awa')
    expect((await closes(app, 'awa', closed.link)).statusCode).toBe(204)
    expect((await opens(app, ended.url)).statusCode).toBe(200)
    clock.forward({ days: 31 })
    const unknown = closed.url.replace(/[\w-]{22}$/, 'A'.repeat(22))
    for (const url of [closed.url, ended.url, unknown, `${unknown}A`, 'https://coop.example/bilan/é']) {
      const { statusCode, body } = await opens(app, url)
      expect([statusCode, body]).toEqual([404, '{"kind":"none"}'])
    }
    expect((await lists(app, 'awa')).map(({ state }) => state).sort()).toEqual(['closed', 'ended'])
  })

  test('are open on their last day, and closed at once when they are closed', async () => {
    await plantCast(given())
    const clock = aClock()
    const app = await anAppThatTells(given(), { clock })
    const { url, link } = await publishes(app, 'awa')
    clock.forward({ days: 30 })
    expect((await opens(app, url)).statusCode).toBe(200)
    await closes(app, 'awa', link)
    expect((await opens(app, url)).statusCode).toBe(404)
    // Twice is no error.
    expect((await closes(app, 'awa', link)).statusCode).toBe(204)
  })

  test('stop with the contract, with the grant and with the account of an advisor', async () => {
    await plantCast(given())
    const clock = aClock()
    const app = await anAppThatTells(given(), { clock })
    const { url } = await publishes(app, 'awa')
    const scope_id = scopeOf('awa')
    const contracts = (ends: string | null) =>
      beside(() =>
        given().db.updateTable('contract').set({ ends }).where('scope_id', '=', scope_id).execute(),
      )
    await contracts('2026-11-22')
    expect((await opens(app, url)).statusCode).toBe(404)
    expect(await lists(app, 'awa')).toMatchObject([{ state: 'suspended' }])
    // Renewed: the right is back, and so is what it opened.
    await contracts(null)
    expect((await opens(app, url)).statusCode).toBe(200)
    await beside(() => given().db.deleteFrom('sync_grant').where('scope_id', '=', scope_id).execute())
    expect((await opens(app, url)).statusCode).toBe(404)
  })

  test('go with the account of their author', async () => {
    await plantCast(given())
    await plantMember(given(), lecteur, 'responsable')
    const app = await anAppThatTells(given())
    const { url } = await publishes(app, lecteur, { owner: townHalls })
    expect((await opens(app, url)).statusCode).toBe(200)
    await beside(async () => {
      for (const table of ['web_session', 'membership', 'person'] as const)
        await given().db.deleteFrom(table).where('person_id', '=', lecteur).execute()
    })
    expect((await opens(app, url)).statusCode).toBe(404)
    expect(await beside(() => given().db.selectFrom('public_link').selectAll().execute())).toEqual([])
  })

  test('of a structure stop when their author no longer answers for it', async () => {
    await plantCast(given())
    const app = await anAppThatTells(given())
    const { url } = await publishes(app, 'chantal', { owner: townHalls })
    expect((await opens(app, url)).statusCode).toBe(200)
    await beside(() =>
      given()
        .db.updateTable('membership')
        .set({ role: 'lecteur' })
        .where('person_id', '=', cast.chantal.id)
        .execute(),
    )
    expect((await opens(app, url)).statusCode).toBe(404)
  })

  test('of a structure count its advisors for the days of their contracts, and tell nothing of who people are', async () => {
    await plantCast(given())
    const traits = { beneficiary: { kind: 'anonyme', gender: 'feminin', ageRange: 'soixante_dix_plus' } }
    await plantReports(given(), 'awa', 6, traits)
    await plantReports(given(), 'bruno', 6, traits)
    await plantReports(given(), 'hugo', 20)
    const app = await anAppThatTells(given())
    const { figures, of } = await previews(app, 'chantal', townHalls)
    expect(figures.totals.accompaniments).toBe(12)
    expect(figures.traits).toEqual({})
    expect(of).toEqual({ structures: [townHall.name], communes: ['Saint-Girons'] })
    // Her own she may tell: nobody is one of one to four.
    expect((await previews(app, 'awa')).figures.traits).toEqual({
      'sexe:feminin': 6,
      'age:soixante_dix_plus': 6,
    })
  })

  test('are made by an advisor for oneself, and for a structure by who answers for it', async () => {
    await plantCast(given())
    await plantMember(given(), lecteur, 'lecteur')
    const app = await anAppThatTells(given())
    const refused = async (who: Parameters<typeof asks>[1], owner: LinkOwner) =>
      (await triesToPublish(app, who, { owner })).statusCode
    expect(await refused('awa', townHalls)).toBe(403)
    expect(await refused(lecteur, townHalls)).toBe(403)
    expect(await refused('denis', townHalls)).toBe(403)
    expect(await refused('chantal', own)).toBe(403)
    expect(await refused('farid', own)).toBe(403)
    expect(await beside(() => given().db.selectFrom('published_figures').selectAll().execute())).toEqual([])
  })

  test('are listed for and closed by their author, and others who answer for the structure', async () => {
    await plantCast(given())
    await plantMember(given(), lecteur, 'responsable')
    const app = await anAppThatTells(given())
    const mine = await publishes(app, 'awa')
    const theirs = await publishes(app, 'chantal', { owner: townHalls, period: september })
    expect(await lists(app, 'bruno')).toEqual([])
    expect(await lists(app, lecteur)).toMatchObject([{ id: theirs.link.id, isMine: false }])
    for (const other of ['bruno', 'chantal', 'denis'] as const)
      expect((await closes(app, other, mine.link)).statusCode).toBe(404)
    expect((await closes(app, 'awa', theirs.link)).statusCode).toBe(404)
    expect((await opens(app, mine.url)).statusCode).toBe(200)
    expect((await closes(app, lecteur, theirs.link)).statusCode).toBe(204)
    expect((await opens(app, theirs.url)).statusCode).toBe(404)
  })

  test('count the times that a browser opened them, and know nothing else of who did', async () => {
    await plantCast(given())
    const app = await anAppThatTells(given())
    const { url } = await publishes(app, 'awa')
    await opens(app, url)
    await opens(app, url)
    await opens(app, url, { 'user-agent': 'a program that makes a picture of the page for a message' })
    await opens(app, url, { ...aBrowser, 'sec-purpose': 'prefetch' })
    const head = await app.inject({ method: 'HEAD', url: new URL(url).pathname, headers: aBrowser })
    expect([head.statusCode, head.headers['cache-control']]).toEqual([200, 'no-store'])
    expect(await lists(app, 'awa')).toMatchObject([{ opened: 2 }])
  })

  test('show what the server counted: what a device says of figures is nothing to it', async () => {
    await plantCast(given())
    await plantReports(given(), 'awa', 12)
    const app = await anAppThatTells(given())
    const { figures, seen } = await previews(app, 'awa')
    const invented = { ...figures, totals: { ...figures.totals, accompaniments: 1_000_000 } }
    const asked = { owner: own, period: autumn, choices: someChoices, duration: '1-an', figures: invented }
    const refused = await asks(app, 'awa', '/api/public-links', { ...asked, seen })
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([409, 'figures-changed'])
    const { seen: seenOfAutumn } = await previews(app, 'awa', own, autumn)
    const made = await asks(app, 'awa', '/api/public-links', { ...asked, seen: seenOfAutumn })
    const page = await reads(app, made.json<{ url: string }>().url)
    expect(page).toMatchObject({ bilan: { figures: { totals: { accompaniments: 12 } } } })
  })

  test('are published as they were read: what changed meanwhile is read again first', async () => {
    await plantCast(given())
    await plantReports(given(), 'awa', 12)
    const app = await anAppThatTells(given())
    const { seen } = await previews(app, 'awa')
    await plantReports(given(), 'awa', 1)
    const { from, to } = (await previews(app, 'awa')).figures.period
    const asked = { owner: own, period: { from, to }, choices: someChoices, duration: '1-an', seen }
    expect((await asks(app, 'awa', '/api/public-links', asked)).statusCode).toBe(409)
    expect(await lists(app, 'awa')).toEqual([])
  })

  test('are forgotten with their words a year after they ended; what they counted still binds', async () => {
    await plantCast(given())
    const clock = aClock()
    const app = await anAppThatTells(given(), { clock })
    await opens(app, (await publishes(app, 'awa')).url)
    clock.forward({ days: 30 + 365 })
    expect(await forgetLinksOfLongAgo(given(), clock())).toBe(0)
    clock.forward({ days: 1 })
    expect(await forgetLinksOfLongAgo(given(), clock())).toBe(1)
    expect(await lists(app, 'awa')).toEqual([])
    const months = await beside(() => given().db.selectFrom('published_month').selectAll().execute())
    expect(months).toMatchObject([{ scope_id: scopeOf('awa'), month: '2026-10-01' }])
  })

  test('refuse words that are too long, other blocks than names, and days that aren’t whole months', async () => {
    await plantCast(given())
    const app = await anAppThatTells(given())
    const status = async (publishing: Parameters<typeof triesToPublish>[2]) =>
      (await triesToPublish(app, 'awa', publishing)).statusCode
    expect(await status({ choices: { title: 'x'.repeat(121) } })).toBe(400)
    expect(await status({ choices: { title: '   ' } })).toBe(400)
    expect(await status({ choices: { words: 'x'.repeat(1501) } })).toBe(400)
    expect(await status({ duration: 'toujours' })).toBe(400)
    expect(await status({ period: { from: '2026-10-01', to: '2026-10-30' } })).toBe(400)
    expect(await status({ period: { from: '2026-11-01', to: '2026-11-30' } })).toBe(400)
    expect(await status({ period: { from: '2025-01-01', to: '2026-10-31' } })).toBe(400)
  })
})

describeEachStore('subtracting one public link from another', (given) => {
  test('finds nothing of a report that came later: the months of a link are counted once', async () => {
    await plantCast(given())
    await plantReports(given(), 'awa', 12)
    const app = await anAppThatTells(given())
    const first = await publishes(app, 'awa')
    await opens(app, first.url)
    await closes(app, 'awa', first.link)
    await plantReports(given(), 'awa', 1, { themes: ['parentalite'] })
    expect(await previews(app, 'awa')).toMatchObject({
      isPublished: true,
      figures: { totals: { accompaniments: 12 } },
    })
    const second = await publishes(app, 'awa', { choices: { blocks: ['age', 'sexe'] } })
    expect(await reads(app, second.url)).toMatchObject({ bilan: { figures: { totals: { activities: 12 } } } })
  })

  test('finds nothing of a month: one that is published is published with no other', async () => {
    await plantCast(given())
    const app = await anAppThatTells(given())
    await opens(app, (await publishes(app, 'awa')).url)
    const refused = await triesToPublish(app, 'awa', { period: autumn })
    expect([refused.statusCode, refused.json()]).toMatchObject([
      409,
      { code: 'already-published', from: '2026-10-01', to: '2026-10-31' },
    ])
    expect((await triesToPublish(app, 'awa', { period: september })).statusCode).toBe(201)
  })

  test('finds nothing of one advisor in a structure: an activity is counted by one of them', async () => {
    await plantCast(given())
    const app = await anAppThatTells(given())
    await opens(app, (await publishes(app, 'awa')).url)
    expect((await triesToPublish(app, 'chantal', { owner: townHalls })).statusCode).toBe(409)
    expect((await triesToPublish(app, 'chantal', { owner: townHalls, period: autumn })).statusCode).toBe(409)
    await opens(app, (await publishes(app, 'chantal', { owner: townHalls, period: september })).url)
    expect((await triesToPublish(app, 'bruno', { period: september })).statusCode).toBe(409)
    // Neither is of the other structure.
    expect((await triesToPublish(app, 'hugo', { period: autumn })).statusCode).toBe(201)
  })

  test('is not to be feared of a link that nobody opened: closed, it leaves its months free', async () => {
    await plantCast(given())
    await plantReports(given(), 'awa', 12)
    const app = await anAppThatTells(given())
    const { link } = await publishes(app, 'awa')
    expect((await triesToPublish(app, 'awa', { period: autumn })).statusCode).toBe(409)
    await closes(app, 'awa', link)
    await plantReports(given(), 'awa', 3)
    const page = await reads(app, (await publishes(app, 'awa', { period: autumn })).url)
    expect(page).toMatchObject({ bilan: { figures: { totals: { activities: 15 } } } })
  })

  test('is not made possible by publishing at the same moment', async () => {
    await plantCast(given())
    const app = await anAppThatTells(given())
    const previewed = await Promise.all([previews(app, 'awa'), previews(app, 'awa', own, autumn)])
    const answers = await Promise.all(
      previewed.map(({ seen, figures: { period } }) =>
        asks(app, 'awa', '/api/public-links', {
          owner: own,
          period,
          choices: someChoices,
          duration: '1-an',
          seen,
        }),
      ),
    )
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([201, 409])
  })

  test('finds nothing whatever is asked for, in whatever order, read and closed: no activity is counted in two', async () => {
    const firsts = ['2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01']
    const lasts = ['2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31']
    const attempt = fc.record({
      who: fc.constantFrom('awa' as const, 'bruno' as const, 'chantal' as const),
      period: fc
        .tuple(fc.constantFrom(...firsts), fc.constantFrom(...lasts))
        .filter(([from, to]) => from < to)
        .map(([from, to]) => ({ from, to })),
      isRead: fc.boolean(),
      isClosed: fc.boolean(),
    })
    await plantCast(given())
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, { minLength: 3, maxLength: 8 }), async (attempts) => {
        const app = await anAppThatTells(given())
        const read: Counted[] = []
        for (const { who, period, isRead, isClosed } of attempts) {
          const owner = who === 'chantal' ? townHalls : own
          const answer = await triesToPublish(app, who, { owner, period })
          if (answer.statusCode !== 201) continue
          const { url, link } = answer.json<{ url: string; link: Parameters<typeof closes>[2] }>()
          if (isRead) read.push(await countedBy(app, who, url))
          if (isClosed) await closes(app, who, link)
        }
        for (const one of read)
          for (const other of read) expect([one, other, overlap(one, other)]).toEqual([one, other, false])
        await beside(() => given().db.deleteFrom('published_figures').execute())
      }),
      { numRuns: 12 },
    )
  })
})

interface Counted {
  readonly posts: readonly string[]
  readonly from: string
  readonly to: string
}

async function countedBy(app: App, who: 'awa' | 'bruno' | 'chantal', url: string): Promise<Counted> {
  const page = await reads(app, url)
  if (page.kind === 'none') throw new Error('a link that was just made shows nothing')
  const { from, to } = page.bilan.figures.period
  return { posts: who === 'chantal' ? ['awa', 'bruno'] : [who], from, to }
}

/** Whether some activity is in both, and not all of them: the same figures tell nothing more. */
function overlap(one: Counted, other: Counted): boolean {
  if (JSON.stringify(one) === JSON.stringify(other)) return false
  return one.posts.some((post) => other.posts.includes(post)) && one.from <= other.to && other.from <= one.to
}
