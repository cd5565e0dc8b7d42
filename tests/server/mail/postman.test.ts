import { expect, test } from 'vitest'
import {
  carryDueMail,
  delayAfter,
  mailDays,
  RunningPostman,
  type SendMail,
} from '../../../src/server/mail/postman.ts'
import { writeMail } from '../../../src/server/store/mail-outbox.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aUuid } from '../../builders/an-id.ts'
import { silentLog } from '../databases.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { aClock } from '../test-app.ts'

const address = 'bruno@mairie.example'

/** A post office that takes messages, or fails as it is told to. */
function aPostOffice() {
  const taken: string[] = []
  const failures: Error[] = []
  const send: SendMail = async ({ subject }) => {
    const failure = failures.shift()
    if (failure) throw failure
    taken.push(subject)
  }
  return { taken, failures, send }
}

function aWorld(store: Store) {
  const clock = aClock()
  const office = aPostOffice()
  const logged: string[] = []
  const log = {
    ...silentLog,
    warn: (facts: object, message: string) => void logged.push(JSON.stringify({ ...facts, message })),
  }
  const parts = { store, clock, log, send: office.send }
  const write = (subject: string, event = subject) =>
    writeMail(store.db, {
      id: aUuid(),
      event,
      to: address,
      subject,
      body: 'Bonjour',
      at: clock().toISOString(),
    })
  return { clock, office, logged, parts, write }
}

function outbox(store: Store) {
  return beside(() => store.db.selectFrom('mail_outbox').selectAll().orderBy('mail_id').execute())
}

describeEachStore('the outbox', (given) => {
  test('is carried away once, and keeps neither words nor address of what was', async () => {
    const { office, parts, write } = aWorld(given())
    await write('un')
    await write('deux')
    await carryDueMail(parts)
    await carryDueMail(parts)
    expect(office.taken.sort()).toEqual(['deux', 'un'])
    expect(JSON.stringify(await outbox(given()))).not.toMatch(/Bonjour|mairie/)
  })

  test('tells a person of one event once, also after it was sent', async () => {
    const { office, parts, write } = aWorld(given())
    await write('un', 'même évènement')
    await write('encore', 'même évènement')
    await carryDueMail(parts)
    await write('encore', 'même évènement')
    await carryDueMail(parts)
    expect(office.taken).toEqual(['un'])
  })

  test('tries again what failed, later each time, and keeps no other waiting', async () => {
    const { clock, office, parts, logged, write } = aWorld(given())
    await write('un')
    clock.forward({ minutes: 1 })
    await write('deux')
    office.failures.push(Object.assign(new Error(`no mailbox ${address}`), { code: 'EENVELOPE' }))
    await carryDueMail(parts)
    expect(office.taken).toEqual(['deux'])
    await carryDueMail(parts)
    expect(office.taken).toEqual(['deux'])
    clock.forward({ minutes: 1 })
    office.failures.push(new Error('still'))
    await carryDueMail(parts)
    clock.forward({ minutes: 1 })
    await carryDueMail(parts)
    expect(office.taken).toEqual(['deux'])
    clock.forward({ minutes: 1 })
    await carryDueMail(parts)
    expect(office.taken).toEqual(['deux', 'un'])
    // What went wrong is logged, and whom it was to is not.
    expect(logged).toHaveLength(2)
    expect(logged.join()).toContain('EENVELOPE')
    expect(logged.join()).not.toContain(address)
  })

  test('is carried by one of two servers, message by message', async () => {
    const { office, parts, write } = aWorld(given())
    for (let number = 0; number < 10; number += 1) await write(`message ${number}`)
    await Promise.all([carryDueMail(parts), carryDueMail(parts)])
    await carryDueMail(parts)
    expect(office.taken).toHaveLength(10)
    expect(new Set(office.taken).size).toBe(10)
  })

  test('gives up what is a week old', async () => {
    const { clock, office, parts, write } = aWorld(given())
    await write('un')
    clock.forward({ days: mailDays, minutes: 1 })
    await carryDueMail(parts)
    expect(office.taken).toEqual([])
    expect(await outbox(given())).toEqual([])
  })

  test('is looked into as soon as something is put in it', async () => {
    const { office, parts, write } = aWorld(given())
    const postman = new RunningPostman(parts)
    postman.wake()
    await write('un')
    postman.wake()
    await postman.settled()
    await postman.stop()
    expect(office.taken).toEqual(['un'])
  })
})

test('delays double from a minute, and are six hours at most', () => {
  expect([1, 2, 3, 20].map((tries) => delayAfter(tries) / 60_000)).toEqual([1, 2, 4, 360])
})
