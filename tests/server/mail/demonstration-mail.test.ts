import { expect, test } from 'vitest'
import { writeMail } from '../../../src/server/store/mail-outbox.ts'
import { aUuid } from '../../builders/an-id.ts'
import { describeEachStore } from '../each-store.ts'
import { anApp } from '../test-app.ts'
import { aConfiguration } from '../test-configuration.ts'

describeEachStore('the messages of the demonstration', (given) => {
  const write = (body: string) =>
    writeMail(given().db, {
      id: aUuid(),
      event: 'invitation',
      to: 'karim@ailleurs.example',
      subject: 'Invitation <b>',
      body,
      at: '2026-11-23T10:00:00.000Z',
    })

  test('are read on a page of its own, links to be followed, and nothing in them is taken for markup', async () => {
    await write('Bonjour,\n\nOuvrez :\nhttp://localhost/invitation/abc\n\n<script>alert(1)</script>')
    const app = await anApp(given(), { configuration: aConfiguration() })
    const page = await app.inject({ url: '/demo/courrier' })
    expect([page.statusCode, page.headers['cache-control']]).toEqual([200, 'no-store'])
    expect(page.body).toContain('<a href="http://localhost/invitation/abc">')
    expect(page.body).toContain('Invitation &#60;b&#62;')
    expect(page.body).not.toContain('<script>alert')
  })

  test('are nowhere to be read where people sign in at a real issuer', async () => {
    await write('secret')
    const page = await (await anApp(given())).inject({ url: '/demo/courrier' })
    expect([page.statusCode, page.body.includes('secret')]).toEqual([404, false])
  })
})
