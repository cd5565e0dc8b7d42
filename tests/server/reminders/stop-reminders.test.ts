import { expect, test } from 'vitest'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { addressesOf, aRemindersWorld, letters } from './reminders-world.ts'

const silentAwa = { awa: 20, bruno: 1, hugo: 1 }
const own = '/api/reminders/own'

describeEachStore('the link that stops reminders', (given) => {
  async function aLink() {
    const world = await aRemindersWorld(given(), silentAwa)
    await world.reminds()
    const [letter] = await letters(given())
    return { ...world, path: new URL(letter?.stopUrl ?? '').pathname }
  }
  const stopped = async () =>
    (await beside(() => given().db.selectFrom('reminder_mail').selectAll().execute())).map(
      ({ stopped_at }) => stopped_at !== null,
    )

  test('shows a page without signing in, which stops nothing by being opened', async () => {
    const { app, path } = await aLink()
    const page = await app.inject({ url: path })
    expect([page.statusCode, page.headers['cache-control'], page.headers['referrer-policy']]).toEqual([
      200,
      'no-store',
      'no-referrer',
    ])
    expect(page.body).toContain('<form method="post">')
    expect(page.body).not.toMatch(/Awa|Diallo|saint-girons/i)
    expect(await stopped()).toEqual([false])
  })

  test.each([
    ['the page’s button', 'application/x-www-form-urlencoded', ''],
    ['a mailbox of its own', 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    ['a mailbox that sends parts', 'multipart/form-data; boundary=x', '--x--'],
  ])('stops by one POST of %s, and nobody is written to any more', async (_who, type, payload) => {
    const { app, path, clock, reminds } = await aLink()
    const headers = { 'content-type': type, origin: 'https://mail.example' }
    const answer = await app.inject({ method: 'POST', url: path, headers, payload })
    expect([answer.statusCode, answer.body.includes('C’est fait')]).toEqual([200, true])
    clock.forward({ days: 8 })
    expect((await reminds()).includes(cast.awa.email)).toBe(false)
  })

  test('is undone on one’s own page', async () => {
    const { app, path, clock, reminds, reads, posts } = await aLink()
    await app.inject({ method: 'POST', url: path })
    const stoppedAt = clock().toISOString()
    expect(await reads(cast.awa.id, own)).toMatchObject({ stoppedAt })
    clock.forward({ days: 7 })
    await app.inject({ method: 'POST', url: path })
    expect(await reads(cast.awa.id, own)).toMatchObject({ stoppedAt })
    expect(await posts(cast.awa.id, `${own}/mail`, { wanted: true })).toBe(204)
    expect(await reads(cast.awa.id, own)).toMatchObject({ stoppedAt: null })
    expect(await reminds()).toContain(cast.awa.email)
  })

  test('holds a secret that is stored hashed, and any other stops nothing', async () => {
    const { app, path } = await aLink()
    const token = path.split('/').at(-1) ?? ''
    const kept = await beside(() => given().db.selectFrom('reminder_stop_link').selectAll().execute())
    expect(JSON.stringify(kept)).not.toContain(token)
    const other = await app.inject({ method: 'POST', url: path.replace(token, 'x'.repeat(43)) })
    expect([other.statusCode, other.body.includes('n’est plus valable')]).toEqual([404, true])
    expect(await stopped()).toEqual([false])
  })

  test('somebody who stopped them before any was sent gets none', async () => {
    const { reminds, posts } = await aRemindersWorld(given(), silentAwa)
    await posts(cast.awa.id, `${own}/mail`, { wanted: false })
    expect(await reminds()).toEqual([])
    await posts(cast.awa.id, `${own}/mail`, { wanted: true })
    expect(await reminds()).toEqual(addressesOf('awa'))
  })
})
